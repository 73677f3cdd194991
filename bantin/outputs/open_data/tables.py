"""The published shape as files: what each holds, its title, and its rows."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from typing import Any

from bantin.outputs.open_data import bulletin_shape, shape
from bantin.outputs.open_data.figures import Said

FOLDER = "du-lieu"
NO_YEAR = "khac"
"""In place of the year of what has no day."""

BASE = f"{FOLDER}/v{shape.VERSION}"

Row = tuple[Any, Said]
"""A row of the published shape, and the figures in it as they are written there."""


@dataclass(frozen=True, slots=True)
class Table:
    """One kind of thing that is published as data.

    name: as others refer to it, also the key of its rows in JSON; file: its name in addresses; kind: the type
    of its rows; yearly: whether it has a file for each year; in_package: whether the package has it as CSV;
    long: whether a row is so long that each of its fields has a line of its own in JSON.
    """

    name: str
    file: str
    title: str
    kind: type
    yearly: bool = False
    in_package: bool = True
    long: bool = False

    @property
    def each(self) -> str:
        """What a row of it is, in a sentence."""
        told = self.kind.__doc__ or ""
        return f"Mỗi dòng là {told[:1].lower()}{told[1:]}"


FIGURES = Table("figures", "so-lieu", "Số liệu", shape.Figure, yearly=True)
INDICATORS = Table("indicators", "chi-tieu", "Chỉ tiêu", shape.Indicator)
ORGANISATIONS = Table("organisations", "co-quan", "Cơ quan", shape.Organisation)
PERIODS = Table("periods", "ky", "Kỳ số liệu", shape.Period)
BULLETINS = Table("bulletins", "tin", "Tin", bulletin_shape.Bulletin, yearly=True, long=True)
ACTS = Table("acts", "viec", "Việc của các cuộc họp", bulletin_shape.Act, yearly=True)
CORRECTIONS = Table("corrections", "dinh-chinh", "Đính chính", shape.Correction, long=True)
TABLES = (FIGURES, INDICATORS, ORGANISATIONS, PERIODS, BULLETINS, ACTS, CORRECTIONS)
FILES = Table("files", "muc-luc", "Mục lục", shape.File, in_package=False)
KEYS = {
    "periods": "id",
    "indicators": "id",
    "organisations": "id",
    "corrections": "id",
    "figures": "id",
    "acts": "id",
}
KEYS |= {"bulletins": "address", "files": "address"}
"""The field that tells the rows of a table apart."""


def schema_path(table: Table) -> str:
    """Where the JSON Schema of a table's files lies, below the site."""
    return f"{BASE}/schema/{table.file}.json"


@dataclass(frozen=True)
class Filled:
    """A table with its rows."""

    table: Table
    rows: tuple[Row, ...]


def by_year(filled: Filled) -> Iterable[tuple[str, tuple[Row, ...]]]:
    """The rows of a table by year, "" for those of no day; all of them together where it is not yearly."""
    if not filled.table.yearly:
        return (("", filled.rows),)
    found: dict[str, list[Row]] = {}
    for row in filled.rows:
        day = getattr(row[0], "last_day", None) or getattr(row[0], "day", None)
        found.setdefault(f"{day.year}" if day else NO_YEAR, []).append(row)
    return tuple((year, tuple(found[year])) for year in sorted(found))
