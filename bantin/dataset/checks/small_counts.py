"""A warning about small counts: one or two in a small unit can point at a person."""

from __future__ import annotations

from collections.abc import Iterator

from bantin.dataset.checks.counts import amounts_written
from bantin.dataset.checks.table import Found, Surroundings, warning
from bantin.dataset.dataset import Dataset
from bantin.dataset.discipline import CountedObject
from bantin.dataset.observed import Observed
from bantin.dataset.records.registers import NumberKind, OrganisationLevel
from bantin.problems import say

_SMALL = (OrganisationLevel.COMMUNE, OrganisationLevel.GRASSROOTS)
"""Levels whose units are so small that everybody knows who is meant."""

_FEW = 2


@warning
def small_count(dataset: Dataset, _: Surroundings) -> Iterator[Found]:
    """A count of one or two disciplined members in a commune or a grass-roots unit can point at a person, so
    it is looked at before it is published (Luật 91/2025/QH15, Điều 16)."""
    for found in dataset.observed:
        unit = _small_unit(dataset, found)
        if not unit or not _is_of_discipline(dataset, found):
            continue
        for holder, path, amount in amounts_written(found.observation):
            if amount.quantity.exact and not amount.percent and 0 < amount.quantity.amount <= _FEW:
                yield Found(
                    holder.where_number(*path),
                    say("{count} of “{unit}” can point at a person", count=amount.text, unit=unit),
                    (say("so few people of a small unit are known to their neighbours"),),
                    say("leave the number out, or acknowledge this with a reason"),
                )


def _small_unit(dataset: Dataset, found: Observed) -> str:
    """The name of the commune or grass-roots body that a figure is of, or ""."""
    organisation = dataset.organisation.get(found.actor or found.body)
    return organisation.name if organisation and organisation.level in _SMALL else ""


def _is_of_discipline(dataset: Dataset, found: Observed) -> bool:
    """Whether the figure counts members, in forms of discipline."""
    indicator = dataset.indicator.get(found.observation.indicator)
    if indicator is None or indicator.number is not NumberKind.COUNT:
        return False
    of_members = indicator.object in (CountedObject.FULL_MEMBER, CountedObject.PROBATIONARY_MEMBER)
    kinds = (dataset.classification.get(name) for name in indicator.breakdowns)
    return of_members and any(kind is not None and kind.discipline_of is not None for kind in kinds)
