"""What figures refer to, as far as a public one does: a name that only a draft knows is in none of it."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping

from bantin.compose.over_time import INDICATORS, ORGANISATIONS
from bantin.compose.said import Bulletins
from bantin.dataset import Dataset
from bantin.language import Period, full_label
from bantin.outputs.open_data import shape


def indicators(figures: Iterable[shape.Figure], dataset: Dataset) -> Iterator[shape.Indicator]:
    """The indicators of these figures, in the order of the register."""
    used = {figure.indicator for figure in figures}
    subjects = {subject.id: subject.label for subject in dataset.subjects}
    for one in dataset.indicators:
        if one.id in used:
            yield shape.Indicator(
                id=one.id,
                label=one.label,
                subject=subjects[one.subject],
                unit=one.unit,
                definition=one.definition or "",
                method=one.method or "",
                address=f"{INDICATORS}{one.id}/",
            )


def organisations(
    figures: Iterable[shape.Figure], dataset: Dataset, bulletins: Bulletins
) -> Iterator[shape.Organisation]:
    """The bodies that these figures name, in the order of the register."""
    used: set[str] = set()
    for figure in figures:
        used.update((figure.body, figure.actor, figure.prepared_by, *figure.jointly_with))
    pages = {page.address for page in bulletins.organisations}
    for one in dataset.organisations:
        if one.id in used:
            address = f"{ORGANISATIONS}{one.id}/"
            short = one.short_name or ""
            yield shape.Organisation(one.id, one.name, short, address if address in pages else "")


def periods(told: Mapping[str, Period], bulletins: Bulletins) -> Iterator[shape.Period]:
    """The periods of figures, by their last day and their id."""
    pages = {page.address for page in bulletins.statistics}
    for name, one in sorted(told.items(), key=lambda item: (item[1].last_day, item[0])):
        address = f"/so-lieu/{name}/"
        found = address if address in pages else ""
        yield shape.Period(name, full_label(one), one.first_day, one.last_day, found)
