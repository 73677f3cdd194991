"""A bulletin to be pasted into another system: as plain text, and as HTML without classes or scripts."""

from __future__ import annotations

import posixpath
from collections.abc import Iterable, Iterator
from html import escape
from itertools import groupby

from bantin.compose.said import Article, plain
from bantin.outputs.lines import Line, assembled, one_line, passage
from bantin.outputs.output import Output
from bantin.outputs.pieces import Piece, as_prose, in_html, of_article, safe

LABEL_TEXT, LABEL_HTML = "Văn bản", "HTML để dán"
_MARK = "\ufeff"
"""Tells programs that know no encoding of a text file, and browsers, that it is UTF-8."""


def pasted(article: Article, policy: str, site: str = "") -> tuple[Output, Output]:
    """The bulletin as plain text and as HTML, beside its page.

    policy: the content security policy that pages carry, "" for none; site: the address of the site, with
    which photos are named so that they are found from wherever the source is pasted; "" for none.
    """
    page = article.address
    pieces = (Piece("h1", as_prose(article.headline)), *of_article(article))
    stem = f"{page.lstrip('/')}{posixpath.basename(page.rstrip('/'))}"
    text, html = passage(_text_lines(pieces)), passage(_html_lines(article, pieces, policy, site))
    return (
        assembled(f"{stem}.txt", "text", [text], page=page, label=LABEL_TEXT, mark=_MARK),
        assembled(f"{stem}.html", "html", [html], page=page, label=LABEL_HTML),
    )


def _text_lines(pieces: Iterable[Piece]) -> Iterator[Line]:
    """A paragraph a line with an empty line between them; the items of a list stand together."""
    for number, (is_list, group) in enumerate(groupby(pieces, key=lambda piece: piece.tag == "li")):
        for inside, piece in enumerate(group):
            if (number or inside) and not (is_list and inside):
                yield "", ()
            yield ("- " if is_list else "") + one_line(plain(piece.prose)), piece.prose


def _html_lines(article: Article, pieces: Iterable[Piece], policy: str, site: str) -> Iterator[Line]:
    title, description = plain(article.headline), plain(article.description)
    carried = f'<meta http-equiv="Content-Security-Policy" content="{escape(policy)}">'
    yield "<!doctype html>", ()
    yield '<html lang="vi">', ()
    yield '<meta charset="utf-8">', ()
    yield from [(carried, ())] if policy else ()
    yield '<meta name="viewport" content="width=device-width, initial-scale=1">', ()
    yield '<meta name="robots" content="noindex">', ()
    yield f"<title>{safe(title)}</title>", as_prose(article.headline)
    yield f'<meta name="description" content="{safe(description)}">', as_prose(article.description)
    yield from in_html(pieces, lambda address: _called(address, article, site))
    yield "</html>", ()


def _called(address: str, article: Article, site: str) -> str:
    """A rooted address with that of the site before it, or where none is known, as seen from the article."""
    return site.rstrip("/") + address if site else posixpath.relpath(address, article.address)
