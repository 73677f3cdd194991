"""Composed things for other programs: files beside the pages, and data for machines inside them."""

from bantin.outputs.making import Material, make
from bantin.outputs.output import Output, Outputs, Structured

__all__ = ["Material", "Output", "Outputs", "Structured", "make"]
