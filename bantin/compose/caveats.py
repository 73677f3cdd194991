"""What must be said with a number: that it can still change, that it did, and why it is not compared."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import replace

from bantin.compose.phrases import merged
from bantin.compose.said import Cell, Prose, Status
from bantin.compose.wording import Wording, number_text
from bantin.dataset.records.amounts import Finality
from bantin.figures import Figure, Figures, Origin, revised_from
from bantin.language import compared_with, format_date

PROVISIONAL, FROM_PROVISIONAL, REVISED = "sơ bộ", "từ số sơ bộ", "điều chỉnh"

KEY = {
    PROVISIONAL: "số sơ bộ, nơi công bố còn có thể thay đổi",
    FROM_PROVISIONAL: "tính từ số sơ bộ nên còn có thể thay đổi",
    REVISED: "số đã được nơi công bố điều chỉnh; ghi chú nêu số trước đó",
}
"""The words of the marks and what they mean, for the key to a table."""


def marked(cell: Cell, figures: Figures, figure: Figure, wording: Wording) -> Cell:
    """The cell with the mark of a value that can still change, or did, and a note on it."""
    told = with_status(cell, figure)
    if told.status is Status.REVISED:
        return replace(told, reason=_revised(figures, figure, wording))
    return replace(told, reason=_provisional(figure)) if told.status is Status.PROVISIONAL else told


def with_status(cell: Cell, figure: Figure) -> Cell:
    """The cell with the word for a value that can still change, or did, without a note on it."""
    if figure.finality is Finality.FINAL:
        return cell
    if figure.finality is Finality.REVISED:
        return replace(cell, status=Status.REVISED, status_text=REVISED)
    if figure.origin is not Origin.PUBLISHED:
        said = [word for word in cell.status_text.split(", ") if word and word != FROM_PROVISIONAL]
        return replace(cell, status_text=", ".join([*said, FROM_PROVISIONAL]))
    return replace(cell, status=Status.PROVISIONAL, status_text=PROVISIONAL)


def _provisional(figure: Figure) -> str:
    since = f", công bố ngày {format_date(figure.since)}" if figure.since else ""
    return f"số sơ bộ{since}, còn có thể thay đổi"


def _revised(figures: Figures, figure: Figure, wording: Wording) -> Prose:
    """When a value was revised, and what it was: "điều chỉnh ngày 05/03/2020, trước đó là 21"."""
    before = revised_from(figure)
    assert figure.since is not None and before is not None  # checked: a revision is told
    was = wording.mention(figures, before, number_text(before))
    return (f"điều chỉnh ngày {format_date(figure.since)}, trước đó là ", was)


def before_revision(wording: Wording, figures: Figures) -> Prose:
    """The value before it was revised, with its unit: "46.912 hồ sơ"."""
    before = revised_from(figures.actual) if figures.actual else None
    assert before is not None  # checked: the aspect exists
    return (wording.mention(figures, before), f" {figures.indicator.unit}")


def not_compared(figures: Figures) -> str:
    """Why a figure is not compared with the period before, or ""."""
    if figures.broken is None or figures.earlier_period is None:
        return ""
    against = compared_with(figures.observed.period, figures.earlier_period)
    return f"không {against} vì {figures.broken.reason}"


def caveats(figures: Iterable[Figures], wording: Wording) -> Iterator[Prose]:
    """The notes of an article: which figures are not final, and why some are not compared."""
    found = list(figures)
    for one in found:
        for figure in (one.actual, *(part.told for part in one.every_part())):
            if figure is not None and (note := _note(one, figure, wording)):
                yield note
    yield from break_notes(found)


def break_notes(figures: Iterable[Figures]) -> Iterator[Prose]:
    """Why figures are not compared, each reason once, with all that it is true of."""
    reasons: dict[str, dict[str, None]] = {}
    for one in figures:
        if why := not_compared(one):
            reasons.setdefault(why, {})[one.indicator.label] = None
    for why, labels in reasons.items():
        yield (f"{'; '.join(labels)}: {why}.",)


def _note(figures: Figures, figure: Figure, wording: Wording) -> Prose:
    part = figures.part_of(figure)
    name = f"{wording.row_label(figures)}{f', {part.label}' if part else ''}: "
    if figure.finality is Finality.REVISED:
        return merged([name, *_revised(figures, figure, wording), "."])
    if figure.finality is Finality.PROVISIONAL and figure.origin is Origin.PUBLISHED:
        return (f"{name}{_provisional(figure)}.",)
    return ()
