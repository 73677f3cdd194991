"""What stands in the body of a bulletin, as data for the typesetter."""

from __future__ import annotations

from collections.abc import Mapping
from functools import singledispatch
from typing import Any

from bantin.compose.blocks import printed_items
from bantin.compose.said import Acts, Block, Heading, Listing, Paragraph, Photo, Remarks, plain
from bantin.outputs.documents.reading import Reading

Data = dict[str, Any]


@singledispatch
def block_data(block: Block, reading: Reading, photos: Mapping[str, str]) -> Data:
    """A block of the body. photos: for each photo, where the typesetter finds it."""
    raise TypeError(f"no way to set {type(block).__name__}")


@block_data.register
def _paragraph(block: Paragraph, reading: Reading, photos: Mapping[str, str]) -> Data:
    return {"kind": "paragraph", "text": reading.read(block.prose, "thân bài")}


@block_data.register
def _heading(block: Heading, reading: Reading, photos: Mapping[str, str]) -> Data:
    return {"kind": "heading", "text": reading.read(block.text, "thân bài")}


@block_data.register
def _listing(block: Listing, reading: Reading, photos: Mapping[str, str]) -> Data:
    lead = reading.read(block.lead, "thân bài")
    return {"kind": "list", "lead": lead, "items": _items(block, reading)}


@block_data.register
def _remarks(block: Remarks, reading: Reading, photos: Mapping[str, str]) -> Data:
    lead = reading.read(block.lead, "thân bài")
    return {
        "kind": "remarks",
        "speaker": block.speaker,
        "office": block.office,
        "lead": lead,
        "items": _items(block, reading),
    }


@block_data.register
def _acts(block: Acts, reading: Reading, photos: Mapping[str, str]) -> Data:
    lead = reading.read(block.lead, "thân bài")
    items = [{"force": item.force, "text": reading.read(item.prose, "thân bài")} for item in block.items]
    return {"kind": "acts", "lead": lead, "items": items}


@block_data.register
def _photo(block: Photo, reading: Reading, photos: Mapping[str, str]) -> Data:
    return {
        "kind": "photo",
        "file": photos[block.file],
        "alt": plain(block.alt),
        "caption": reading.read(block.caption, "chú thích ảnh"),
        "credit": block.credit,
        "ratio": block.width / block.height,
    }


def _items(block: Listing | Remarks, reading: Reading) -> list[str]:
    return [reading.read(item, "thân bài") for item in printed_items(block)]
