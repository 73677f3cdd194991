"""How the tables of the package refer to one another, and what describes the whole."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date

from bantin.compose.said import Bulletins, Publisher
from bantin.language import slug
from bantin.outputs.open_data.csv_files import columns
from bantin.outputs.open_data.tables import KEYS, TABLES, Filled, Table

PACKAGED = tuple(table for table in TABLES if table.in_package)
_BY_NAME = {table.name: table for table in PACKAGED}


@dataclass(frozen=True, slots=True)
class Reference:
    """A column whose values are keys of another table."""

    column: str
    table: Table
    key: str


def references(table: Table) -> Iterator[Reference]:
    """What the columns of a table refer to."""
    for field in columns(table.kind):
        if field.of:
            yield Reference(field.name, _BY_NAME[field.of], KEYS[field.of])


@dataclass(frozen=True)
class Described:
    """The whole dataset: who publishes it, since when it is as it is, and its tables.

    changed_on: the day on which the public last read something new, None where no day is known.
    """

    publisher: Publisher
    changed_on: date | None
    tables: tuple[Filled, ...]

    @property
    def name(self) -> str:
        """Its name for programs."""
        return slug(self.publisher.name) or "du-lieu"

    @property
    def title(self) -> str:
        """Its name for people."""
        return f"Số liệu và tin của {self.publisher.name}"

    @property
    def about(self) -> str:
        """What it is, in a sentence."""
        return (
            f"Mọi số liệu và bản tin đã công bố trên trang của {self.publisher.name}, kèm nguồn và cách tính."
        )

    @property
    def version(self) -> str:
        """What tells it from earlier ones: the day of its latest change."""
        return self.changed_on.isoformat() if self.changed_on else ""


def changed_on(bulletins: Bulletins) -> date | None:
    """The day of the latest bulletin, change or correction that the public knows of."""
    standings = [article.standing for article in bulletins.articles]
    days = [day for one in standings for day in (one.published_on, one.changed_on) if day]
    return max([*days, *(entry.day for entry in bulletins.log.entries)], default=None)
