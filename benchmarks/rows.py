"""What was measured beside what is allowed, as plain text tables."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass

Show = Callable[[float], str]


@dataclass(frozen=True, slots=True)
class Row:
    """One measure. most, least: its budget; others: the same of the peers, in the order of the table."""

    label: str
    value: float
    show: Show
    most: float | None = None
    least: float | None = None
    others: tuple[float | None, ...] = ()

    @property
    def kept(self) -> bool:
        """Whether the value is within its budget."""
        low = self.least is not None and self.value < self.least
        return not low and not (self.most is not None and self.value > self.most)

    @property
    def budget(self) -> str:
        """The budget in words, with a mark where it is broken."""
        signed = (("≤", self.most), ("≥", self.least))
        told = " ".join(f"{sign} {self.show(limit)}" for sign, limit in signed if limit is not None)
        return told if self.kept else f"{told}  BROKEN"


@dataclass(frozen=True, slots=True)
class Table:
    """The measures of one part of the benchmark. others: names of the peers; notes: what explains a row."""

    title: str
    rows: tuple[Row, ...]
    others: tuple[str, ...] = ()
    notes: tuple[str, ...] = ()

    @property
    def broken(self) -> tuple[str, ...]:
        """The labels of the rows that are not within their budget."""
        return tuple(row.label for row in self.rows if not row.kept)


def text(table: Table) -> str:
    """A table with its title, and its notes below."""
    return "\n".join((table.title, *aligned(cells(table)), *table.notes))


def cells(table: Table) -> list[list[str]]:
    """The head of a table and its rows."""
    return [["", "Bản tin", "budget", *table.others], *map(list, map(_cells, table.rows))]


def _cells(row: Row) -> Iterator[str]:
    yield from (row.label, row.show(row.value), row.budget)
    yield from ("–" if value is None else row.show(value) for value in row.others)


def aligned(rows: Sequence[Sequence[str]]) -> Iterator[str]:
    """Lines whose cells stand below each other; a row may be shorter than the first."""
    widths = [max(len(row[at]) for row in rows if at < len(row)) for at in range(len(rows[0]))]
    for row in rows:
        yield "   ".join(
            cell.ljust(width) for cell, width in zip(row, widths[: len(row)], strict=True)
        ).rstrip()


def piped(rows: Sequence[Sequence[str]]) -> Iterator[str]:
    """Lines of a table in Markdown, the first row being its head."""
    for number, row in enumerate(rows):
        yield f"| {' | '.join(row)} |"
        if not number:
            yield "|---" * len(row) + "|"


def as_json(table: Table) -> dict[str, object]:
    """A table as it is kept: labels with value, budget and the values of the peers."""
    rows = {
        row.label: {
            "value": row.value,
            **({"most": row.most} if row.most is not None else {}),
            **({"least": row.least} if row.least is not None else {}),
            **dict(zip(table.others, row.others, strict=False)),
        }
        for row in table.rows
    }
    return {"rows": rows, "notes": list(table.notes)}


def count(value: float) -> str:
    """A number of things."""
    return f"{value:,.0f}"


def kilobytes(value: float) -> str:
    """Bytes in KB."""
    return f"{value / 1e3:.1f} KB"


def megabytes(value: float) -> str:
    """Bytes in MB."""
    return f"{value / 1e6:.0f} MB"


def seconds(value: float) -> str:
    """Seconds with as many digits as mean something."""
    return f"{value:.2f} s" if value < 10 else f"{value:.0f} s"


def milliseconds(value: float) -> str:
    """Thousandths of a second."""
    return f"{value:.0f} ms"


def share(value: float) -> str:
    """A part of a whole."""
    return f"{value:.1%}"
