"""The index as files that a browser asks for piece by piece: what a query needs and little else.

- ``index.json``: how many pages and pieces there are, and for filters the kind, day and bodies of every page;
- ``terms-N.json``: the postings of a share of the terms, by a hash of the folded term;
- ``pages-N.json``: what a list of results shows of a run of pages.

All but the first lie in a folder named by their content: a browser never mixes pieces of two releases.
"""

from __future__ import annotations

import hashlib
import json
from collections.abc import Iterator
from pathlib import Path

from bantin.site.folder import Write
from bantin.site.search.indexing import Index
from bantin.site.search.terms import IndexedPage

FOLDER = "tim-kiem"
"""Where the page of the search and its files lie."""

_PIECE = 12_000
"""Signs that a piece of the terms may hold on average: some 4 KB on the wire."""

_MOST_PIECES = 4096
_PAGES_A_PIECE = 32


def index_files(index: Index) -> Iterator[tuple[str, bytes]]:
    """Each file of the index by its path below the site."""
    terms = {name: _text(forms) for name, forms in index.postings.items()}
    pieces = _pieces(sum(map(len, terms.values())))
    shared: list[list[str]] = [[] for _ in range(pieces)]
    for name, forms in terms.items():
        shared[piece_of(name, pieces)].append(f"{_text(name)}:{forms}")
    found = [f"{{{','.join(entries)}}}" for entries in shared]
    runs = [index.pages[at : at + _PAGES_A_PIECE] for at in range(0, len(index.pages), _PAGES_A_PIECE)]
    lists = [_text([_shown(page) for page in run]) for run in runs]
    version = hashlib.sha256("\n".join((*found, *lists)).encode()).hexdigest()[:12]
    yield f"{FOLDER}/index.json", _text(_overview(index, version, pieces)).encode()
    for number, text in enumerate(found):
        yield f"{FOLDER}/{version}/terms-{number}.json", text.encode()
    for number, text in enumerate(lists):
        yield f"{FOLDER}/{version}/pages-{number}.json", text.encode()


def write_index(site: Path, index: Index, write: Write) -> None:
    """Writes the files of the index into a finished site. Raises OSError."""
    for name, content in index_files(index):
        write(site / name, content)


def piece_of(term: str, pieces: int) -> int:
    """The number of the piece that holds a folded term: FNV-1a, 32 bits, of its UTF-8 bytes, both halves.

    Source: Fowler, Noll, Vo, Eastlake, "The FNV Non-Cryptographic Hash Algorithm" (IETF draft). ``search.js``
    does the same.
    """
    value = 0x811C9DC5
    for byte in term.encode():
        value = (value ^ byte) * 0x01000193 & 0xFFFFFFFF
    return (value ^ value >> 16) % pieces


def _pieces(signs: int) -> int:
    """A power of two, so that the pieces keep their terms when an archive grows a little."""
    pieces = 1
    while pieces * _PIECE < signs and pieces < _MOST_PIECES:
        pieces *= 2
    return pieces


def _overview(index: Index, version: str, pieces: int) -> dict[str, object]:
    kinds = sorted({page.kind for page in index.pages})
    bodies = sorted({body for page in index.pages for body in page.bodies})
    place = {body: number for number, body in enumerate(bodies)}
    return {
        "version": version,
        "pieces": pieces,
        "run": _PAGES_A_PIECE,
        "kinds": kinds,
        "bodies": bodies,
        "kind": [kinds.index(page.kind) for page in index.pages],
        "year": [int(page.day[:4] or 0) for page in index.pages],
        "body": [[place[body] for body in page.bodies] for page in index.pages],
    }


def _shown(page: IndexedPage) -> list[str]:
    return [page.address, page.title, page.date_line, page.mark]


_text = json.JSONEncoder(ensure_ascii=False, separators=(",", ":")).encode
