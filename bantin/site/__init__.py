"""Markdown → HTML through an engine, and the audit of the finished site."""

from bantin.site.audit import (
    Expectations,
    ExpectedPage,
    article_texts,
    audit,
    literal_texts,
)
from bantin.site.configuration import Configuration
from bantin.site.drawing import Drawing
from bantin.site.engine import BuiltSite, Engine, build
from bantin.site.folder import THEME, Content, Write, add_files, write_file, write_folder
from bantin.site.mkdocs_engine import drawing_of

__all__ = [
    "THEME",
    "BuiltSite",
    "Configuration",
    "Content",
    "Drawing",
    "Engine",
    "Expectations",
    "ExpectedPage",
    "Write",
    "add_files",
    "article_texts",
    "audit",
    "build",
    "drawing_of",
    "literal_texts",
    "write_file",
    "write_folder",
]
