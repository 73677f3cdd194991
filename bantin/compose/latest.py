"""The latest value of each series: of an organisation by subject, of an indicator by organisation."""

from __future__ import annotations

from collections.abc import Iterable, Mapping

from bantin.compose.key_figures import change_in_words
from bantin.compose.over_time import OverTime, Series
from bantin.compose.phrases import upper_first
from bantin.compose.said import LatestFigure, LatestGroup, Link, Prose
from bantin.compose.wording import Wording
from bantin.figures import Figures
from bantin.language import label


def latest_groups(
    bodies: Mapping[str, Iterable[Series]], over_time: OverTime, wording: Wording
) -> tuple[LatestGroup, ...]:
    """The latest values of each body."""
    return tuple(
        LatestGroup(wording.naming.full(body), body, tuple(_figures(series, over_time, wording)))
        for body, series in bodies.items()
    )


def latest_by_subject(
    series: Iterable[Series], over_time: OverTime, wording: Wording
) -> tuple[LatestGroup, ...]:
    """The latest values of one body, by subject."""
    found: dict[str, list[Series]] = {}
    for one in series:
        found.setdefault(one.latest.indicator.subject, []).append(one)
    return tuple(
        LatestGroup(subject.label, subject.id, tuple(_figures(found[subject.id], over_time, wording)))
        for subject in over_time.dataset.subjects
        if subject.id in found
    )


def _figures(series: Iterable[Series], over_time: OverTime, wording: Wording) -> Iterable[LatestFigure]:
    for one in series:
        found = one.latest
        yield LatestFigure(
            label=Link(over_time.address(found), wording.row_label(found)),
            period=upper_first(label(found.observed.period)),
            number=_number(found, wording),
            change=change_in_words(found, wording),
        )


def _number(found: Figures, wording: Wording) -> Prose:
    """The value, or how its plan was met, or the plan; nothing where only parts were published."""
    if found.actual is not None:
        return wording.value(found)
    if told := wording.attainment(found):
        return told
    return ("kế hoạch ", *wording.plan(found)) if found.plan is not None else ()
