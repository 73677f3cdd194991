"""Rows of statistics tables: every value with its status and how it was found."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import dataclass, replace
from decimal import Decimal

from bantin.compose.caveats import marked, not_compared
from bantin.compose.classes import class_label, members_in_words
from bantin.compose.formulas import formula
from bantin.compose.phrases import merged, separated, upper_first
from bantin.compose.placing import base_anchor, part_anchor
from bantin.compose.plans import plan_name
from bantin.compose.prose import Teller
from bantin.compose.said import Cell, FigureMention, Link, Prose, Row, Status, Words, words
from bantin.compose.wording import Wording, number_text, signed_text
from bantin.dataset.forces import FORCES
from bantin.dataset.records.amounts import Finality
from bantin.dataset.records.observations import Force
from bantin.figures import BreakdownFigures, Figure, Figures, Origin, PartFigure
from bantin.language import Period, format_number, label

NOT_PUBLISHED = "không công bố"
AS_WRITTEN = "nguyên văn"

_STATUS = {
    Origin.PUBLISHED: (Status.PUBLISHED, ""),
    Origin.COMPUTED: (Status.COMPUTED, ""),
    Origin.IMPLIED: (Status.IMPLIED, "suy ra"),
}


_STEPS = {
    Decimal(10): "hàng chục",
    Decimal(100): "hàng trăm",
    Decimal(1000): "hàng nghìn",
    Decimal(1_000_000): "hàng triệu",
}


def rows(figures: Figures, teller: Teller, articles: tuple[Link, ...], address: str = "") -> Iterator[Row]:
    """The row of an observation and those of its parts.

    teller: for the texts of its record; articles: those that tell of it; address: of its series.
    """
    cells = Cells(figures, teller.wording)
    yield Row(
        anchor=figures.anchor,
        label=teller.wording.row_label(figures) + _met(figures),
        level=0,
        current=cells.current(),
        earlier=cells.earlier(figures.previous),
        change=cells.change(figures.change, figures.actual, figures.previous),
        percent=cells.percent(figures.percent_change, figures.actual, figures.previous),
        remark=_remark(figures, teller),
        articles=articles,
        address=address,
    )
    for group in figures.breakdowns:
        yield from _part_rows(cells, group, 1, articles)


def row_of_period(figures: Figures, anchor: str, wording: Wording, remarks: Iterable[Prose] = ()) -> Row:
    """The row of one period in a series of periods: its name, its value and how that moved.

    anchor: of this row, for the figures have theirs on the page of their own period, where its label leads.
    """
    cells, page = Cells(figures, wording), wording.page_of(figures)
    return Row(
        anchor=anchor,
        label=upper_first(label(figures.observed.period)),
        level=0,
        current=cells.current(),
        earlier=cells.value(None),
        change=cells.change(figures.change, figures.actual, figures.previous),
        percent=cells.percent(figures.percent_change, figures.actual, figures.previous),
        remark=words(merged(separated(list(remarks), " "))),
        articles=(),
        address=f"{page}#{figures.anchor}" if page else "",
    )


def row_before(figures: Figures, wording: Wording) -> Row:
    """The row of the period before, of which only these figures tell the value."""
    assert figures.earlier_period is not None  # chosen for it
    cells, page = Cells(figures, wording), wording.page_of(figures)
    blank = Cell("–", "", Status.NOT_COMPUTED, "", "")
    return Row(
        anchor=f"{figures.anchor}--truoc",
        label=upper_first(label(figures.earlier_period)),
        level=0,
        current=cells.value(figures.previous),
        earlier=cells.value(None),
        change=blank,
        percent=blank,
        remark="",
        articles=(),
        address=f"{page}#{figures.anchor}" if page else "",
    )


def row_without_value(period: Period, anchor: str, address: str) -> Row:
    """The row of a period of which the figure was not published."""
    missing = Cell("", "", Status.NOT_PUBLISHED, NOT_PUBLISHED, "")
    blank = Cell("–", "", Status.NOT_COMPUTED, "", "")
    return Row(anchor, upper_first(label(period)), 0, missing, missing, blank, blank, "", (), address)


def plan_remark(figures: Figures, wording: Wording) -> Prose:
    """The plan and how it was met, as a sentence; nothing where there is none."""
    if figures.plan is None:
        return ()
    told = [wording.plan(figures), wording.attainment(figures, named=False)]
    name = upper_first(plan_name(figures))
    return (f"{name} ", *separated([phrase for phrase in told if phrase], ", "), ".")


def _met(figures: Figures) -> str:
    """What the number of a row is, where it is not the value itself but how a plan was met."""
    only_share = figures.actual is None and figures.attainment is not None
    return ", mức đạt so với kế hoạch" if only_share else ""


@dataclass(frozen=True, slots=True)
class Cells:
    """The cells of one observation's rows; each knows the figure that it shows."""

    figures: Figures
    wording: Wording

    def current(self) -> Cell:
        """The value of the whole, or the words about its plan where only these were published."""
        figures = self.figures
        if figures.actual is not None or figures.attainment is None:
            return self.value(figures.actual)
        text = f"“{figures.attainment.as_published.text}”"
        if figures.attained is not None:
            return replace(
                self.value(figures.attained),
                text=text,
                figure=self.wording.mention(figures, figures.attained, text),
            )
        kept = next(piece for piece in self.wording.attainment(figures) if isinstance(piece, FigureMention))
        reason = "có hai cách hiểu nên không dùng để tính"
        return Cell(text, "", Status.PUBLISHED, AS_WRITTEN, reason, kept)

    def value(self, figure: Figure | None) -> Cell:
        """A value with its status; only an implied one must say how it was found."""
        if figure is None:
            return Cell("", "", Status.NOT_PUBLISHED, NOT_PUBLISHED, "")
        status, words = _STATUS[figure.origin]
        mention = self.wording.mention(self.figures, figure, number_text(figure))
        cell = Cell(mention.text, mention.value, status, words, self._reason(figure), mention)
        return marked(cell, self.figures, figure, self.wording)

    def earlier(self, figure: Figure | None) -> Cell:
        """An earlier value; across a break there is none to compare with."""
        why = not_compared(self.figures)
        return Cell("–", "", Status.NOT_COMPUTED, "", why) if why else self.value(figure)

    def change(self, change: Figure | None, current: Figure | None, previous: Figure | None) -> Cell:
        """A change, which stands beside the two numbers that it was computed from."""
        if change is None:
            why = not_compared(self.figures) or self._not_computed(current, previous)
            return Cell("–", "", Status.NOT_COMPUTED, "", why)
        status, _ = _STATUS[change.origin]
        mention = self.wording.mention(self.figures, change, signed_text(change))
        cell = Cell(mention.text, mention.value, status, "", self._reason(change), mention)
        return marked(cell, self.figures, change, self.wording)

    def percent(self, change: Figure | None, current: Figure | None, previous: Figure | None) -> Cell:
        """A change in percent."""
        cell = self.change(change, current, previous)
        if change is not None or current is None or previous is None or self.figures.broken:
            return cell
        if current.percent:
            return replace(cell, reason="hai tỷ lệ so với nhau bằng điểm phần trăm")
        return replace(cell, reason="số kỳ trước là 0") if not previous.quantity.amount else cell

    def _reason(self, figure: Figure) -> Words:
        told = figure.origin is Origin.IMPLIED
        return formula(self.figures, figure, self.wording) if told else ""

    def _not_computed(self, current: Figure | None, previous: Figure | None) -> Words:
        inexact = [figure for figure in (current, previous) if figure is not None and not figure.exact]
        if inexact and current is not None and previous is not None:
            told = self.wording.mention(self.figures, inexact[0], number_text(inexact[0]))
            return ("không tính từ số không chính xác: “", told, "”")
        return "không đủ số để tính"


