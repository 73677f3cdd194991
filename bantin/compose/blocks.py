"""The blocks of an article: their prose in reading order, abbreviations defined in them, photos."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace

from bantin.compose.prose import Definitions, Teller
from bantin.compose.said import ActItem, Acts, Block, Listing, Paragraph, Photo, Prose, Remarks, plain, words
from bantin.dataset.pictures import Picture
from bantin.dataset.records.article import PhotoRecord

_SENTENCE_ENDS = ".;,… "


def defined(block: Block, definitions: Definitions) -> Block:
    """The block with its abbreviations defined at first use, in reading order."""
    define = definitions.apply
    match block:
        case Paragraph():
            return Paragraph(define(block.prose))
        case Listing():
            lead = define(block.lead)
            return replace(block, lead=lead, items=tuple(define(item) for item in block.items))
        case Remarks():
            office = define((block.office,))
            lead = define(block.lead)
            items = tuple(define(item) for item in block.items)
            return replace(block, office=plain(office), lead=lead, items=items)
        case Acts():
            lead = define(block.lead)
            return Acts(lead, tuple(ActItem(item.force, define(item.prose)) for item in block.items))
    return block


def told(block: Block) -> Iterator[Prose]:
    """All prose of a block in reading order."""
    match block:
        case Paragraph():
            yield block.prose
        case Listing() | Remarks():
            yield from (block.lead, *block.items)
        case Acts():
            yield from (block.lead, *(item.prose for item in block.items))


def printed_items(block: Listing | Remarks) -> tuple[Prose, ...]:
    """The items as printed: the last one of a list that does not claim to be complete ends in "…"."""
    items = block.items
    return (*items[:-1], _left_open(items[-1])) if block.open and items else items


def _left_open(item: Prose) -> Prose:
    if plain(item).endswith("…"):
        return item
    *before, last = item or ("",)
    return (*before, last.rstrip(_SENTENCE_ENDS) + "…") if isinstance(last, str) else (*before, last, "…")


def compose_photo(photo: PhotoRecord, picture: Picture, teller: Teller) -> Photo:
    """A photo with its caption."""
    return Photo(
        file=picture.file,
        caption=words(teller.tell(photo.caption)),
        alt=words(teller.tell(photo.alt)),
        credit=photo.credit or "",
        width=picture.width,
        height=picture.height,
    )
