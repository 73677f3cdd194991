"""Figures that would read alike: those of two indicators with one verb and one unit, told apart by words."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass

from bantin.compose.naming import Naming
from bantin.dataset.records.registers import Indicator, NumberKind
from bantin.figures import Figures
from bantin.language.sentences import lower_first


@dataclass(frozen=True, slots=True)
class ToldApart:
    """What is said beside a figure so that it is taken for no other.

    further: words that follow the unit ("khi có dấu hiệu vi phạm"); note: words for brackets.
    """

    further: str = ""
    note: str = ""


class Lookalikes:
    """Knows, of the figures that one page can tell, which would read alike."""

    def __init__(self, figures: Iterable[Figures], naming: Naming) -> None:
        self._naming = naming
        self._indicators: dict[tuple[str, str], set[str]] = {}
        self._actors: dict[str, set[str]] = {}
        for found in figures:
            indicator = found.indicator
            self._indicators.setdefault((indicator.verb, indicator.unit), set()).add(indicator.id)
            self._actors.setdefault(indicator.id, set()).add(naming.acting(found.observed))

    def told_apart(self, figures: Figures) -> ToldApart:
        """What is said beside a figure; nothing where verb, unit and actor are enough.

        A share has no actor in its sentence ("92,5% số đơn được giải quyết"): where another body has the
        same share, the actor is added.
        """
        indicator = figures.indicator
        told = ToldApart()
        if len(self._indicators.get((indicator.verb, indicator.unit), ())) > 1:
            told = _by_label(indicator)
        actor = self._naming.acting(figures.observed)
        if indicator.number is NumberKind.PERCENT and len(self._actors.get(indicator.id, ())) > 1 and actor:
            note = ", ".join(word for word in (told.note, actor) if word)
            return ToldApart(told.further, note)
        return told


def _by_label(indicator: Indicator) -> ToldApart:
    """The label of an indicator as far as verb and unit do not say it.

    "Kiểm tra đảng viên khi có dấu hiệu vi phạm" leaves "khi có dấu hiệu vi phạm" for behind the unit.
    """
    label = lower_first(indicator.label)
    said = f"{indicator.verb} {indicator.unit}"
    if label.startswith(said):
        return ToldApart(further=label.removeprefix(said).strip())
    return ToldApart(note=label)
