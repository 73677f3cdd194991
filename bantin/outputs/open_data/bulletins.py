"""Composed bulletins and corrections in the published shape, each with the figures in its texts."""

from __future__ import annotations

from collections.abc import Iterable, Iterator

from bantin.compose.blocks import printed_items
from bantin.compose.said import (
    Acts,
    Article,
    Attachment,
    ChangedValue,
    CorrectionLog,
    FigureMention,
    Heading,
    Link,
    Listing,
    LogEntry,
    Paragraph,
    Photo,
    Prose,
    Remarks,
    Words,
    plain,
)
from bantin.compose.said import Block as ComposedBlock
from bantin.compose.walking import figures_of, mentions
from bantin.outputs.open_data import shape
from bantin.outputs.open_data.figures import Said, public_id
from bantin.outputs.open_data.shape import BlockKind
from bantin.outputs.photos import forms


def bulletin(article: Article) -> tuple[shape.Bulletin, Said]:
    """A bulletin, and the figures in its texts."""
    standing, told = article.standing, _Telling()
    withdrawn = standing.outdated
    row = shape.Bulletin(
        address=article.address,
        headline=told(article.headline),
        day=article.day,
        date_line=article.date_line,
        kicker=told(article.kicker),
        published_on=standing.published_on,
        changed_on=standing.changed_on,
        withdrawn_on=withdrawn.day if withdrawn else None,
        withdrawn_because=withdrawn.reason if withdrawn else "",
        source_code=article.source_code,
        lead=told(article.lead),
        byline=article.byline,
        body=tuple(_block(block, told) for block in article.body),
        notes=tuple(told(note) for note in article.notes),
        documents=tuple(_document(file, told) for file in article.attachments),
        evidence=tuple(link.address for link in article.evidence),
        corrections=tuple(notice.address.rpartition("#")[2] for notice in standing.corrections),
        figures=_ids(article),
    )
    return row, tuple(told.figures)


def corrections(log: CorrectionLog) -> Iterator[tuple[shape.Correction, Said]]:
    """Corrections and withdrawals, the latest first."""
    for entry in log.entries:
        told = _Telling()
        row = shape.Correction(
            id=entry.anchor,
            day=entry.day,
            kind=entry.kind,
            reason=entry.reason,
            facts=entry.facts,
            changes=tuple(_change(change, told) for change in entry.changes),
            pages=_addresses(entry),
            address=f"{log.address}#{entry.anchor}",
        )
        yield row, tuple(told.figures)


class _Telling:
    """Makes prose plain, and remembers the figures in it."""

    def __init__(self) -> None:
        self.figures: list[tuple[FigureMention, str]] = []

    def __call__(self, words: Words) -> str:
        if isinstance(words, str):
            return words
        self.figures += [(figure, figure.text) for figure in figures_of(words)]
        return plain(words)


def _ids(article: Article) -> tuple[str, ...]:
    """The figures that a bulletin shows, each once, in reading order."""
    shown = (article.headline, article.lead, article.key_figures, article.body)
    return tuple(dict.fromkeys(public_id(figure.identity) for figure in mentions(shown)))


def _block(block: ComposedBlock, told: _Telling) -> shape.Block:
    match block:
        case Paragraph():
            return shape.Block(BlockKind.PARAGRAPH, told(block.prose))
        case Heading():
            return shape.Block(BlockKind.HEADING, told(block.text))
        case Photo():
            return _photo(block, told)
        case Acts():
            items = tuple(shape.Item(told(item.prose), item.force) for item in block.items)
            return shape.Block(BlockKind.ACTS, told(block.lead), items)
        case Remarks():
            lead, office = told(block.lead), block.office
            items = _items(printed_items(block), told)
            return shape.Block(BlockKind.REMARKS, lead, items, block.speaker, office)
        case Listing():
            return shape.Block(BlockKind.LIST, told(block.lead), _items(printed_items(block), told))


def _items(items: Iterable[Prose], told: _Telling) -> tuple[shape.Item, ...]:
    return tuple(shape.Item(told(item)) for item in items)


def _photo(photo: Photo, told: _Telling) -> shape.Block:
    """A photo: its largest file that every program reads."""
    largest = [form for form in forms(photo.file, photo.width, photo.height) if form.kind == "jpg"][-1]
    return shape.Block(
        BlockKind.PHOTO,
        told(photo.caption),
        file=f"/{largest.path}",
        alt=told(photo.alt),
        credit=photo.credit,
    )


def _document(file: Attachment, told: _Telling) -> shape.Document:
    return shape.Document(told(file.text), f"/{file.file}")


def _change(change: ChangedValue, told: _Telling) -> shape.Change:
    return shape.Change(change.what, told(change.was), told(change.now))


def _addresses(entry: LogEntry) -> tuple[str, ...]:
    links: tuple[Link, ...] = (*entry.pages, *entry.copies, *entry.series)
    return tuple(dict.fromkeys(link.address for link in links))
