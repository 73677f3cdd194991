"""Figures: numbers with identity, published, computed or implied, by exact arithmetic."""

from bantin.figures.attainments import as_published, excess, points_beyond, readings
from bantin.figures.computing import compute
from bantin.figures.figure import (
    BreakdownFigures,
    Derivation,
    Figure,
    Figures,
    Origin,
    PartFigure,
    StageFigures,
    TableFigures,
    TableRow,
)
from bantin.figures.index import NO_FIGURES, FiguresIndex
from bantin.figures.provenance import name_of, place_of
from bantin.figures.revising import revised_from

__all__ = [
    "NO_FIGURES",
    "BreakdownFigures",
    "Derivation",
    "Figure",
    "Figures",
    "FiguresIndex",
    "Origin",
    "PartFigure",
    "StageFigures",
    "TableFigures",
    "TableRow",
    "as_published",
    "compute",
    "excess",
    "name_of",
    "place_of",
    "points_beyond",
    "readings",
    "revised_from",
]
