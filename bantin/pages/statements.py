"""Pages that speak of the site itself, made ready for their template."""

from __future__ import annotations

from collections.abc import Iterator

from bantin.compose.open_data import OPEN_DATA
from bantin.compose.said import Bulletins, Statement, StatementSection
from bantin.outputs import Outputs
from bantin.outputs.open_data.fields import published_fields
from bantin.outputs.open_data.tables import TABLES
from bantin.pages.addresses import link
from bantin.pages.contexts import Context, StatementContext
from bantin.pages.parts import view_downloads
from bantin.pages.statement_views import ColumnView, StatementItemView, StatementSectionView


def statement_contexts(bulletins: Bulletins, outputs: Outputs) -> Iterator[tuple[str, Context]]:
    """The address and the context of each statement. outputs: what their sections offer."""
    for statement in bulletins.statements:
        yield statement.address, _context(statement, outputs)


def _context(statement: Statement, outputs: Outputs) -> StatementContext:
    return StatementContext(
        title=statement.title,
        summary=statement.summary,
        place=statement.address,
        language="" if statement.language == "vi" else statement.language,
        sections=tuple(_section(statement.address, section, outputs) for section in statement.sections),
    )


def _section(here: str, section: StatementSection, outputs: Outputs) -> StatementSectionView:
    entries = tuple(
        StatementItemView(link(here, item.address), item.text, item.note, item.language)
        for item in section.items
    )
    return StatementSectionView(
        section.heading,
        section.anchor,
        section.paragraphs,
        entries,
        downloads=view_downloads(here, outputs.of(here, section.anchor)),
        columns=_columns(section.anchor) if here == OPEN_DATA else (),
    )


def _columns(file: str) -> tuple[ColumnView, ...]:
    """What the columns of a published table are."""
    return tuple(
        ColumnView(field.name, field.title, field.meaning)
        for table in TABLES
        if table.file == file
        for field in published_fields(table.kind)
    )
