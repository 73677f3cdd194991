"""Figures: numbers with identity, published, computed or implied, by exact arithmetic."""

from bantin.figures.computing import compute
from bantin.figures.figure import (
    BreakdownFigures,
    Derivation,
    Figure,
    Figures,
    Origin,
    PartFigure,
)

__all__ = [
    "BreakdownFigures",
    "Derivation",
    "Figure",
    "Figures",
    "Origin",
    "PartFigure",
    "compute",
]
