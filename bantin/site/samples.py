"""One page of a shape, drawn by MkDocs's templates with holes for the texts that differ."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Mapping
from contextlib import contextmanager
from dataclasses import dataclass
from posixpath import normpath
from types import SimpleNamespace
from typing import TYPE_CHECKING, Any

from bantin.site.front_matter import Meta
from bantin.site.holes import (
    Gap,
    Hole,
    How,
    NotPrinted,
    Own,
    Print,
    Unknown,
    answering_no_more,
    escaping,
    like,
    watched,
)
from bantin.site.templates import Environment

if TYPE_CHECKING:
    from mkdocs.config.defaults import MkDocsConfig

COMPARED = frozenset({"kind", "section", "language"})
"""The values of the front matter that the theme compares, so that they belong to the shape of a page."""

AS_IT_IS = frozenset({"structured"})
"""The values that are written for the place where the theme prints them, and are not escaped."""

CONTENT, CANONICAL = "page.content", "page.canonical_url"
"""The names of the other texts that differ; no key of a front matter has a dot."""

TEMPLATE = "main.html"
"""The template of each page whose front matter names no other."""

_NOWHERE = "trang-mau"
"""The folders of a sample's address: no link of the theme leads there."""

Folders = tuple[str, ...]
"""The names in an address, from the root."""


@dataclass(frozen=True, slots=True)
class Sample:
    """A document cut where its holes are.

    url: the address of the sample; gaps: what is printed, each once; order: which gap stands behind each
    piece but the last; linked: where links of the theme lead, and each folder on the way; others: what the
    address was compared with.
    """

    url: str
    pieces: tuple[str, ...]
    gaps: tuple[Gap, ...]
    order: tuple[int, ...]
    linked: frozenset[Folders]
    others: frozenset[object]


@answering_no_more
class _Page(Unknown):
    """What a template may know of a page."""

    __slots__ = ("canonical_url", "content", "meta", "url")

    def __init__(self, printed: Print, own: Own, meta: Meta, has_canonical: bool) -> None:
        self.url = own
        self.content = Hole(printed, CONTENT, 0, How.AS_IT_IS)
        self.canonical_url = Hole(printed, CANONICAL, 0, None) if has_canonical else None
        self.meta = {name: _value(printed, name, value) for name, value in meta.items()}

    def __bool__(self) -> bool:
        return True


def _value(printed: Print, name: str, value: str | list[str]) -> Any:
    """A value of the front matter as a template sees it: itself where it belongs to the shape."""
    if name in COMPARED:
        return value
    how = How.AS_IT_IS if name in AS_IT_IS else None
    if isinstance(value, str):
        return Hole(printed, name, 0, how) if value else value
    return [Hole(printed, name, place, how) if text else text for place, text in enumerate(value)]


class Sampler:
    """Draws samples with the templates and the configuration of a build."""

    def __init__(self, config: MkDocsConfig, env: Environment) -> None:
        self.config = config
        self.env = env
        self._filters = {name: watched(function) for name, function in self.env.filters.items()}
        self._filters["e"] = self._filters["escape"] = escaping(self.env.filters["e"])
        self._tests = {name: watched(function) for name, function in self.env.tests.items()}

    def draw(self, folders: Folders, depth: int, meta: Meta) -> Sample:
        """The sample of pages with such front matter, ``depth`` folders deep, the first being ``folders``.

        Raises NotPrinted where the theme does more with what differs than print it.
        """
        rest = (f"{_NOWHERE}-{number}" for number in range(len(folders), depth))
        where = SimpleNamespace(url="/".join((*folders, *rest)) + "/")
        printed, own, linked = Print(), Own(where.url), set[Folders]()
        page = _Page(printed, own, meta, bool(self.config.site_url))
        with self._watching(_addresses(self.env.filters["url"], where, linked)):
            try:
                template = self.env.get_template(TEMPLATE)
                text = template.render(self._context(where, page))
            except Exception as error:  # templates raise what they like; MkDocs will say it of its own page
                raise NotPrinted(str(error)) from error
        pieces, gaps = printed.cut(text)
        places = {gap: place for place, gap in enumerate(dict.fromkeys(gaps))}
        order = tuple(places[gap] for gap in gaps)
        others = frozenset(own.others)
        return Sample(where.url, tuple(pieces), tuple(places), order, frozenset(linked), others)

    def _context(self, where: SimpleNamespace, page: _Page) -> dict[str, Any]:
        """What MkDocs tells a template, without what may differ from page to page."""
        from mkdocs.commands.build import get_context

        unknown = dict.fromkeys(("nav", "pages", "extra_css", "extra_javascript"), Unknown())
        nothing: Any = Unknown()
        context = get_context(nothing, [], self.config, where)  # type: ignore[arg-type]  # all that is asked of a page
        return {**context, **unknown, "page": page}

    @contextmanager
    def _watching(self, address: Callable[..., Any]) -> Iterator[None]:
        """The environment with filters and tests that know holes."""
        filters, tests = self.env.filters, self.env.tests
        self.env.filters, self.env.tests = {**self._filters, "url": address}, self._tests
        try:
            yield
        finally:
            self.env.filters, self.env.tests = filters, tests


def _addresses(url: Callable[..., Any], where: SimpleNamespace, linked: set[Folders]) -> Callable[..., Any]:
    """The filter ``url``, for links from ``where``; it puts down where they lead."""

    def address(context: Mapping[str, Any], path: Any) -> Any:
        if isinstance(path, Hole):
            return path.as_address()
        names = normpath(f"/{path}")[1:].split("/")
        linked.update(tuple(names[:count]) for count in range(1, len(names) + 1))
        return url({"page": where, "base_url": context["base_url"]}, path)

    return like(url, address)
