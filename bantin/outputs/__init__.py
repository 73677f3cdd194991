"""Composed things for machines: structured data in pages."""
