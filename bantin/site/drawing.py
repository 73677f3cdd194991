"""Draws single pages without MkDocs, where what comes out is certain to be what MkDocs would draw.

``Drawing`` is what all pages of a build have in common. A page is then a function of its path and its text
alone, so that a preview can draw a single one.
"""

from __future__ import annotations

import logging
import re
from typing import TYPE_CHECKING

from bantin.site.frames import Frames, Sheet
from bantin.site.front_matter import read_front_matter
from bantin.site.simple_pages import EXTENSIONS, html_of
from bantin.site.templates import environment

if TYPE_CHECKING:
    from mkdocs.config.defaults import MkDocsConfig

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