def _remark(figures: Figures, teller: Teller) -> Words:
    """What must be said beside the number: legal force, plan, notes of the record."""
    observation = figures.observed.observation
    remarks: list[Prose] = []
    if observation.force is not None:
        remarks.append((_force_remark(observation.force),))
    if planned := plan_remark(figures, teller.wording):
        remarks.append(planned)
    if figures.implied is not None:
        unit, told_by = figures.indicator.unit, "Mức đạt này" if figures.actual is None else "Số này"
        of = "số thực hiện" if figures.actual is None else "kế hoạch"
        number = teller.wording.mention(figures, figures.implied)
        remarks.append((f"{told_by} ứng với {of} ", number, f" {unit} (suy ra)."))
    if figures.actual is not None and (step := figures.actual.quantity.rounded_to):
        remarks.append((f"Nguồn làm tròn đến {_STEPS.get(step, format_number(step))}.",))
    for _, form in figures.printed:
        remarks.append(("Cũng in là “", teller.wording.mention(figures, form), "”."))
    if observation.violations is not None:
        items = separated([teller.tell(item) for item in observation.violations.items], "; ")
        end = "…" if observation.violations.open else "."
        remarks.append(("Vi phạm liên quan đến ", *items, end))
    if observation.note is not None:
        remarks.append(teller.tell(observation.note))
    return words(merged(separated(remarks, " ")))


def _force_remark(force: Force) -> str:
    if force is Force.PROPOSED:
        return "Mới là đề nghị, chưa phải quyết định."
    return f"Đã {FORCES[force].lower()}."


def _part_rows(
    cells: Cells, group: BreakdownFigures, level: int, articles: tuple[Link, ...]
) -> Iterator[Row]:
    """The rows of a breakdown, those of its parts' own parts below each."""
    if group.base is not None:
        base = group.breakdown.base
        name = base_anchor(cells.figures, group)
        row = _row(cells, group.base, name, f"Theo {group.label}: {group.unit}", level, articles)
        if base and base.partial:
            row = replace(row, remark=f"Chỉ tính trên {base.partial}.")
        yield row
        level += 1
    for part in group.parts:
        yield _row(cells, part, part_anchor(cells.figures, part), class_label(part), level, articles)
        for below in part.breakdowns:
            yield from _part_rows(cells, below, level + 1, articles)


def shown_share(part: PartFigure) -> Figure | None:
    """The share beside the number of a part: nothing beside a number that is implied, unless published."""
    if part.figure is None or part.share is None:
        return None
    return part.share if Origin.PUBLISHED in (part.figure.origin, part.share.origin) else None


def _part_remark(cells: Cells, part: PartFigure) -> Words:
    """The share beside the number of a part, and the members that are named."""
    remarks: list[Prose] = []
    if (share := shown_share(part)) is not None:
        how = "Chiếm " if share.origin is Origin.PUBLISHED else "Tính ra chiếm "
        end = ", từ số sơ bộ." if share.finality is Finality.PROVISIONAL else "."
        remarks.append((how, cells.wording.mention(cells.figures, share), end))
    if part.members:
        remarks.append(("Gồm ", *members_in_words(part, cells.wording.naming), "."))
    return words(merged(separated(remarks, " ")))


def _row(
    cells: Cells, part: PartFigure, anchor: str, label: str, level: int, articles: tuple[Link, ...]
) -> Row:
    return Row(
        anchor=anchor,
        label=label,
        level=level,
        current=cells.value(part.told),
        earlier=cells.earlier(part.previous),
        change=cells.change(part.change, part.told, part.previous),
        percent=cells.percent(part.percent_change, part.told, part.previous),
        remark=_part_remark(cells, part),
        articles=articles,
    )
