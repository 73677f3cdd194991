"""Values that a correction replaced: figures of their own, wherever they are still told."""

from __future__ import annotations

from bisect import bisect_left
from collections.abc import Callable, Iterable, Mapping, Sequence
from dataclasses import dataclass, fields, is_dataclass, replace
from typing import Any, TypeVar, cast

from bantin.compose.formulas import formula_text
from bantin.compose.said import FigureMention, OldValue
from bantin.compose.wording import Wording
from bantin.dataset.records.correction import Correction
from bantin.dataset.reverting import old_value
from bantin.figures import Figure, Figures, FiguresIndex, place_of
from bantin.problems import Location

Said = TypeVar("Said")


class OldValues:
    """Tells which figures of an earlier state of a dataset stand no more, and what replaced them.

    corrections: in the order in which they were made; changed: the identities of the figures that each
    of them changed.
    """

    def __init__(
        self, corrections: Sequence[Correction], changed: Iterable[Iterable[str]], wording: Wording
    ) -> None:
        self.corrections = corrections
        self.wording = wording
        self._changes: dict[str, list[int]] = {}
        for position, names in enumerate(changed):
            for name in names:
                self._changes.setdefault(name, []).append(position)
        self._kept = {
            node.location: position
            for position, correction in enumerate(corrections)
            for place in correction.places
            if (node := old_value(place)) is not None
        }

    def marked(
        self, value: Said, position: int, figures: Mapping[str, Mapping[str, Figures]], linked: bool = False
    ) -> Said:
        """What was composed of the state before the correction at ``position``, its old values marked.

        figures: those of that state; linked: whether its figures lead to rows, which tell what holds today.
        """
        state = _State(self, position, FiguresIndex(figures))
        anew = _told_anew(value, lambda mention: state.marked(mention if linked else _alone(mention)))
        return cast(Said, anew)

    def changed(self, identity: str, position: int) -> int | None:
        """Which correction at ``position`` or later was the first to change a figure."""
        at = self._changes.get(identity, [])
        found = bisect_left(at, position)
        return at[found] if found < len(at) else None

    def keeping(self, place: Location) -> int | None:
        """Which correction keeps an old value at this place."""
        return self._kept.get(place)


@dataclass(frozen=True)
class _State:
    """The dataset as it was before the correction at a position: its figures."""

    old_values: OldValues
    position: int
    index: FiguresIndex

    def marked(self, mention: FigureMention) -> FigureMention:
        figure = mention.figure
        replaced = self.replaced(figure) if figure else None
        if figure is None or replaced is None:
            return mention
        correction = self.old_values.corrections[replaced]
        old = OldValue(
            correction=correction.id,
            until=correction.day,
            place=self.kept(figure) or correction.where("places", 0, "was"),
            formula=self.formula(figure),
            terms=tuple(map(self.identity, figure.terms)),
        )
        identity = self.identity(figure)
        return replace(mention, identity=identity, figure=replace(figure, identity=identity), old=old)

    def replaced(self, figure: Figure) -> int | None:
        """Which correction was the first to replace a figure, or one that it was computed from."""
        found = self.old_values.changed(figure.identity, self.position)
        if found is None:
            found = self.old_values.keeping(self.place(figure))
        if found is None:
            of_terms = (self.replaced(term) for term in figure.terms)
            found = min((at for at in of_terms if at is not None), default=None)
        return found

    def identity(self, figure: Figure) -> str:
        """The identity of a figure in this state."""
        replaced = self.replaced(figure)
        if replaced is None:
            return figure.identity
        return f"{figure.identity}@{self.old_values.corrections[replaced].id}"

    def kept(self, figure: Figure) -> Location | None:
        """Where a correction keeps a figure, or the first that it was computed from."""
        place = self.place(figure)
        if self.old_values.keeping(place) is not None:
            return place
        return next((found for term in figure.terms if (found := self.kept(term))), None)

    def place(self, figure: Figure) -> Location:
        return place_of(figure.identity, figure, self.index)

    def formula(self, figure: Figure) -> str:
        figures = self.index.of(figure.identity)
        known = figures is not None and figure.derivation is not None
        return formula_text(figures, figure, self.old_values.wording) if figures and known else ""


def _alone(mention: FigureMention) -> FigureMention:
    """A figure that leads nowhere."""
    return replace(mention, address=None)


def _told_anew(value: Any, tell: Callable[[FigureMention], FigureMention]) -> Any:
    """The same composed value with each figure in it told anew."""
    if isinstance(value, FigureMention):
        return tell(value)
    if isinstance(value, tuple):
        return tuple(_told_anew(item, tell) for item in value)
    if is_dataclass(value) and not isinstance(value, type):
        anew = {field.name: _told_anew(getattr(value, field.name), tell) for field in fields(value)}
        return replace(value, **anew)
    return value
