"""Which figures must change with one that is raised, and what each of them is then worth.

Both are asked of the figures alone, before anything is composed of them: what a figure is made from are its
terms; its value is calculated here once more, by the definition of its derivation.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping
from fractions import Fraction

from bantin.dataset import Dataset
from bantin.dataset.comparability import earlier_observed
from bantin.figures import (
    BreakdownFigures,
    Derivation,
    Figure,
    Figures,
    PartFigure,
    as_published,
    compute,
    excess,
    points_beyond,
    readings,
    revised_from,
)

Named = Mapping[str, Figure]
"""Figures by identity."""


def figures_in(dataset: Dataset) -> dict[str, Figure]:
    """All figures of observations that can be shown, by identity."""
    return {
        figure.identity: figure
        for of_record in compute(dataset).values()
        for figures in of_record.values()
        for figure in _figures(figures)
    }


def _totals(groups: Iterable[BreakdownFigures]) -> Iterator[PartFigure]:
    """The totals of all tables, those in parts of parts included."""
    for group in groups:
        table = group.table
        told = (*(row.total for row in table.rows), *table.totals, table.whole) if table else ()
        yield from (total for total in told if total is not None)
        for part in group.parts:
            yield from _totals(part.breakdowns)


def _figures(figures: Figures) -> Iterator[Figure]:
    listed = [figures.actual, figures.previous, figures.change, figures.percent_change, figures.plan]
    listed += [figures.attained, excess(figures), points_beyond(figures), figures.implied]
    listed += dict(figures.printed).values()
    for part in (*_totals(figures.breakdowns), *figures.every_part()):
        listed += [part.previous, part.figure, part.change, part.percent_change, part.share]
    if figures.stage is not None:
        listed += [figures.stage.of_previous, figures.stage.of_start]
    listed += [revised_from(figure) for figure in listed if figure is not None]
    if figures.attainment is not None and figures.attained is None:
        listed += [as_published(figures, figures.attainment), *readings(figures, figures.attainment)]
    yield from (figure for figure in listed if figure is not None)


def same_values(dataset: Dataset) -> dict[str, str]:
    """Figures that repeat another one under an identity of their own: identity → that of the other.

    An earlier value that only the earlier record has; how far a published attainment exceeds the plan.
    """
    found = {}
    for observed in dataset.observed:
        earlier, observation = earlier_observed(dataset, observed), observed.observation
        if earlier is not None and earlier.observation.actual is not None and observation.previous is None:
            found[f"{observed.identity}/previous"] = f"{earlier.identity}/actual"
            found[f"{observed.identity}/previous-was"] = f"{earlier.identity}/actual-was"
        if observation.attainment is not None:
            found[f"{observed.identity}/excess"] = f"{observed.identity}/attainment"
    return found


def reached(raised: str, figures: Iterable[Figure], same: Mapping[str, str]) -> frozenset[str]:
    """The raised figure, and all that are made from it by however many steps."""
    made_from: dict[str, set[str]] = {}
    for figure in figures:
        for term in figure.terms:
            made_from.setdefault(term.identity, set()).add(figure.identity)
    for identity, other in same.items():
        made_from.setdefault(other, set()).add(identity)
    found, open_yet = set(), [raised]
    while open_yet:
        identity = open_yet.pop()
        if identity not in found:
            found.add(identity)
            open_yet += made_from.get(identity, ())
    return frozenset(found)


def amount(figure: Figure) -> Fraction:
    return Fraction(figure.quantity.amount)


def wrong(figure: Figure, figures: Named, same: Mapping[str, str]) -> str:
    """What is wrong with the value of a figure, or ""."""
    for term in figure.terms:
        if term.identity in figures and figures[term.identity].quantity != term.quantity:
            return f"is made from {term.identity} = {term.quantity.amount}, which is another number"
    other = figures.get(same.get(figure.identity, ""))
    if other is not None and figure.aspect != "excess" and figure.quantity != other.quantity:
        return f"is not what {other.identity} is"
    if figure.derivation is None:
        return ""
    if not _roles(figure):
        return f"is not made from its own numbers: {[term.identity for term in figure.terms]}"
    least, most = amount(figure), Fraction((figure.high or figure.quantity).amount)
    exact = _worth(figure.derivation, [amount(term) for term in figure.terms])
    slack = Fraction(1, 10**9) if figure.derivation not in _IMPLIED else abs(exact) * Fraction(2, 100) + 1
    return "" if least - slack <= exact <= most + slack else f"is {least}, but {float(exact)} is right"


_IMPLIED = (
    Derivation.EARLIER_FROM_PERCENT,
    Derivation.PLAN_FROM_ATTAINMENT,
    Derivation.ACTUAL_FROM_ATTAINMENT,
)
"""What a rounded percentage allows: here only held to be about right."""


def _worth(derivation: Derivation, terms: list[Fraction]) -> Fraction:
    match derivation, terms:
        case ((Derivation.DIFFERENCE | Derivation.EARLIER_FROM_CHANGE), [one, other]):
            return one - other
        case ((Derivation.PERCENT_CHANGE | Derivation.EXCESS), [one, other]):
            return (one - other) / other * 100
        case ((Derivation.SHARE | Derivation.ATTAINED_SHARE), [one, other]):
            return one / other * 100
        case (Derivation.SUM_OF_PARTS, _):
            return sum(terms, Fraction(0))
        case ((Derivation.NOTHING_LEFT | Derivation.LEFT_OUT), _):
            return Fraction(0)
        case Derivation.READ_AS_ATTAINED, [one]:
            return one
        case Derivation.READ_AS_EXCEEDED, [one, _]:
            return 100 + one
        case Derivation.EARLIER_FROM_PERCENT, [actual, change]:
            return actual / (1 + change / 100)
        case Derivation.PLAN_FROM_ATTAINMENT, [actual, attained]:
            return actual / (attained / 100)
        case Derivation.ACTUAL_FROM_ATTAINMENT, [plan, attained]:
            return plan * attained / 100
    raise AssertionError((derivation, terms))


def _roles(figure: Figure) -> bool:
    """Whether the terms of a change, an attainment or a share are the numbers it is of."""
    stem, _, aspect = figure.identity.rpartition("/")
    terms = [term.identity for term in figure.terms]
    own = terms[0] if terms else ""
    if figure.derivation in (Derivation.DIFFERENCE, Derivation.PERCENT_CHANGE) and aspect != "beyond-plan":
        of_now = own in (f"{stem}/actual", f"{stem}/share", stem)
        return of_now and (
            terms[1] == f"{stem}/previous" or _without_period(terms[1]) == _without_period(own)
        )
    if figure.derivation in (Derivation.ATTAINED_SHARE, Derivation.EXCESS) or aspect == "beyond-plan":
        return terms == [f"{stem}/actual", f"{stem}/plan"]
    if aspect == "share" and figure.derivation is Derivation.SHARE:
        *_, last = steps = stem.split("/")
        above = next(
            "/".join(steps[: at + 1]) for at in range(len(steps) - 1, -1, -1) if "=" not in steps[at]
        )
        parents = {f"{stem.removesuffix('/' + last)}/actual", f"{above}/actual"}
        based = f"{stem.removesuffix('/' + last)}/{last.partition('=')[0]}/base"
        return own == f"{stem}/actual" and terms[1] in {*parents, based}
    return True


def _without_period(identity: str) -> list[str]:
    """The steps of an identity but its period, which is its only one that begins with a digit."""
    return [step for step in identity.split("/") if not step[:1].isdigit()]
