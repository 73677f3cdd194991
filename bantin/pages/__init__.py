"""Composed bulletins drawn as Markdown files, and what the theme says around them."""

from bantin.pages.draw import draw, draw_article, file_of
from bantin.pages.frame import frame_values

__all__ = ["draw", "draw_article", "file_of", "frame_values"]
