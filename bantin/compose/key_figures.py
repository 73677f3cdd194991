"""Figures that can be read across a room."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import replace

from bantin.compose.phrases import merged
from bantin.compose.said import KeyFigure, Prose
from bantin.compose.wording import Wording, comparison
from bantin.dataset.records.editorial import Reporting
from bantin.dataset.records.result import Result
from bantin.figures import Figures
from bantin.language import Period, label

MOST = 4
"""More than four at a time are read as a table."""


def key_figures(
    records: Iterable[Reporting], figures: Mapping[str, Mapping[str, Figures]], wording: Wording
) -> tuple[KeyFigure, ...]:
    """The figures that each record names as its key figures, or all it has; results before meetings."""
    shown = chosen_figures(records, figures)
    return tuple(_key_figure(found, shown[0].observed.period, wording) for found in shown)


def chosen_figures(
    records: Iterable[Reporting], figures: Mapping[str, Mapping[str, Figures]]
) -> list[Figures]:
    """The few figures that stand for a period."""
    candidates: list[Figures] = []
    for record in sorted(records, key=lambda record: not isinstance(record, Result)):
        of_record = figures[record.id]
        chosen = record.key_figures if isinstance(record, Result) else ()
        candidates += [of_record[name] for name in chosen if name in of_record] or of_record.values()
    return [found for found in candidates if found.actual is not None][:MOST]


def _key_figure(figures: Figures, first: Period, wording: Wording) -> KeyFigure:
    """first: the period of the first key figure; those of other periods name theirs."""
    assert figures.actual is not None  # chosen for it
    period = figures.observed.period
    return KeyFigure(
        number=wording.mention(figures, figures.actual),
        label=wording.row_label(figures) + (f", {label(period)}" if period != first else ""),
        change=change_in_words(figures, wording),
    )


def change_in_words(figures: Figures, wording: Wording) -> Prose:
    """The change without its unit, which the label says: "tăng 5 so với năm 2018"."""
    movement = wording.movement(figures)
    if movement is None:
        return ()
    return merged([*replace(movement, in_units=False).alone(), f" {comparison(figures)}"])
