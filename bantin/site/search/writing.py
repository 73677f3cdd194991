"""The index as files that a browser asks for piece by piece: what a query needs and little else.

- ``index.json``: the names of the pieces, and of each page, the latest first, its number, kind, year, bodies;
- ``terms/N-DIGEST.json``: the postings of a share of the terms, by a hash of the folded term;
- ``pages/N-DIGEST.json``: what a list of results shows of the pages of a run of numbers.

A piece is named by its content: it keeps its name as long as that, and a browser never mixes pieces of two
releases.
"""

from __future__ import annotations

import hashlib
import json
from collections import defaultdict
from collections.abc import Iterator
from operator import itemgetter, sub
from pathlib import Path

from bantin.site.folder import Write
from bantin.site.search.indexing import Index
from bantin.site.search.numbering import run_length
from bantin.site.search.terms import IndexedPage

FOLDER = "tim-kiem"
"""Where the page of the search and its files lie."""

_PIECE = 12_000
"""Signs that a piece of the terms may hold on average: some 4 KB on the wire."""

_MOST_PIECES = 4096
_DIGITS = 8
"""Of a digest; it tells no more than the versions of one piece apart."""


def index_files(index: Index) -> Iterator[tuple[str, bytes]]:
    """Each file of the index by its path below the site."""
    terms = {f"terms/{number}": text for number, text in enumerate(_terms(index))}
    run = run_length(index.numbers)
    lists = {f"pages/{number}": text for number, text in _lists(index, run).items()}
    digests = {name: hashlib.sha256(text).hexdigest()[:_DIGITS] for name, text in (terms | lists).items()}
    overview = {
        "terms": [digests[name] for name in terms],
        "run": run,
        "lists": {name.removeprefix("pages/"): digests[name] for name in lists},
        **_overview(index),
    }
    yield f"{FOLDER}/index.json", _text(overview).encode()
    for name, text in (terms | lists).items():
        yield f"{FOLDER}/{name}-{digests[name]}.json", text


def _terms(index: Index) -> list[bytes]:
    """The pieces of the terms."""
    terms = {name: _text(forms) for name, forms in index.postings.items()}
    pieces = _pieces(sum(map(len, terms.values())))
    shared: list[list[str]] = [[] for _ in range(pieces)]
    for name, forms in terms.items():
        shared[piece_of(name, pieces)].append(f"{_text(name)}:{forms}")
    return [f"{{{','.join(entries)}}}".encode() for entries in shared]


def _lists(index: Index, run: int) -> dict[int, bytes]:
    """What is shown of pages, by the number of their run: each by its number."""
    lists: defaultdict[int, dict[int, list[str]]] = defaultdict(dict)
    for number, page in sorted(zip(index.numbers, index.pages, strict=True), key=itemgetter(0)):
        lists[number // run][number] = _shown(page)
    return {number: _text(shown).encode() for number, shown in lists.items()}


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


def _overview(index: Index) -> dict[str, object]:
    kinds = sorted({page.kind for page in index.pages})
    bodies = sorted({body for page in index.pages for body in page.bodies})
    place = {body: number for number, body in enumerate(bodies)}
    return {
        "kinds": kinds,
        "bodies": bodies,
        "number": list(map(sub, index.numbers, (0, *index.numbers))),
        "kind": [kinds.index(page.kind) for page in index.pages],
        "year": [int(page.day[:4] or 0) for page in index.pages],
        "body": [[place[body] for body in page.bodies] for page in index.pages],
    }


def _shown(page: IndexedPage) -> list[str]:
    return [page.address, page.title, page.date_line, page.mark]


_text = json.JSONEncoder(ensure_ascii=False, separators=(",", ":")).encode
