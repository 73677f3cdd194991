"""A bulletin to be pasted into another system: as plain text, and as HTML without classes or scripts."""

from __future__ import annotations

import posixpath
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from html import escape
from itertools import groupby

from bantin.compose.blocks import printed_items
from bantin.compose.said import (
    Acts,
    Article,
    Block,
    Heading,
    Listing,
    Paragraph,
    Photo,
    Prose,
    Remarks,
    Words,
    plain,
)
from bantin.compose.standing import in_words
from bantin.compose.walking import figures_of
from bantin.language import format_date
from bantin.ledger import Place
from bantin.outputs.output import Output, Shown, line
from bantin.outputs.photos import forms

LABEL_TEXT, LABEL_HTML = "Văn bản", "HTML để dán"
_MARK = "\ufeff"
"""Tells programs that know no encoding of a text file, and browsers, that it is UTF-8."""


@dataclass(frozen=True, slots=True)
class Piece:
    """One paragraph of a bulletin. tag: the element that it is in HTML; photo: the picture above it."""

    tag: str
    prose: Prose
    photo: Photo | None = None


def pasted(article: Article, policy: str) -> tuple[Output, Output]:
    """The bulletin as plain text and as HTML, beside its page.

    policy: the content security policy that pages carry, "" for none.
    """
    pieces = tuple(_pieces(article))
    stem = f"{article.address.lstrip('/')}{posixpath.basename(article.address.rstrip('/'))}"
    return (
        _output(article, f"{stem}.txt", "text", LABEL_TEXT, _text_lines(pieces)),
        _output(article, f"{stem}.html", "html", LABEL_HTML, _html_lines(article, pieces, policy)),
    )


Line = tuple[str, Prose]
"""A line as it is written, and the prose in it."""


def _output(article: Article, path: str, kind: str, label: str, lines: Iterable[Line]) -> Output:
    written: list[str] = []
    shown: list[Shown] = []
    for number, (text, prose) in enumerate(lines, 1):
        written.append(text)
        for figure in figures_of(prose):
            shown.append((figure, Place(f"/{path}", line(number), kind, figure.text)))
    content = (_MARK * (kind == "text") + "\n".join(written) + "\n").encode()
    return Output(path, content, tuple(shown), article.address, label=label)


def _pieces(article: Article) -> Iterator[Piece]:
    """The paragraphs of a bulletin in reading order, with what became of it."""
    yield Piece("h1", _prose(article.headline))
    standing = article.standing
    if standing.outdated is not None:
        day, reason = format_date(standing.outdated.day), standing.outdated.reason.rstrip(".")
        yield Piece("p", (f"Đã rút {day}, vì {reason}. Nội dung dưới đây chỉ để tra cứu.",))
    if article.lead:
        source = (f"({article.source_code}) – ",) if article.source_code else ()
        yield Piece("strong", (*source, *article.lead))
    for block in article.body:
        yield from _of_block(block)
    yield from (Piece("em", (name,)) for name in article.byline)
    yield from (Piece("p", in_words(notice)) for notice in standing.corrections)
    yield from (Piece("p", note) for note in article.notes)
    if article.citation is not None:
        yield Piece("p", ("Nguồn: ", *article.citation.text, f", {article.citation.address}"))


def _of_block(block: Block) -> Iterator[Piece]:
    match block:
        case Paragraph():
            yield Piece("p", block.prose)
        case Heading():
            yield Piece("h2", _prose(block.text))
        case Photo():
            credit = (f" (Ảnh: {block.credit})",) if block.credit else ()
            yield Piece("figcaption", (*_prose(block.caption), *credit), block)
        case Acts():
            yield from _lead(block.lead)
            yield from (Piece("li", (f"{item.force}: ", *item.prose)) for item in block.items)
        case Remarks():
            office = f", {block.office}" if block.office else ""
            said = (", " if office else " ", *block.lead) if block.lead else ()
            yield Piece("p", (f"{block.speaker}{office}", *said))
            yield from (Piece("li", item) for item in printed_items(block))
        case Listing():
            yield from _lead(block.lead)
            yield from (Piece("li", item) for item in printed_items(block))


def _lead(prose: Prose) -> Iterator[Piece]:
    if prose:
        yield Piece("p", prose)


def _prose(words: Words) -> Prose:
    return (words,) if isinstance(words, str) else words


def _text_lines(pieces: Iterable[Piece]) -> Iterator[Line]:
    """A paragraph a line with an empty line between them; the items of a list stand together."""
    for number, (is_list, group) in enumerate(groupby(pieces, key=lambda piece: piece.tag == "li")):
        for inside, piece in enumerate(group):
            if (number or inside) and not (is_list and inside):
                yield "", ()
            yield ("- " if is_list else "") + _one_line(plain(piece.prose)), piece.prose


def _html_lines(article: Article, pieces: Iterable[Piece], policy: str) -> Iterator[Line]:
    title, description = plain(article.headline), plain(article.description)
    carried = f'<meta http-equiv="Content-Security-Policy" content="{escape(policy)}">'
    yield "<!doctype html>", ()
    yield '<html lang="vi">', ()
    yield '<meta charset="utf-8">', ()
    yield from [(carried, ())] if policy else ()
    yield '<meta name="viewport" content="width=device-width, initial-scale=1">', ()
    yield '<meta name="robots" content="noindex">', ()
    yield f"<title>{_safe(title)}</title>", _prose(article.headline)
    yield f'<meta name="description" content="{_safe(description)}">', _prose(article.description)
    for is_list, group in groupby(pieces, key=lambda piece: piece.tag == "li"):
        yield from [("<ul>", ())] if is_list else ()
        yield from (_element(article, piece) for piece in group)
        yield from [("</ul>", ())] if is_list else ()
    yield "</html>", ()


def _element(article: Article, piece: Piece) -> Line:
    text = _safe(plain(piece.prose))
    if piece.photo is not None:
        picture = _picture(article, piece.photo)
        told = (*piece.prose, *_prose(piece.photo.alt))
        return f"<figure>{picture}<figcaption>{text}</figcaption></figure>", told
    tag = piece.tag
    inside = f"<{tag}>{text}</{tag}>"
    return (f"<p>{inside}</p>" if tag in ("strong", "em") else inside), piece.prose


def _picture(article: Article, photo: Photo) -> str:
    form = [form for form in forms(photo.file, photo.width, photo.height) if form.kind == "jpg"][-1]
    source = posixpath.relpath(f"/{form.path}", article.address)
    alt = _safe(plain(photo.alt))
    return f'<img src="{_safe(source)}" alt="{alt}" width="{form.width}" height="{form.height}">'


def _safe(text: str) -> str:
    return escape(_one_line(text))


def _one_line(text: str) -> str:
    """Without the breaks at which a file would be cut into other lines; hard spaces stay."""
    return " ".join(text.splitlines()).strip()
