"""Draws single pages without MkDocs, where what comes out is certain to be what MkDocs would draw.

``Drawing`` is what all pages of a build have in common. A page is then a function of its path and its text
alone, so that pages can be drawn by several processes, and one that was drawn before can be taken again as
long as its text and the digest of the drawing are the same.
"""

from __future__ import annotations

import hashlib
import json
import logging
import platform
import re
from functools import cached_property
from importlib.metadata import version
from pathlib import Path
from typing import TYPE_CHECKING, Any

from bantin.site.frames import Frames, Sheet
from bantin.site.front_matter import read_front_matter
from bantin.site.simple_pages import EXTENSIONS, html_of
from bantin.site.templates import environment

if TYPE_CHECKING:
    from mkdocs.config.defaults import MkDocsConfig

_PLACES = ("config_file_path", "docs_dir", "site_dir")
"""The settings that say where a build takes place."""

_DRAWERS = ("mkdocs", "mkdocs-material", "jinja2", "markupsafe", "markdown")
"""Whose version belongs to the digest."""

_PATH = re.compile(r"((?:[A-Za-z0-9_-]+/)+)index\.md")
"""The file of a page that stands in a folder of its own; an address needs no change to be a URL."""

_TEMPLATES = {"404.html", "sitemap.xml"}
"""Templates of whole files that list no pages."""


def is_certain(config: MkDocsConfig) -> bool:
    """Whether a build is one in which pages can be drawn here: nothing in it is unknown to us."""
    return (
        not config.plugins
        and config.use_directory_urls
        and not config.mdx_configs
        and frozenset(config.markdown_extensions) == EXTENSIONS
        and not config.extra_templates
        and config.theme.static_templates <= _TEMPLATES
        and config.validation.links.anchors < logging.WARNING
        and config.nav is not None
    )


class Drawing:
    """The drawing of pages under one configuration, with one theme.

    env: the environment of templates, in which MkDocs can draw its own pages: they are compiled but once.
    """

    def __init__(self, config: MkDocsConfig) -> None:
        self.config = config
        self.env = environment(config)
        self.frames = Frames(config, self.env)

    def html(self, path: str, text: str) -> str | None:
        """The finished page of a file below the docs folder; None where MkDocs must draw it.

        No page that is drawn here has a problem: whatever MkDocs could have to say of one is left to MkDocs.
        """
        place = _PATH.fullmatch(path)
        read = read_front_matter(text) if place else None
        if place is None or read is None or "template" in read[0]:
            return None
        content = html_of(read[1])
        return None if content is None else self.frames.filled(Sheet(place[1], read[0], content))

    @cached_property
    def digest(self) -> str:
        """What a page depends on besides path, text and this program: settings, theme, versions."""
        theme = Path(self.config.theme.custom_dir or "")
        parts = {
            "settings": {name: value for name, value in self.config.items() if name not in _PLACES},
            "theme": {path.name: path.read_text("utf-8") for path in sorted(theme.glob("*.html"))},
            "versions": [platform.python_version(), *map(version, _DRAWERS)],
        }
        text = json.dumps(parts, ensure_ascii=False, sort_keys=True, default=_as_text)
        return hashlib.sha256(text.encode()).hexdigest()


def _as_text(value: Any) -> Any:
    """A value of the settings that is none of JSON; what differs from run to run in it keeps nothing."""
    return {**value, "name": value.name} if hasattr(value, "static_templates") else repr(value)
