"""Records as they were before corrections: each correction's old value put back, the latest first."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from typing import TypeVar

from pydantic import ValidationError

from bantin.dataset.located import Node, Scalar
from bantin.dataset.places import field_path, figure_path
from bantin.dataset.records.base import Path, to_plain, with_node
from bantin.dataset.records.correction import CorrectedPlace, Correction
from bantin.dataset.records.editorial import Publishable

Kept = TypeVar("Kept", bound=Publishable)


def path_of(record: Publishable, place: CorrectedPlace) -> Path | None:
    """Where in its record a place stands that was corrected, or None where nothing holds it."""
    if place.figure is not None:
        return figure_path(record, place.figure)
    return field_path(record, place.field) if place.field is not None else None


def in_order(corrections: Iterable[Correction]) -> list[Correction]:
    """Corrections in the order in which they were made."""
    return sorted(corrections, key=lambda correction: (correction.on, correction.id))


def by_record(corrections: Iterable[Correction]) -> dict[str, list[Correction]]:
    """The corrections of each record, in the order in which they were made."""
    found: dict[str, list[Correction]] = {}
    for correction in in_order(corrections):
        found.setdefault(correction.record, []).append(correction)
    return found


def old_value(place: CorrectedPlace) -> Scalar | None:
    """The value that stood there, with its place in the correction's file; None where there was none."""
    node = place.node.entries.get("was") if place.node else None
    return node if isinstance(node, Scalar) and not node.absent else None


def reverted(record: Kept, corrections: Iterable[Correction]) -> Kept:
    """A record as it was before these corrections of it.

    Raises ValidationError where an old value does not fit its field, LookupError where nothing holds it.
    """
    if record.node is None:
        return record
    node: Node = record.node
    for correction in reversed(in_order(corrections)):
        for place in correction.places:
            path = path_of(record, place)
            if path is None:
                raise LookupError(place.figure or place.field)
            node = with_node(node, path, old_value(place))
    return type(record).model_validate(to_plain(node))


def before(records: Iterable[Kept], corrections: Mapping[str, list[Correction]]) -> tuple[Kept, ...]:
    """Records as they were before these corrections; one whose old values do not fit stays as it is.

    The checks refuse such a correction, so that this is only met while mistakes are shown.
    """
    return tuple(_before(record, corrections.get(record.id, [])) for record in records)


def _before(record: Kept, corrections: list[Correction]) -> Kept:
    try:
        return reverted(record, corrections) if corrections else record
    except (ValidationError, LookupError):
        return record
