"""Composing: records and figures become everything a reader is told, with nothing drawn."""

from bantin.compose.composing import compose

__all__ = ["compose"]
