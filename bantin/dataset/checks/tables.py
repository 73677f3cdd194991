"""Rules about tables of two classifications: they add up along their rows and along their columns."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from decimal import Decimal

from bantin.dataset.checks.sums import breakdowns_in, class_labels, fits, in_words, written_sum, wrong_sum
from bantin.dataset.checks.table import Found, Surroundings, rule
from bantin.dataset.dataset import Dataset
from bantin.dataset.divided import Divided
from bantin.dataset.records.amounts import Amount
from bantin.dataset.records.breakdowns import Breakdown
from bantin.language import Shortening, format_number
from bantin.problems import say


def lines_of(breakdown: Breakdown) -> Iterator[tuple[str, str, dict[str, Amount]]]:
    """The rows and the columns of a table: the classification each is a class of, its class, its cells."""
    for row, cells in breakdown.table.items():
        yield breakdown.by, row, dict(cells)
    columns: dict[str, dict[str, Amount]] = {}
    for row, cells in breakdown.table.items():
        for column, cell in cells.items():
            columns.setdefault(column, {})[row] = cell
    for column, found in columns.items():
        yield breakdown.across or "", column, found


def adds_over(dataset: Dataset, classification: str) -> bool:
    """Whether the classes of a classification count the same kind of thing, so that they have a sum."""
    found = dataset.classification.get(classification)
    return found is None or not any(entry.unit for entry in found.classes)


@rule
def table_sum(dataset: Dataset, _: Surroundings) -> Iterator[Found]:
    """The cells of a table add up to the totals of its rows, of its columns, and to the whole, as far as
    these are published and count the same kind of thing; in a table that is open they never exceed them."""
    for one in breakdowns_in(dataset):
        if one.breakdown.across is None or not one.adds_up:
            continue
        wrong = list(_wrong_lines(dataset, one))
        yield from wrong
        cells = {"/".join(map(str, path[1:])): cell for path, cell in one.breakdown.amounts()}
        additive = adds_over(dataset, one.breakdown.by) and adds_over(dataset, one.breakdown.across)
        if not wrong and additive and one.whole and cells and not _adds(one, cells, one.whole):
            words = " + ".join(cell.text for cell in cells.values())
            yield wrong_sum(one, one.whole, words, written_sum(cells.values()))


def _wrong_lines(dataset: Dataset, one: Divided) -> Iterator[Found]:
    """The rows and columns that do not make up the total that another breakdown publishes for them."""
    for classification, name, cells in lines_of(one.breakdown):
        other = one.breakdown.across if classification == one.breakdown.by else one.breakdown.by
        alone = one.alone(classification)
        published = alone.parts.get(name) if alone else None
        if alone is None or published is None or not adds_over(dataset, other or ""):
            continue
        if not _adds(one, cells, published):
            labels = class_labels(dataset, other or "")
            yield _wrong_line(alone, name, in_words(cells, labels), written_sum(cells.values()), published)


def _adds(one: Divided, cells: Mapping[str, Amount], whole: Amount) -> bool:
    for how in Shortening:
        sums, target = one.sum_of(cells.values(), how), one.possible(whole, how)
        if sums is None or target is None or fits(sums, target, one.breakdown.complete):
            return True
    return False


def _wrong_line(alone: Breakdown, name: str, words: str, cells: Decimal, published: Amount) -> Found:
    return Found(
        alone.where_number("parts", name),
        say(
            "the total is {total}, but the table adds up to {parts}",
            total=format_number(published.quantity.amount),
            parts=format_number(cells),
        ),
        (say("{words} = {parts}", words=words, parts=format_number(cells)),),
        say("correct the total or the number in the table that is wrong"),
    )
