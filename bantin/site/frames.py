"""The document around a page's text, drawn by MkDocs once for all pages of one shape.

The theme prints values of the front matter, asks which there are, and compares a few of them. Pages that have
the same values, the same texts where they are compared, and the same place for links to start from have the
same document but for what is printed. So a sample of them is drawn (``samples.py``), with holes in the place
of those texts; where the theme does more with a text than print it there is no frame, and MkDocs draws each
page of this shape itself.
"""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING, cast
from urllib.parse import urljoin

from bantin.site.front_matter import Meta
from bantin.site.holes import Gap, How, NotPrinted
from bantin.site.samples import CANONICAL, COMPARED, CONTENT, Folders, Sample, Sampler
from bantin.site.templates import Environment

if TYPE_CHECKING:
    from collections.abc import Callable

    from mkdocs.config.defaults import MkDocsConfig


@dataclass(frozen=True, slots=True)
class Sheet:
    """What a frame is filled with. url: where the page will lie, as MkDocs writes it, ending in a slash."""

    url: str
    meta: Meta
    content: str


class Frames:
    """The frames of a build, each drawn when the first page asks for it.

    Which page asks first makes no difference: a frame is a function of settings, theme and shape.
    """

    def __init__(self, config: MkDocsConfig, env: Environment) -> None:
        """The modules of the engine are imported here and below: most commands do without them."""
        from mkdocs.utils import normalize_url

        self.sampler = Sampler(config, env)
        self._root = urljoin(config.site_url or "", "x/").removesuffix("x/")
        self._escape = cast("Callable[[str], str]", env.filters["e"])
        self._normalize = cast("Callable[[str, Sheet], str]", normalize_url)
        self._linked: set[Folders] = set()
        self._frames: dict[object, Sample | None] = {}

    def filled(self, sheet: Sheet) -> str | None:
        """The document of a page; None where MkDocs must draw it."""
        frame = self._frame(sheet)
        if frame is None or (sheet.url in frame.others and sheet.url != frame.url):
            return None
        texts = [self._text(gap, sheet) for gap in frame.gaps]
        parts = [frame.pieces[0]]
        for place, piece in zip(frame.order, frame.pieces[1:], strict=True):
            parts += (texts[place], piece)
        return "".join(parts)

    def _text(self, gap: Gap, sheet: Sheet) -> str:
        if gap.name == CONTENT:
            text = sheet.content
        elif gap.name == CANONICAL:
            text = f"{self._root}{sheet.url}"
        else:
            value = sheet.meta[gap.name]
            text = value if isinstance(value, str) else value[gap.place]
        if gap.how is How.AS_IT_IS:
            return text
        return str(self._escape(self._normalize(text, sheet) if gap.how is How.ADDRESS else text))

    def _frame(self, sheet: Sheet) -> Sample | None:
        """The frame for a page.

        A link of the theme to a place below folders of the page's own starts in those folders; so these
        belong to the shape, and only they. Which they are is known when a sample was drawn.
        """
        folders = tuple(sheet.url.rstrip("/").split("/"))
        shape = tuple((name, _shape(name, value)) for name, value in sheet.meta.items())
        while True:
            shared = next(n for n in range(len(folders), -1, -1) if not n or folders[:n] in self._linked)
            key = (folders[:shared], len(folders), shape)
            if key in self._frames:
                return self._frames[key]
            self._frames[key] = self._drawn(folders[:shared], len(folders), sheet.meta)

    def _drawn(self, shared: Folders, depth: int, meta: Meta) -> Sample | None:
        try:
            sample = self.sampler.draw(shared, depth, meta)
        except NotPrinted:
            return None
        self._linked |= sample.linked
        return sample


def _shape(name: str, value: str | list[str]) -> object:
    """What pages must have in common to have one document."""
    if name in COMPARED:
        return value if isinstance(value, str) else tuple(value)
    return bool(value) if isinstance(value, str) else tuple(map(bool, value))
