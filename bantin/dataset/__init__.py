"""Records: read from YAML with their places, typed, checked, and looked up by name."""

from bantin.dataset.checks import Surroundings, check
from bantin.dataset.dataset import Dataset
from bantin.dataset.loading import Loaded, load
from bantin.dataset.mending import Mended, Mending, mend

__all__ = ["Dataset", "Loaded", "Mended", "Mending", "Surroundings", "check", "load", "mend"]
