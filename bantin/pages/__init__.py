"""Composed bulletins drawn as Markdown files, and what the theme says around them."""

from bantin.pages.draw import draw
from bantin.pages.frame import frame_values

__all__ = ["draw", "frame_values"]
