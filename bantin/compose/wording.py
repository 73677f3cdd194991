"""Figures in words: value, change, parts, plan and attainment, each as one phrase."""

from __future__ import annotations

from dataclasses import dataclass, field, replace

from bantin.compose.naming import Naming
from bantin.compose.phrases import merged
from bantin.compose.placing import placed
from bantin.compose.plans import plan_name
from bantin.compose.row_labels import row_label
from bantin.compose.said import FigureMention, Prose
from bantin.dataset.records.amounts import Finality
from bantin.dataset.records.observations import Reading
from bantin.dataset.records.registers import Better, NumberKind
from bantin.figures import (
    Figure,
    Figures,
    Origin,
    as_published,
    excess,
    points_beyond,
)
from bantin.language import (
    format_number,
    format_percent,
    format_quantity,
    key,
    label,
    sentences,
)
from bantin.language.sentences import (
    Direction,
    Movement,
    MovementSize,
    Pieces,
    PlanResult,
    attained,
    beyond,
    direction_of,
    met,
    size_of,
)

PUBLISHED = "số đã công bố"
_ORIGIN_WORDS = {
    Origin.PUBLISHED: PUBLISHED,
    Origin.COMPUTED: "tính từ số đã công bố",
    Origin.IMPLIED: "suy ra từ số đã công bố",
}

NOTHING = "không"
"""A zero as a sentence says it: "không kỷ luật đảng viên nào"."""

_KEPT_AS_PUBLISHED = "giữ nguyên chữ của nguồn vì có hai cách hiểu"
ASPECT_WORDS = {
    "change": "mức tăng, giảm",
    "percent_change": "mức tăng, giảm theo phần trăm",
    "plan": "kế hoạch",
    "actual-was": "số trước khi điều chỉnh",
    "attainment": "mức đạt so với kế hoạch",
    "excess": "mức vượt kế hoạch",
    "beyond-plan": "mức chênh so với kế hoạch",
    "share": "tỷ lệ trong tổng",
    "stage_share": "tỷ lệ so với khâu trước",
    "start_share": "tỷ lệ so với khâu đầu",
    "read-as-attained": "cách hiểu thứ nhất của mức đạt so với kế hoạch",
    "read-as-exceeded": "cách hiểu thứ hai của mức đạt so với kế hoạch",
}
"""What tells a figure from the value itself, by its aspect."""


def number_text(figure: Figure, zero_padded: bool = False) -> str:
    """The number as printed, with its qualifier; computed percentages to one decimal place.

    zero_padded: whether it is a count of a house that writes "05"; percentages never are.
    """
    if figure.high is not None:
        ends = (replace(figure, quantity=end, high=None) for end in (figure.quantity, figure.high))
        return f"từ {' đến '.join(number_text(end, zero_padded) for end in ends)}"
    if figure.percent and figure.origin is not Origin.PUBLISHED:
        return format_percent(figure.quantity.amount)
    return format_quantity(figure.quantity, zero_padded and not figure.percent, percent=figure.percent)


def size_text(change: Figure, zero_padded: bool = False) -> str:
    """The size of a change as printed, without its sign."""
    if not change.quantity.amount.is_signed():
        return number_text(change, zero_padded)
    quantity = replace(change.quantity, amount=abs(change.quantity.amount))
    return number_text(replace(change, quantity=quantity), zero_padded)


def is_points(change: Figure) -> bool:
    """Whether a change is a difference of two percentages, published or computed."""
    return change.percent and change.aspect in ("change", "beyond-plan")


def told_origin(figure: Figure) -> str:
    """Where a number comes from, and whether it can still change or has done so."""
    words = _ORIGIN_WORDS[figure.origin]
    if figure.finality is Finality.PROVISIONAL:
        return f"{words}, số sơ bộ" if figure.origin is Origin.PUBLISHED else f"{words} sơ bộ"
    return f"{words}, đã điều chỉnh" if figure.finality is Finality.REVISED else words


