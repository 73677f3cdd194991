"""Bản tin: YAML records of meetings and annual results, made into a site of bulletins."""

__version__ = "0.1.0"
