"""All figures of a dataset, found again by the identity of any of them."""

from __future__ import annotations

from collections.abc import Iterator, Mapping

from bantin.figures.figure import Figures


class FiguresIndex:
    """The figures of an observation by the identity of the observation or of any of its figures."""

    def __init__(self, figures: Mapping[str, Mapping[str, Figures]]) -> None:
        self._found: dict[str, Figures] = {}
        for of_record in figures.values():
            for found in of_record.values():
                self._found.setdefault(found.observed.identity, found)

    def all(self) -> Iterator[Figures]:
        """The figures of every observation, in the order of records and of lines."""
        return iter(self._found.values())

    def of(self, identity: str) -> Figures | None:
        """The figures of the observation that a figure belongs to; None for what is no observation's."""
        name = identity
        while name:
            if name in self._found:
                return self._found[name]
            name = name.rpartition("/")[0]
        return None


NO_FIGURES = FiguresIndex({})
"""The figures of no records."""
