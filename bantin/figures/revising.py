"""What a value was before it was revised."""

from __future__ import annotations

from dataclasses import replace

from bantin.dataset.records.amounts import Finality
from bantin.figures.figure import Figure


def revised_from(figure: Figure) -> Figure | None:
    """The value that stood before a revision, as a figure of its own; None where none is known."""
    if figure.was is None:
        return None
    identity = f"{figure.identity}-was"
    return replace(
        figure, identity=identity, quantity=figure.was, finality=Finality.FINAL, since=None, was=None
    )
