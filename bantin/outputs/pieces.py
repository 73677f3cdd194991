"""What is told, paragraph by paragraph, and these as plain HTML without classes or scripts."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator
from dataclasses import dataclass
from html import escape
from itertools import groupby

from bantin.compose.blocks import printed_items
from bantin.compose.said import (
    Acts,
    Article,
    Block,
    CorrectionNotice,
    Heading,
    Listing,
    LogEntry,
    Paragraph,
    Photo,
    Prose,
    Remarks,
    StatisticsPage,
    Words,
    plain,
)
from bantin.compose.standing import in_words
from bantin.language import format_date
from bantin.outputs.lines import Line, one_line
from bantin.outputs.photos import forms

AddressOf = Callable[[str], str]
"""How a file calls what lies at a rooted address of the site."""


@dataclass(frozen=True, slots=True)
class Piece:
    """One paragraph. tag: the element that it is in HTML; photo: the picture above it; address: the rooted
    one that it leads to, or ""."""

    tag: str
    prose: Prose
    photo: Photo | None = None
    address: str = ""


def of_article(article: Article) -> Iterator[Piece]:
    """The paragraphs of a bulletin in reading order, without its headline, with what became of it."""
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
            yield Piece("h2", as_prose(block.text))
        case Photo():
            credit = (f" (Ảnh: {block.credit})",) if block.credit else ()
            yield Piece("figcaption", (*as_prose(block.caption), *credit), block)
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


def of_figures(page: StatisticsPage) -> Iterator[Piece]:
    """What is new in the figures of a period: the first sentences of their page, and its key figures."""
    yield from (Piece("p", prose) for prose in page.intro)
    for figure in page.key_figures:
        change = (" (", *figure.change, ")") if figure.change else ()
        yield Piece("li", (f"{figure.label}: ", figure.number, *change))
    yield from (Piece("p", in_words(notice)) for notice in page.corrections)


def of_correction(entry: LogEntry) -> Iterator[Piece]:
    """A correction as the log tells it, and where it is shown."""
    yield Piece("p", in_words(CorrectionNotice("", entry.day, entry.changes, (), entry.reason)))
    if pages := (*entry.pages, *entry.series):
        yield Piece("p", ("Ở trang:",))
        yield from (Piece("li", as_prose(page.text), address=page.address) for page in pages)


def as_prose(words: Words) -> Prose:
    """Words as prose, whether they hold figures or not."""
    return (words,) if isinstance(words, str) else words


def in_html(pieces: Iterable[Piece], address_of: AddressOf) -> Iterator[Line]:
    """The pieces as elements, a line each; the items of a list stand together."""
    for is_list, group in groupby(pieces, key=lambda piece: piece.tag == "li"):
        yield from [("<ul>", ())] if is_list else ()
        yield from (_element(piece, address_of) for piece in group)
        yield from [("</ul>", ())] if is_list else ()


def _element(piece: Piece, address_of: AddressOf) -> Line:
    text = safe(plain(piece.prose))
    if piece.photo is not None:
        picture = _picture(piece.photo, address_of)
        told = (*piece.prose, *as_prose(piece.photo.alt))
        return f"<figure>{picture}<figcaption>{text}</figcaption></figure>", told
    if piece.address:
        text = f'<a href="{safe(address_of(piece.address))}">{text}</a>'
    tag = piece.tag
    inside = f"<{tag}>{text}</{tag}>"
    return (f"<p>{inside}</p>" if tag in ("strong", "em") else inside), piece.prose


def _picture(photo: Photo, address_of: AddressOf) -> str:
    form = [form for form in forms(photo.file, photo.width, photo.height) if form.kind == "jpg"][-1]
    source, alt = safe(address_of(f"/{form.path}")), safe(plain(photo.alt))
    return f'<img src="{source}" alt="{alt}" width="{form.width}" height="{form.height}">'


def safe(text: str) -> str:
    """Text for HTML, in one line."""
    return escape(one_line(text))
