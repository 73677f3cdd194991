"""Rows and cells show the figures they are named for, figures lead to their rows, key figures are one's own.

What stands where is told by the records alone: by the names of observations and classes.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from functools import cache

import pytest

from bantin.compose import compose
from bantin.compose.said import Bulletins, Cell, GridRow, Row
from bantin.dataset import Dataset
from bantin.dataset.records.breakdowns import Breakdown
from bantin.language import key
from tests.compose.raising import PROJECTS, project
from tests.compose.walking import mentions
from tests.dataset.projects import changed, checked, files_of
from tests.figures.small import NOW, composed, small


@cache
def said(name: str) -> tuple[Dataset, Bulletins]:
    public = project(name)[1].public(NOW)
    return public, compose(public, NOW, {}, {})


def stems(dataset: Dataset) -> dict[str, str]:
    """Anchor of a row or a cell → the identity of its figures without an aspect."""
    found: dict[str, str] = {}
    for observed in dataset.observed:
        name = f"{observed.record.id}--{observed.observation.name}"
        found[name] = observed.identity
        for stage in ("so-voi-khau-truoc", "so-voi-khau-dau"):
            found[f"{name}--{stage}"] = observed.identity
        found.update(_below(dataset, observed.observation.breakdowns, name, observed.identity))
        for other in dataset.observed:
            if other.series == observed.series and other.identity != observed.identity:
                found[f"{name}--tung-ky-{key(other.period)}"] = other.identity
    return found


def _below(
    dataset: Dataset, breakdowns: Iterable[Breakdown], name: str, identity: str
) -> Iterator[tuple[str, str]]:
    for one in breakdowns:
        yield f"{name}--{one.by}", f"{identity}/{one.by}"
        for row, _ in dataset.classification[one.by].labels():
            step = f"{identity}/{one.by}={row}"
            for column, _ in dataset.classification[one.across].labels() if one.across else ():
                yield f"{name}--{row}--{column}", f"{step}/{one.across}={column}"
            if one.across is None:
                yield f"{name}--{row}", step
            if part := one.parts.get(row):
                yield from _below(dataset, part.breakdowns, f"{name}--{row}", step)


_OWN = {
    "current": ("actual", "share", "attainment", "base"),
    "earlier": ("previous",),
    "change": ("change",),
    "percent": ("percent_change",),
    "stage": ("stage_share", "start_share"),
    "below": ("share",),
}


def _rows(bulletins: Bulletins) -> Iterator[tuple[str, str, Cell]]:
    """All cells with an anchor: the anchor, the kind of the column, the cell."""
    subjects = [one for page in bulletins.statistics for body in page.bodies for one in body.subjects]
    for row in (row for subject in subjects for table in subject.tables for row in table.rows):
        yield from ((row.anchor, kind, cell) for kind, cell in _cells(row))
    for line in (line for subject in subjects for grid in subject.grids for line in grid.rows):
        for anchor, cell in _anchored(line):
            yield anchor, "stage" if "--so-voi-khau-" in anchor else "current", cell
            for one in cell.below:
                yield anchor, "earlier" if one.label == "trước" else "below", one.cell


def _cells(row: Row) -> Iterator[tuple[str, Cell]]:
    yield from zip(list(_OWN)[:4], (row.current, row.earlier, row.change, row.percent), strict=True)


def _anchored(line: GridRow) -> Iterator[tuple[str, Cell]]:
    yield from ((anchor, cell) for anchor, cell in zip(line.anchors, line.cells, strict=True) if anchor)


def _timeless(identity: str) -> list[str]:
    """The steps of an identity but its period, the only one that begins with a digit."""
    return [step for step in identity.split("/") if not step[:1].isdigit()]


@pytest.mark.parametrize("name", PROJECTS)
def test_each_cell_shows_its_own_figure(name: str) -> None:
    """The one of its row and column; an earlier value of a part is the figure of the earlier record."""
    dataset, bulletins = said(name)
    known, seen = stems(dataset), 0
    for anchor, kind, cell in _rows(bulletins):
        if cell.figure is None:
            continue
        stem, _, aspect = cell.figure.identity.rpartition("/")
        own = stem == known[anchor] and aspect in _OWN[kind]
        before = kind == "earlier" and stem != known[anchor] and _timeless(stem) == _timeless(known[anchor])
        assert own or before, (anchor, kind, cell.figure.identity)
        seen += 1
    assert seen or not dataset.observed


@pytest.mark.parametrize("name", PROJECTS)
def test_each_stage_of_a_funnel_shows_its_number_and_its_two_shares(name: str) -> None:
    _, bulletins = said(name)
    subjects = [one for page in bulletins.statistics for body in page.bodies for one in body.subjects]
    funnels = [grid for one in subjects for grid in one.grids if grid.anchor.startswith("chuoi-")]
    for cells in (line.cells for grid in funnels for line in grid.rows):
        shown = [cell.figure.identity.rpartition("/") for cell in cells if cell.figure is not None]
        assert len({stem for stem, _, _ in shown}) == 1
        assert [aspect for _, _, aspect in shown] == ["actual", "stage_share", "start_share"][: len(shown)]
    assert funnels or name != "nam-quoc-gia"


@pytest.mark.parametrize("name", PROJECTS)
def test_each_figure_leads_to_the_row_that_shows_it(name: str) -> None:
    """Or to that of the same figure in a later period, which has it as its earlier value.

    The total of a line in a table has no row of its own: it leads to that of the whole.
    """
    dataset, bulletins = said(name)
    known = stems(dataset)
    for mention in mentions((bulletins.front, bulletins.articles, bulletins.statistics)):
        if mention.address is not None:
            stem, anchor = mention.identity.rpartition("/")[0], mention.address.partition("#")[2]
            own = stem if stem in known.values() else stem.rpartition("/")[0]
            assert _timeless(own) == _timeless(known[anchor]), mention


TABLE = """
    - name: x
      indicator: ky-luat
      actual: {whole}
      breakdowns:
        - {{by: loai, across: hinh-thuc, kind: partition, complete: yes, table: {table}}}
    """
NOW_TABLE = "{dang-bo: {khien-trach: 6, canh-cao: 2}, chi-bo: {khien-trach: 2}}"
TABLE_BEFORE = "{dang-bo: {khien-trach: 5}, chi-bo: {khien-trach: 3, canh-cao: 1}}"


def table_cells(before: str) -> tuple[tuple[str, ...], list[str]]:
    """What is said below the table, and what stands small in each cell of its first columns and the last."""
    made = composed(small(TABLE.format(whole=10, table=NOW_TABLE), before))
    [page] = [one for one in made.statistics if one.address == "/so-lieu/2025/"]
    [grid] = page.bodies[0].subjects[0].grids
    shown = [
        ", ".join(f"{one.label} {one.cell.text} {one.cell.status_text}".strip() for one in cell.below)
        for line in grid.rows
        for cell in (line.cells[0], line.cells[1], line.cells[-1])
    ]
    return grid.remarks, shown


def test_a_table_of_two_ways_shows_the_earlier_value_and_the_share_in_each_cell() -> None:
    remarks, cells = table_cells(TABLE.format(whole=9, table=TABLE_BEFORE))
    assert remarks == ("“trước”: số của năm 2024", "“%”: tỷ lệ trong tổng, tính từ số đã công bố")
    assert cells == [
        *("60%, trước 5", "20%, trước 0 suy ra", "trước 5"),
        *("20%, trước 3", "trước 1", "trước 4"),
        *("trước 8", "trước 1", "trước 9"),
    ]


def test_a_table_without_an_earlier_one_has_no_empty_places_for_it() -> None:
    remarks, cells = table_cells("")
    assert remarks == ("“%”: tỷ lệ trong tổng, tính từ số đã công bố",)
    assert not any("trước" in text for text in cells)


def test_a_funnel_through_two_subjects_is_shown_where_it_begins() -> None:
    """Its shares, which texts lead to, stand there."""
    files = files_of("nam-quoc-gia")
    files = changed(
        files,
        "data/indicators.yml",
        "label: Đơn đủ điều kiện xem xét\n    subject: don-thu",
        "label: Đơn đủ điều kiện xem xét\n    subject: xu-ly",
    )
    made = compose(checked(files).dataset.public(NOW), NOW, {}, {})
    [page] = [one for one in made.statistics if one.address == "/so-lieu/2025/"]
    [subjects] = [body.subjects for body in page.bodies]
    shown = {subject.anchor: [grid for grid in subject.grids if "don" in grid.anchor] for subject in subjects}
    assert [len(grid.rows) for grids in shown.values() for grid in grids] == [3]
    assert len(shown["uy-ban-don-thu"]) == 1


@pytest.mark.parametrize("name", PROJECTS)
def test_key_figures_are_those_of_the_records_that_an_article_tells_of(name: str) -> None:
    dataset, bulletins = said(name)
    told_by = {f"/{record.address}/": dataset.told_by(record) for record in dataset.articles}
    for article in bulletins.articles:
        records = {record.id for record in told_by[article.address]}
        own = {f"{one.identity}/actual" for one in dataset.observed if one.record.id in records}
        for shown in article.key_figures:
            assert shown.number.identity in own
            stem = shown.number.identity.rpartition("/")[0]
            assert all(one.identity.startswith(f"{stem}/") for one in mentions(shown))
