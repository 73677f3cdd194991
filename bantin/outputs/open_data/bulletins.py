"""Composed bulletins and corrections in the published shape, each with the figures in its texts."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator

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
from bantin.outputs.open_data import bulletin_shape, shape
from bantin.outputs.open_data.bulletin_shape import BlockKind
from bantin.outputs.open_data.figures import Said, public_id
from bantin.outputs.open_data.shape import Code
from bantin.outputs.photos import forms

Tell = Callable[[Words], str]
"""Makes prose plain."""


def bulletin(article: Article) -> tuple[bulletin_shape.Bulletin, Said]:
    """A bulletin, and the figures in its texts."""
    standing, told = article.standing, _Telling()
    withdrawn = standing.outdated
    row = bulletin_shape.Bulletin(
        address=article.address,
        headline=told(article.headline, "headline"),
        day=article.day,
        date_line=article.date_line,
        kicker=told(article.kicker, "kicker"),
        published_on=standing.published_on,
        changed_on=standing.changed_on,
        withdrawn_on=withdrawn.day if withdrawn else None,
        withdrawn_because=withdrawn.reason if withdrawn else "",
        source_code=article.source_code,
        lead=told(article.lead, "lead"),
        byline=article.byline,
        body=tuple(_block(block, told.at(f"body/{at}")) for at, block in enumerate(article.body)),
        notes=tuple(told(note, "notes") for note in article.notes),
        documents=tuple(
            _document(file, told.at(f"documents/{at}")) for at, file in enumerate(article.attachments)
        ),
        evidence=tuple(Code(link.address) for link in article.evidence),
        corrections=tuple(Code(notice.address.rpartition("#")[2]) for notice in standing.corrections),
        figures=_ids(article),
    )
    return row, tuple(told.figures)


def acts(article: Article) -> Iterator[tuple[bulletin_shape.Act, Said]]:
    """The acts that a bulletin tells of, in the order of the bulletin."""
    items = (item for block in article.body if isinstance(block, Acts) for item in block.items)
    for number, item in enumerate(items, 1):
        told = _Telling()
        text = told(item.prose, "")
        name, address = f"{article.address}{number}", article.address
        yield bulletin_shape.Act(name, address, article.day, item.force, text), tuple(told.figures)


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
            changes=tuple(
                _change(change, told.at(f"changes/{at}")) for at, change in enumerate(entry.changes)
            ),
            pages=_addresses(entry),
            address=f"{log.address}#{entry.anchor}",
        )
        yield row, tuple(told.figures)


class _Telling:
    """Makes prose plain, and remembers the figures in it with the part of the row that has them."""

    def __init__(self) -> None:
        self.figures: list[tuple[FigureMention, str, str]] = []

    def __call__(self, words: Words, part: str) -> str:
        if isinstance(words, str):
            return words
        self.figures += [(figure, figure.text, part) for figure in figures_of(words)]
        return plain(words)

    def at(self, part: str) -> Tell:
        """Tells prose of this part."""
        return lambda words: self(words, part)


def _ids(article: Article) -> tuple[Code, ...]:
    """The figures that a bulletin shows, each once, in reading order."""
    shown = (article.headline, article.lead, article.key_figures, article.body)
    return tuple(dict.fromkeys(public_id(figure.identity) for figure in mentions(shown)))


def _block(block: ComposedBlock, told: Tell) -> bulletin_shape.Block:
    match block:
        case Paragraph():
            return bulletin_shape.Block(BlockKind.PARAGRAPH, told(block.prose))
        case Heading():
            return bulletin_shape.Block(BlockKind.HEADING, told(block.text))
        case Photo():
            return _photo(block, told)
        case Acts():
            items = tuple(bulletin_shape.Item(told(item.prose), item.force) for item in block.items)
            return bulletin_shape.Block(BlockKind.ACTS, told(block.lead), items)
        case Remarks():
            lead, office = told(block.lead), block.office
            items = _items(printed_items(block), told)
            return bulletin_shape.Block(BlockKind.REMARKS, lead, items, block.speaker, office)
        case Listing():
            return bulletin_shape.Block(BlockKind.LIST, told(block.lead), _items(printed_items(block), told))


def _items(items: Iterable[Prose], told: Tell) -> tuple[bulletin_shape.Item, ...]:
    return tuple(bulletin_shape.Item(told(item)) for item in items)


def _photo(photo: Photo, told: Tell) -> bulletin_shape.Block:
    """A photo: its largest file that every program reads."""
    largest = [form for form in forms(photo.file, photo.width, photo.height) if form.kind == "jpg"][-1]
    return bulletin_shape.Block(
        BlockKind.PHOTO,
        told(photo.caption),
        file=f"/{largest.path}",
        alt=told(photo.alt),
        credit=photo.credit,
    )


def _document(file: Attachment, told: Tell) -> bulletin_shape.Document:
    return bulletin_shape.Document(told(file.text), f"/{file.file}")


def _change(change: ChangedValue, told: Tell) -> shape.Change:
    return shape.Change(change.what, told(change.was), told(change.now))


def _addresses(entry: LogEntry) -> tuple[Code, ...]:
    links: tuple[Link, ...] = (*entry.pages, *entry.copies, *entry.series)
    return tuple(dict.fromkeys(Code(link.address) for link in links))
