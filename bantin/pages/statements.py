"""Pages that speak of the site itself, made ready for their template."""

from __future__ import annotations

from collections.abc import Iterator

from bantin.compose.said import Bulletins, Statement, StatementSection
from bantin.pages.addresses import link
from bantin.pages.contexts import Context, StatementContext
from bantin.pages.statement_views import StatementItemView, StatementSectionView


def statement_contexts(bulletins: Bulletins) -> Iterator[tuple[str, Context]]:
    """The address and the context of each statement."""
    for statement in bulletins.statements:
        yield statement.address, _context(statement)


def _context(statement: Statement) -> StatementContext:
    return StatementContext(
        title=statement.title,
        summary=statement.summary,
        place=statement.address,
        language="" if statement.language == "vi" else statement.language,
        sections=tuple(_section(statement.address, section) for section in statement.sections),
    )


def _section(here: str, section: StatementSection) -> StatementSectionView:
    entries = tuple(
        StatementItemView(link(here, item.address), item.text, item.note, item.language)
        for item in section.items
    )
    return StatementSectionView(section.heading, section.anchor, section.paragraphs, entries)
