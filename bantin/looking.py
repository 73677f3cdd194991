"""Finished pages read once, for search and audit: by several processes, and kept by their HTML."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from functools import partial
from pathlib import Path
from typing import Any

from bantin.dataset.memory import collection_paused
from bantin.kept_results import Results, result_name
from bantin.site.audit import SeenPage, see
from bantin.site.search import IndexedPage, look_up
from bantin.spread import spread

Plain = tuple[list[Any], list[Any] | None]
"""What the audit has to know of a page, and the search, as plain values."""


@dataclass(frozen=True, slots=True)
class Looked:
    """What was found on the pages of a finished site, by their files."""

    pages: Mapping[str, Plain]

    def seen(self, site: Path, pages: Sequence[str], address: str) -> Iterator[SeenPage]:
        """Pages as the audit sees them. Raises OSError for one that was not there before and is no file."""
        for page in pages:
            if page in self.pages:
                yield SeenPage.from_plain(self.pages[page][0])
            else:
                yield see(page, (site / page).read_text(encoding="utf-8"), address)

    def found(self, _: Path, pages: Sequence[str]) -> Iterator[IndexedPage | None]:
        """Pages as the search knows them."""
        for page in pages:
            plain = self.pages[page][1]
            yield IndexedPage.from_plain(plain) if plain else None


def look(site: Path, pages: Sequence[str], address: str, results: Results | None = None) -> Looked:
    """Reads pages of a finished site; what is kept of the same HTML is not found anew.

    address: where the site will be published, or "". Raises OSError.
    """
    with collection_paused():
        found = spread(partial(_looked, site, address, results), pages)
    if results:
        made = {name: plain for name, plain, is_new in found if is_new}
        results.keep(made, [name for name, _, is_new in found if not is_new])
    return Looked({page: plain for page, (_, plain, _) in zip(pages, found, strict=True)})


def _looked(
    site: Path, address: str, results: Results | None, pages: Iterable[str]
) -> list[tuple[str, Plain, bool]]:
    """The name under which each page's result is kept, the result, and whether it is new."""
    files = [(page, (site / page).read_bytes()) for page in pages]
    names = [result_name("page", page, address, content) for page, content in files]
    kept = results.kept(names) if results else {}
    return [
        (name, kept[name], False) if name in kept else (name, _plain(page, address, content), True)
        for name, (page, content) in zip(names, files, strict=True)
    ]


def _plain(page: str, address: str, content: bytes) -> Plain:
    html = content.decode("utf-8")
    indexed = look_up(f"/{page.removesuffix('index.html')}", html)
    return see(page, html, address).to_plain(), indexed.to_plain() if indexed else None
