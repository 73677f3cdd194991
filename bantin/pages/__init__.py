"""Composed bulletins drawn as Markdown files, and what the theme says around them."""

from bantin.pages.draw import draw, file_of
from bantin.pages.frame import frame_values

__all__ = ["draw", "file_of", "frame_values"]
