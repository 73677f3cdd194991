"""A bulletin as a document: everything that a reader of its page gets, as data for the typesetter.

Nothing in the data is markup. The template says how each part looks; what a part is called here it is called
there.
"""

from __future__ import annotations

import json
import posixpath
from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from typing import Any
from urllib.parse import urljoin

from bantin.compose.said import Article, Attachment, ChangedValue, Link, Notice, Publisher, plain
from bantin.compose.source_groups import source_groups
from bantin.compose.standing import printed_day
from bantin.compose.told_notices import notices_of
from bantin.outputs.documents.blocks import block_data
from bantin.outputs.documents.counting import derived_data, group_data
from bantin.outputs.documents.reading import Reading, printable
from bantin.outputs.output import Shown

Data = dict[str, Any]


@dataclass(frozen=True, slots=True)
class Proof:
    """That a document is a draft for a signature. mark: stands on each sheet; made: when it was made."""

    mark: str
    made: str


@dataclass(frozen=True, slots=True)
class Document:
    """What the typesetter is given of a bulletin. shown: its figures in reading order; lost: the letters that
    the typefaces do not have and that are named by their numbers instead."""

    data: bytes
    shown: tuple[Shown, ...]
    lost: str


def document_path(article: Article) -> str:
    """Where the document of a bulletin lies below the site: beside the page, under its name."""
    folder = article.address.strip("/")
    return f"{folder}/{posixpath.basename(folder)}.pdf"


def documented(
    article: Article, publisher: Publisher, photos: Mapping[str, str], proof: Proof | None = None
) -> Document:
    """The document of a bulletin.

    photos: for each photo, where the typesetter finds it; proof: that it is a draft, or None.
    """
    reading = Reading(document_path(article))
    data = {
        **_head(article, publisher, reading),
        "body": [block_data(block, reading, photos) for block in article.body],
        **_end(article, publisher, reading),
        "proof": None if proof is None else {"mark": proof.mark, "made": proof.made},
    }
    lost: set[str] = set()
    text = json.dumps(printable(data, lost), ensure_ascii=False, separators=(",", ":"))
    return Document(text.encode(), tuple(reading.shown), "".join(sorted(lost)))


def _head(article: Article, publisher: Publisher, reading: Reading) -> Data:
    """What stands above the body."""
    day = article.standing.published_on
    told = [f"{step.what} {printed_day(step)}" for step in article.standing.steps]
    return {
        "publisher": publisher.name,
        "parent": publisher.parent,
        "site": publisher.title,
        "address": _whole(publisher, article.address),
        "published": None if day is None else [day.year, day.month, day.day],
        "kicker": reading.read(article.kicker, "chuyên mục"),
        "title": reading.read(article.headline, "tiêu đề"),
        "description": plain(article.description),
        "dates": [article.date_line, *told],
        "notices": [_notice(notice, publisher, reading) for notice in notices_of(article)],
        "code": article.source_code,
        "lead": reading.read(article.lead, "sapô"),
        "band": [
            {
                "number": reading.read((figure.number,), "số nổi bật"),
                "label": figure.label,
                "change": reading.read(figure.change, "số nổi bật"),
            }
            for figure in article.key_figures
        ],
    }


def _end(article: Article, publisher: Publisher, reading: Reading) -> Data:
    """What stands below the body."""
    citation = article.citation
    return {
        "byline": article.byline,
        "attachments": [_attachment(file, publisher, reading) for file in article.attachments],
        "notes": [reading.read(note, "ghi chú") for note in article.notes],
        "places": _links((*article.evidence, *article.statistics), publisher, reading),
        "derived": [derived_data(entry, reading) for entry in article.sources if entry.how],
        "given": [group_data(group, reading) for group in source_groups(article.sources)],
        "glossary": [{"short": entry.text, "meaning": entry.meaning} for entry in article.glossary],
        "citation": None
        if citation is None
        else {
            "words": reading.read(citation.text, "trích dẫn"),
            "address": citation.address,
            "licence": _link(citation.licence, publisher, reading),
        },
        "contact": publisher.contact,
        "editor": publisher.editor,
    }


def _notice(notice: Notice, publisher: Publisher, reading: Reading) -> Data:
    return {
        "title": notice.title,
        "changes": [_change(change, reading) for change in notice.changes],
        "derived": [_change(change, reading) for change in notice.derived],
        "reason": notice.reason,
        "links": _links(notice.links, publisher, reading),
    }


def _change(change: ChangedValue, reading: Reading) -> Data:
    """What was corrected, what stood there and what does now; "" where nothing stands."""
    return {
        "what": change.what,
        "was": reading.read(change.was, "đính chính"),
        "now": reading.read(change.now, "đính chính"),
    }


def _attachment(file: Attachment, publisher: Publisher, reading: Reading) -> Data:
    text = f"{reading.read(file.text, 'văn bản kèm theo')} ({file.kind_and_size})"
    return {"text": text, "address": _whole(publisher, f"/{file.file}")}


def _links(places: Iterable[Link], publisher: Publisher, reading: Reading) -> list[Data]:
    return [_link(place, publisher, reading) for place in places]


def _link(place: Link, publisher: Publisher, reading: Reading) -> Data:
    """A place to go to, with its whole address: paper has nothing to press."""
    return {"text": reading.read(place.text, "đường dẫn"), "address": _whole(publisher, place.address)}


def _whole(publisher: Publisher, address: str) -> str:
    """The address with the site before it, where the site has one; rooted ones else stay as they are."""
    if address.startswith("/") and publisher.site_address:
        return urljoin(f"{publisher.site_address.rstrip('/')}/", address[1:])
    return address
