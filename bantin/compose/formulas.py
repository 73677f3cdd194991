"""How a derived figure was found, as a formula in numbers: the one wording of it, wherever it is shown."""

from __future__ import annotations

from collections.abc import Callable

from bantin.compose.phrases import merged, separated
from bantin.compose.said import FigureMention, Prose, plain
from bantin.compose.wording import Wording, number_text, signed_text, size_text
from bantin.figures import Derivation, Figure, Figures, FiguresIndex

Telling = Callable[..., FigureMention | str]
"""How a number of a formula is told: as a figure, or as text; by its figure, and by its words, if given."""


def formula(figures: Figures, figure: Figure, wording: Wording, index: FiguresIndex | None = None) -> Prose:
    """The formula, such as "69 − 9 = 60" or "(22 − 17) ÷ 17 × 100 = +29,4%"; nothing for a published figure.

    figures: those of the observation that the figure belongs to; index: where the terms of a stage of a
    funnel are found, which belong to others. Every number in it is a figure of its own.
    """

    def told(term: Figure, text: str = "") -> FigureMention:
        other = index.of(term.identity) if index else None
        same_period = other is not None and other.observed.period == figures.observed.period
        own = other if other is not None and same_period else figures
        return wording.mention(own, term, text or number_text(term))

    return _in_numbers(figures, figure, wording, told)


def formula_text(figures: Figures, figure: Figure, wording: Wording) -> str:
    """The formula as plain text, for places that need no figures in it."""

    def told(term: Figure, text: str = "") -> str:
        return text or number_text(term)

    return plain(_in_numbers(figures, figure, wording, told))


def _in_numbers(figures: Figures, figure: Figure, wording: Wording, told: Telling) -> Prose:
    terms = figure.terms
    match figure.derivation:
        case Derivation.EARLIER_FROM_CHANGE:
            sign = " − " if terms[1].quantity.amount >= 0 else " + "
            return (told(terms[0]), sign, told(terms[1], size_text(terms[1])), " = ", told(figure))
        case Derivation.DIFFERENCE:
            return (told(terms[0]), " − ", told(terms[1]), " = ", told(figure, signed_text(figure)))
        case Derivation.PERCENT_CHANGE:
            return (*_ratio(terms, told), " = ", told(figure, signed_text(figure)))
        case Derivation.EXCESS:
            return (*_ratio(terms, told), " = ", told(figure))
        case Derivation.NOTHING_LEFT:
            parts = separated([(told(term),) for term in terms[1:]], " + ")
            return merged([*parts, " = ", told(terms[0]), ", không còn phần nào khác"])
        case Derivation.SUM_OF_PARTS:
            return merged([*separated([(told(term),) for term in terms], " + "), " = ", told(figure)])
        case Derivation.LEFT_OUT:
            return ("nơi công bố nêu đủ các phần, không có phần này",)
        case Derivation.ATTAINED_SHARE | Derivation.SHARE:
            return (told(terms[0]), " ÷ ", told(terms[1]), " × 100 = ", told(figure))
        case Derivation.READ_AS_ATTAINED:
            return (*wording.attainment(figures)[:1], " hiểu là đạt ", told(figure), " kế hoạch")
        case Derivation.READ_AS_EXCEEDED:
            kept = wording.attainment(figures)[:1]
            return (*kept, " hiểu là đạt 100% + ", told(terms[1]), " = ", told(figure), " kế hoạch")
    return _implied(figure, told)


def _implied(figure: Figure, told: Telling) -> Prose:
    """The formula of what a percentage implies: one value, or those from … to …."""
    match figure.derivation, figure.terms:
        case Derivation.EARLIER_FROM_PERCENT, (actual, change):
            sign, size = (" + " if change.quantity.amount >= 0 else " − "), told(change, size_text(change))
            return (told(actual), " ÷ (100%", sign, size, ") = ", told(figure))
        case Derivation.PLAN_FROM_ATTAINMENT, (actual, attained):
            return (told(actual), " ÷ ", told(attained), " = ", told(figure))
        case Derivation.ACTUAL_FROM_ATTAINMENT, (plan, attained):
            return (told(plan), " × ", told(attained), " = ", told(figure))
    return ()


def _ratio(terms: tuple[Figure, ...], told: Telling) -> Prose:
    return ("(", told(terms[0]), " − ", told(terms[1]), ") ÷ ", told(terms[1]), " × 100")
