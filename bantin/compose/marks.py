"""The key to the words beside values, as far as the tables of a page use them."""

from __future__ import annotations

from collections.abc import Iterable, Iterator

from bantin.compose.caveats import KEY
from bantin.compose.rows import AS_WRITTEN, NOT_PUBLISHED
from bantin.compose.said import Cell, Grid, Table

WITHOUT_A_WORD = (
    "không ghi chú",
    "số đã công bố; ở cột tăng, giảm là số đã công bố hoặc tính thẳng từ hai số cùng dòng",
)

_WORDS = (
    ("suy ra", "nơi công bố không nêu, nhưng suy ra được từ các số đã công bố"),
    (AS_WRITTEN, "giữ nguyên chữ của nơi công bố vì có thể hiểu theo hai cách; không dùng để tính"),
    (NOT_PUBLISHED, "nơi công bố không nêu và không suy ra được; không phải là 0"),
)


def status_key(
    tables: Iterable[Table], grids: Iterable[Grid] = (), more: Iterable[Cell] = ()
) -> tuple[tuple[str, str], ...]:
    """The words beside values that the tables and other cells use, and what they mean; nothing where they
    use none."""
    used = {word for cell in (*_cells(tables, grids), *more) for word in cell.status_text.split(", ")}
    return tuple((word, meaning) for word, meaning in (*_WORDS, *KEY.items()) if word in used)


def _cells(tables: Iterable[Table], grids: Iterable[Grid]) -> Iterator[Cell]:
    cells = [cell for grid in grids for row in grid.rows for cell in row.cells]
    for table in tables:
        cells += [row.cell(kind) for row in table.rows for kind in table.kinds]
    yield from cells
    yield from (one.cell for cell in cells for one in cell.below)