def machine_value(figure: Figure) -> str:
    """The number for programs: plain digits, a dot before decimals; both ends of a range with a slash."""
    if figure.high is not None:
        ends = (replace(figure, quantity=end, high=None) for end in (figure.quantity, figure.high))
        return "/".join(machine_value(end) for end in ends)
    amount = figure.quantity.amount
    return f"{amount.quantize(1) if amount == amount.to_integral_value() else amount.normalize():f}"


@dataclass(frozen=True, slots=True)
class Wording:
    """How figures are said on this site: the house style, and where statistics pages stand.

    zero_padded: "05 báo cáo"; shown_periods: those with a statistics page; sizes_said: "tăng mạnh" for
    "tăng" where the numbers say so.
    """

    zero_padded: bool
    shown_periods: frozenset[str]
    naming: Naming
    sizes_said: bool = False
    _labels: dict[int, tuple[Figures, str]] = field(
        default_factory=dict, init=False, repr=False, compare=False
    )
    """What each row is called, by the identity of its figures: asked of each of them anew."""
    _mentions: dict[tuple[int, int, str, str, str], tuple[FigureMention, Figures, Figure]] = field(
        default_factory=dict, init=False, repr=False, compare=False
    )
    """Each figure as it was mentioned, by the identity of the objects, which are kept with it: the same ones
    stand on several pages."""

    def _padded(self, figures: Figures) -> bool:
        return self.zero_padded and figures.indicator.number is NumberKind.COUNT

    def row_label(self, figures: Figures) -> str:
        """What is counted, by whom, and what sets it apart."""
        known = self._labels.get(id(figures))
        if known is None:
            known = self._labels[id(figures)] = (figures, row_label(figures, self.naming))
        return known[1]

    def page_of(self, figures: Figures) -> str | None:
        """The rooted address of the statistics page that tells of these figures, if there is one."""
        period = key(figures.observed.period)
        return f"/so-lieu/{period}/" if period in self.shown_periods else None

    def mention(
        self,
        figures: Figures,
        figure: Figure,
        text: str = "",
        anchor: str = "",
        part: str = "",
    ) -> FigureMention:
        """A figure in a sentence, leading to the row that tells where it comes from.

        text, anchor, part: in place of the number, the row and the class that the figure has by itself.
        """
        asked = (id(figures), id(figure), text, anchor, part)
        known = self._mentions.get(asked)
        if known is None:
            mention = self._mention(figures, figure, text, anchor, part)
            known = self._mentions[asked] = (mention, figures, figure)
        return known[0]

    def _mention(self, figures: Figures, figure: Figure, text: str, anchor: str, part: str) -> FigureMention:
        row, part = placed(figures, figure, part)
        other = {"previous": figures.earlier_period, "plan": figures.observed.observation.plan_period}
        of = other.get(figure.aspect) or figures.observed.period
        aspect = ASPECT_WORDS.get(figure.identity.rsplit("/", 1)[-1], "")
        own = f"{part}, {aspect}" if part and aspect else part or aspect
        told = [self.row_label(figures), own, label(of)]
        page = self.page_of(figures)
        return FigureMention(
            text=text or number_text(figure, self._padded(figures)),
            value=machine_value(figure),
            identity=figure.identity,
            address=f"{page}#{anchor or row}" if page else None,
            source=f"{', '.join(word for word in told if word)}: {told_origin(figure)}",
            figure=figure,
            own=own,
        )

    def value(self, figures: Figures) -> Prose:
        """The value with its unit: "22 đảng viên", "100% cấp ủy cơ sở"."""
        assert figures.actual is not None  # checked: what is referred to is there
        return (self.mention(figures, figures.actual), f" {figures.indicator.unit}")

    def previous(self, figures: Figures) -> Prose:
        """The earlier value with its unit: "17 đảng viên"."""
        assert figures.previous is not None and figures.earlier_period is not None  # checked, too
        mention = self.mention(figures, figures.previous)
        return (mention, f" {figures.indicator.unit}")

    def plan(self, figures: Figures) -> Prose:
        """The planned value with its unit: "20 cuộc"."""
        assert figures.plan is not None
        return (self.mention(figures, figures.plan), f" {figures.indicator.unit}")

    def change(self, figures: Figures) -> Prose:
        """The change in words: "tăng 5 đảng viên so với năm 2018", or in percent where only that is known."""
        return self._moved(figures, self.movement(figures))

    def percent_change(self, figures: Figures) -> Prose:
        """The change in percent: "tăng 29,4% so với năm 2018"."""
        return self._moved(figures, self._movement(figures, figures.percent_change)) or self.change(figures)

    def movement(self, figures: Figures) -> Movement[FigureMention] | None:
        """How the value moved against the earlier one, if that is known."""
        return self._movement(figures, figures.change or figures.percent_change)

    def _moved(self, figures: Figures, movement: Movement[FigureMention] | None) -> Prose:
        return merged([*movement.alone(), f" {comparison(figures)}"]) if movement else ()

    def _movement(self, figures: Figures, change: Figure | None) -> Movement[FigureMention] | None:
        if change is None:
            return None
        direction = direction_of(change.quantity.amount)
        return Movement(
            direction,
            () if direction is Direction.SAME else self._how_far(figures, change),
            short_unit(figures),
            in_units=not change.percent,
            size=self._size(figures),
        )

    def _how_far(self, figures: Figures, change: Figure) -> Pieces[FigureMention]:
        """How far a value moved, without direction and unit; a percentage moves by points."""
        text = size_text(change, self._padded(figures))
        if is_points(change):
            return (self.mention(figures, change, text.removesuffix("%")), " điểm phần trăm")
        return (self.mention(figures, change, text),)

    def _size(self, figures: Figures) -> MovementSize:
        """What a house that has words for the size of a movement says of this one."""
        actual, previous = figures.actual, figures.previous
        if not self.sizes_said or not (actual and previous and actual.exact and previous.exact):
            return MovementSize.PLAIN
        if actual.percent:
            return MovementSize.PLAIN
        return size_of(actual.quantity.amount, previous.quantity.amount)

    def attainment(self, figures: Figures, named: bool = True) -> Prose:
        """How the plan was met: "đạt 110% kế hoạch"; words with two meanings as published, in quotes.

        Nothing where it is not known. named: whether to say which plan, which may just have been said.
        """
        plan = plan_name(figures) if named else ""
        if (points := points_beyond(figures)) is not None:
            amount = self.mention(figures, points, size_text(points).removesuffix("%"))
            more_is_better = figures.indicator.better is Better.UP
            return beyond(amount, direction_of(points.quantity.amount), more_is_better, plan)
        wording = figures.attainment
        if figures.attained is None and wording is None:
            return ()
        if figures.attained is None and wording is not None:
            text = f"“{wording.as_published.text}”"
            mention = self.mention(figures, as_published(figures, wording), text)
            source = mention.source.replace(_ORIGIN_WORDS[Origin.PUBLISHED], _KEPT_AS_PUBLISHED)
            return (replace(mention, value="", source=source), " kế hoạch")
        assert figures.attained is not None
        said_so = wording is None or (
            wording.as_published.exceeds and wording.reading is not Reading.ATTAINED
        )
        more = excess(figures)
        if said_so and more is not None:
            return met(PlanResult.EXCEEDED, self.mention(figures, more), plan=plan)
        return attained(self.mention(figures, figures.attained), plan)


def short_unit(figures: Figures) -> str:
    """The noun for a second mention in a sentence: "tổ chức" for "tổ chức đảng"."""
    return figures.indicator.unit_short or figures.indicator.unit


def comparison(figures: Figures, again: bool = False) -> str:
    """What the change is measured against: "so với năm 2018"; again: said a second time in a row."""
    assert (
        figures.earlier_period is not None
    )  # checked: there is a change, so there is something it is against
    return sentences.comparison(figures.observed.period, figures.earlier_period, again)


def signed_text(figure: Figure) -> str:
    """A change in a table: "+9", "−3", "0", "+29,4%"."""
    amount = figure.quantity.amount
    text = format_percent(abs(amount)) if figure.percent else format_number(abs(amount))
    if is_points(figure):
        text = f"{text.removesuffix('%')} điểm %"
    return ("+" if amount > 0 else "−" if amount < 0 else "") + text
