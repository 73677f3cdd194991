"""The ledger → published figures: all that readers meet somewhere, and what nobody published."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass, field
from datetime import date
from functools import lru_cache
from typing import Any
from urllib.parse import quote

from bantin.compose.naming import Naming
from bantin.compose.placing import base_anchor, part_anchor
from bantin.compose.said import FigureMention, StatisticsPage
from bantin.compose.wording import Wording, number_text
from bantin.dataset import Dataset
from bantin.dataset.forces import FORCES
from bantin.dataset.records.meeting import Meeting
from bantin.figures import BreakdownFigures, Figure, Figures, PartFigure
from bantin.language import Period, key
from bantin.language import label as period_label
from bantin.ledger import Entry, Ledger
from bantin.outputs.open_data import shape
from bantin.outputs.open_data.shape import Aspect, Code, Number, Qualifier, Status

_ASPECTS = {
    "actual": Aspect.VALUE,
    "previous": Aspect.PREVIOUS,
    "change": Aspect.CHANGE,
    "percent_change": Aspect.PERCENT_CHANGE,
    "plan": Aspect.PLAN,
    "attainment": Aspect.ATTAINMENT,
    "excess": Aspect.BEYOND_PLAN,
    "beyond-plan": Aspect.BEYOND_PLAN,
    "share": Aspect.SHARE,
    "stage_share": Aspect.STAGE_SHARE,
    "start_share": Aspect.START_SHARE,
    "base": Aspect.BASE,
    "read-as-attained": Aspect.READING,
    "read-as-exceeded": Aspect.READING,
}
_WAS, _PRINTED = "-was", "printed-"
_NOT_PLAIN = re.compile(r"[^A-Za-z0-9/=+@._~-]+")

Said = tuple[tuple[FigureMention, str, str], ...]
"""The figures in a row, each with its text as it is written there, and the part of the row that has it:
"headline", "body/3"; "" for a row that stands on one line."""


@lru_cache(100_000)
def public_id(identity: str) -> Code:
    """The identity of a figure in ASCII and without white space; the same for as long as it is the same."""
    return Code(_NOT_PLAIN.sub(lambda other: quote(other[0]), identity))


@dataclass
class FigureTeller:
    """Tells figures in the published shape.

    periods: all that were told so far, by their ids.
    """

    dataset: Dataset
    ledger: Ledger
    withdrawn: dict[tuple[str, str], date] = field(default_factory=dict)
    periods: dict[str, Period] = field(default_factory=dict)
    _labels: dict[str, dict[str, str]] = field(default_factory=dict)

    def __post_init__(self) -> None:
        self._wording = Wording(False, frozenset(), Naming(self.dataset))

    def all(self) -> Iterator[tuple[shape.Figure, Said]]:
        """Every figure with what the row shows of it, by id; then what was not published, in the order of
        records."""
        for entry in self.ledger.entries:
            yield self._told(entry, self.ledger.mentions[entry.identity, entry.value])
        for found in self.ledger.index.all():
            yield from ((figure, ()) for figure in self._missing(found))

    def _told(self, entry: Entry, mention: FigureMention) -> tuple[shape.Figure, Said]:
        figure, identity = mention.figure, entry.identity
        if entry.correction:
            identity = identity.removesuffix(f"@{entry.correction}")
        found = self.ledger.index.of(identity)
        aspect = _aspect(identity, found)
        low, _, high = entry.value.partition("/")
        words = _words(mention) if figure and not (figure.exact and entry.value) else ""
        told = shape.Figure(
            id=public_id(entry.identity),
            label=entry.label,
            status=Status(entry.origin) if entry.value else Status.AS_WRITTEN,
            aspect=aspect,
            value=Number(low) if low else None,
            high=Number(high) if high else None,
            unit=entry.unit,
            qualifier=_qualifier(figure),
            rounded_to=_rounded(figure),
            as_published=words,
            finality=shape.Finality(entry.finality or "final"),
            since=figure.since if figure else None,
            formula=entry.formula,
            terms=tuple(map(public_id, entry.terms)),
            replaced_on=date.fromisoformat(entry.until) if entry.until else None,
            correction=entry.correction,
            address=_address(entry, mention),
            **(self._of(found, aspect, identity) if found else self._of_meeting(identity)),
        )
        written = (low, high, words, entry.formula)
        return told, tuple((mention, text, "") for text in written if text)

    def _of(self, found: Figures, aspect: Aspect, identity: str) -> dict[str, Any]:
        """What a figure has of its observation."""
        observed, observation = found.observed, found.observed.observation
        period: Period | None = observed.period
        if aspect is Aspect.PREVIOUS or identity.endswith("/previous-was"):
            period = found.earlier_period
        elif aspect is Aspect.PLAN:
            period = observation.plan_period or period
        classes = _classes(identity, found)
        return {
            "indicator": observation.indicator,
            "body": observed.body,
            "actor": observed.actor,
            "jointly_with": observation.jointly_with,
            "prepared_by": observation.prepared_by or "",
            **self._period(period),
            "scope": observation.scope or "",
            "stage": found.stage.label if found.stage else (observation.stage or ""),
            "legal_basis": observation.legal_basis or "",
            "force": FORCES[observation.force] if observation.force else "",
            "part": ", ".join(self._label(name) for name in classes),
            "classes": classes,
            "withdrawn_on": self.withdrawn.get((key(observed.period), observed.body)),
        }

    def _period(self, period: Period | None) -> dict[str, Any]:
        if period is None:
            return {}
        name = key(period)
        self.periods.setdefault(name, period)
        return {"period": name, "first_day": period.first_day, "last_day": period.last_day}

    def _of_meeting(self, identity: str) -> dict[str, Any]:
        """What a number of a meeting that is no observation has of the meeting."""
        meeting = self.dataset.reporting.get(identity.partition("/")[0])
        if not isinstance(meeting, Meeting):
            return {}
        return {"body": meeting.body, "first_day": meeting.when.first, "last_day": meeting.when.last}

    def _label(self, name: str) -> str:
        """What a class is called: "hinh-thuc-ky-luat=canh-cao" is "cảnh cáo"."""
        by, _, own = name.partition("=")
        if by not in self._labels:
            self._labels[by] = dict(self.dataset.classification[by].labels())
        return self._labels[by][own]

    def _missing(self, found: Figures) -> Iterator[shape.Figure]:
        """What a reader may look for in an observation, and nobody published."""
        observed = found.observed
        page = f"/so-lieu/{key(observed.period)}/#"
        if found.actual is None and found.attainment is None and found.implied is None:
            yield self._absent(found, observed.identity, found.indicator.unit, page + found.anchor)
        for group in found.breakdowns:
            for identity, part in _absent_parts(group, observed.identity):
                anchor = page + (part_anchor(found, part) if part.path else base_anchor(found, group))
                yield self._absent(found, identity, group.unit, anchor)

    def _absent(self, found: Figures, identity: str, unit: str, address: str) -> shape.Figure:
        told = self._of(found, Aspect.VALUE, f"{identity}/actual")
        period = found.observed.period
        words = (self._wording.row_label(found), told["part"], period_label(period))
        return shape.Figure(
            id=public_id(f"{identity}/actual"),
            label=", ".join(word for word in words if word),
            status=Status.NOT_PUBLISHED,
            aspect=Aspect.VALUE,
            unit=unit,
            address=address,
            **told,
        )


def withdrawn_in(pages: tuple[StatisticsPage, ...], dataset: Dataset) -> dict[tuple[str, str], date]:
    """Since when the figures of a body in a period are for reference only, as the pages say."""
    names = {organisation.name: organisation.id for organisation in dataset.organisations}
    return {
        (page.address.split("/")[2], names[name]): notice.day
        for page in pages
        for name, notice in page.outdated
        if name in names
    }


def _aspect(identity: str, found: Figures | None) -> Aspect:
    last = identity.rpartition("/")[2]
    if found is None:
        return Aspect.COUNT
    if last.endswith(_WAS):
        return Aspect.BEFORE_REVISION
    return Aspect.PRINTED if last.startswith(_PRINTED) else _ASPECTS[last]


def _words(mention: FigureMention) -> str:
    """What pages say of a number that is no exact one, or of words that have no number."""
    return number_text(mention.figure) if mention.figure and mention.value else mention.text


def _qualifier(figure: Figure | None) -> Qualifier | None:
    qualifier = figure.quantity.qualifier.value if figure else "exact"
    return None if qualifier == "exact" else Qualifier(qualifier)


def _rounded(figure: Figure | None) -> Number | None:
    step = figure.quantity.rounded_to if figure else None
    return Number(f"{step.normalize():f}") if step else None


def _address(entry: Entry, mention: FigureMention) -> str:
    """Where readers find a figure: its row, the correction that replaced it, or the first page with it."""
    if entry.correction:
        return f"/dinh-chinh/#{entry.correction}"
    if mention.address or not entry.places:
        return mention.address or ""
    place = entry.places[0]
    return f"{place.file}{place.at if place.at.startswith('#') else ''}"


def _classes(identity: str, found: Figures) -> tuple[str, ...]:
    inside = identity.removeprefix(found.observed.identity)
    return tuple(step for step in inside.split("/") if "=" in step)


def _absent_parts(group: BreakdownFigures, prefix: str) -> Iterator[tuple[str, PartFigure]]:
    """The parts and cells that nobody published, each with its identity without an aspect."""
    by, across = group.breakdown.by, group.breakdown.across
    for part in group.parts:
        identity = f"{prefix}/{by}={part.class_id}"
        if part.told is None:
            yield identity, part
        for below in part.breakdowns:
            yield from _absent_parts(below, identity)
    for row in group.table.rows if group.table else ():
        for cell in row.cells:
            if cell.told is None:
                yield f"{prefix}/{by}={row.class_id}/{across}={cell.class_id}", cell
