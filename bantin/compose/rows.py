"""Rows of statistics tables: every value with its status and how it was found."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace

from bantin.compose.meetings import FORCES
from bantin.compose.phrases import upper_first
from bantin.compose.prose import Teller
from bantin.compose.said import Cell, Link, Row, Status, plain
from bantin.compose.wording import machine_value, number_text, part_anchor, signed_text
from bantin.dataset.records.observations import Force
from bantin.figures import BreakdownFigures, Derivation, Figure, Figures, Origin, PartFigure

NOT_PUBLISHED = "không công bố"
AS_WRITTEN = "nguyên văn"

_STATUS = {
    Origin.PUBLISHED: (Status.PUBLISHED, ""),
    Origin.COMPUTED: (Status.COMPUTED, ""),
    Origin.IMPLIED: (Status.IMPLIED, "suy ra"),
}


def rows(figures: Figures, teller: Teller, articles: tuple[Link, ...]) -> Iterator[Row]:
    """The row of an observation and those of its parts.

    teller: for the texts of its record; articles: those that tell of it.
    """
    yield Row(
        anchor=figures.anchor,
        label=teller.wording.row_label(figures) + _met(figures),
        level=0,
        current=_current(figures),
        earlier=_cell(figures.previous),
        change=_change_cell(figures.change, figures.actual, figures.previous),
        percent=_percent_cell(figures.percent_change, figures.actual, figures.previous),
        remark=_remark(figures, teller),
        articles=articles,
    )
    for group in figures.breakdowns:
        if group.base is not None:
            yield _base_row(figures, group, group.base, articles)
        for part in group.parts:
            yield _part_row(figures, group, part, articles)


def _met(figures: Figures) -> str:
    """What the number of a row is, where it is not the value itself but how a plan was met."""
    only_share = figures.actual is None and figures.attainment is not None
    return ", mức đạt so với kế hoạch" if only_share else ""


def _current(figures: Figures) -> Cell:
    if figures.actual is not None or figures.attainment is None:
        return _cell(figures.actual)
    text = f"“{figures.attainment.as_published.text}”"
    if figures.attained is not None:
        return replace(_cell(figures.attained), text=text)
    return Cell(text, "", Status.PUBLISHED, AS_WRITTEN, "có hai cách hiểu nên không dùng để tính")


def _cell(figure: Figure | None) -> Cell:
    if figure is None:
        return Cell("", "", Status.NOT_PUBLISHED, NOT_PUBLISHED, "")
    status, words = _STATUS[figure.origin]
    return Cell(number_text(figure), machine_value(figure), status, words, _reason(figure))


def _change_cell(change: Figure | None, current: Figure | None, previous: Figure | None) -> Cell:
    if change is None:
        return Cell("–", "", Status.NOT_COMPUTED, "", _not_computed(current, previous))
    status, _ = _STATUS[change.origin]
    return Cell(signed_text(change), machine_value(change), status, "", _reason(change))


def _percent_cell(change: Figure | None, current: Figure | None, previous: Figure | None) -> Cell:
    cell = _change_cell(change, current, previous)
    if change is not None or current is None or previous is None:
        return cell
    if current.percent:
        return replace(cell, reason="hai tỷ lệ so với nhau bằng điểm phần trăm")
    return replace(cell, reason="số kỳ trước là 0") if not previous.quantity.amount else cell


def _not_computed(current: Figure | None, previous: Figure | None) -> str:
    inexact = [figure for figure in (current, previous) if figure is not None and not figure.exact]
    if inexact and current is not None and previous is not None:
        return f"không tính từ số không chính xác: “{number_text(inexact[0])}”"
    return "không đủ số để tính"


def _reason(figure: Figure) -> str:
    """How a value was found, as a formula in numbers."""
    terms = [number_text(term) for term in figure.terms]
    match figure.derivation:
        case Derivation.EARLIER_FROM_CHANGE:
            change = figure.terms[1].quantity.amount
            sign = "−" if change >= 0 else "+"
            return (
                f"{terms[0]} {sign} {number_text(figure.terms[1]).removeprefix('-')} = {number_text(figure)}"
            )
        case Derivation.DIFFERENCE:
            return f"{terms[0]} − {terms[1]} = {signed_text(figure)}"
        case Derivation.PERCENT_CHANGE:
            return f"({terms[0]} − {terms[1]}) ÷ {terms[1]} × 100 = {signed_text(figure)}"
        case Derivation.NOTHING_LEFT:
            return f"{' + '.join(terms[1:])} = {terms[0]}, không còn phần nào khác"
        case Derivation.ATTAINED_SHARE:
            return f"{terms[0]} ÷ {terms[1]} × 100 = {number_text(figure)}"
    return ""


def _remark(figures: Figures, teller: Teller) -> str:
    """What must be said beside the number: legal force, plan, notes of the record."""
    observation = figures.observed.observation
    remarks = []
    if observation.force is not None:
        remarks.append(_force_remark(observation.force))
    if figures.plan is not None:
        told = (teller.wording.plan(figures), teller.wording.attainment(figures))
        remarks.append(f"Kế hoạch {', '.join(plain(phrase) for phrase in told if phrase)}.")
    if observation.violations is not None:
        items = "; ".join(plain(teller.tell(item)) for item in observation.violations.items)
        remarks.append(f"Vi phạm liên quan đến {items}{'…' if observation.violations.open else '.'}")
    if observation.note is not None:
        remarks.append(plain(teller.tell(observation.note)))
    return " ".join(remarks)


def _force_remark(force: Force) -> str:
    if force is Force.PROPOSED:
        return "Mới là đề nghị, chưa phải quyết định."
    return f"Đã {FORCES[force].lower()}."


def _base_row(figures: Figures, group: BreakdownFigures, base: PartFigure, articles: tuple[Link, ...]) -> Row:
    return Row(
        anchor=f"{figures.anchor}--{group.breakdown.by}",
        label=f"Theo {group.label}: {group.unit}",
        level=1,
        current=_cell(base.figure),
        earlier=_cell(base.previous),
        change=_change_cell(base.change, base.figure, base.previous),
        percent=_percent_cell(base.percent_change, base.figure, base.previous),
        remark="",
        articles=articles,
    )


def _part_row(figures: Figures, group: BreakdownFigures, part: PartFigure, articles: tuple[Link, ...]) -> Row:
    return Row(
        anchor=part_anchor(figures, part),
        label=upper_first(part.label),
        level=2 if group.base is not None else 1,
        current=_cell(part.figure),
        earlier=_cell(part.previous),
        change=_change_cell(part.change, part.figure, part.previous),
        percent=_percent_cell(part.percent_change, part.figure, part.previous),
        remark="",
        articles=articles,
    )
