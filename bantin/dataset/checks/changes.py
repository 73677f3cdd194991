"""Rules about changes and plans: what agrees with earlier records and with what was planned."""

from __future__ import annotations

from collections.abc import Iterator
from decimal import Decimal
from fractions import Fraction

from bantin.dataset.checks.sums import is_exact
from bantin.dataset.checks.table import Found, Surroundings, rule
from bantin.dataset.dataset import Dataset
from bantin.dataset.observed import Observed
from bantin.dataset.records.observations import Attainment
from bantin.dataset.records.values import Amount
from bantin.language import format_number, format_percent, periods
from bantin.problems import Message, say


def implied_previous(found: Observed) -> Decimal | None:
    """The earlier value that an absolute change implies: actual − change, or None."""
    actual, change = found.observation.actual, found.observation.change
    if actual is None or not is_exact(actual) or change is None or change.percent:
        return None
    return actual.quantity.amount - change.amount


@rule
def change_agrees(dataset: Dataset, _: Surroundings) -> Iterator[Found]:
    """A published change agrees with the earlier value, in the earlier record or else in the same one."""
    for found in dataset.observed:
        observation = found.observation
        if observation.change is None or not is_exact(observation.actual) or not _looks_back(found):
            continue
        implied = implied_previous(found)
        if implied is not None and implied < 0:
            yield _disagrees(found, implied, say("so the earlier value would be negative"))
            continue
        earlier = dataset.observed_by_identity.get(found.earlier_identity)
        recorded = earlier.observation.actual if earlier else None
        amount = recorded or observation.previous
        if amount is None or not is_exact(amount) or _agrees(found, amount):
            continue
        place = earlier.observation.where("actual") if earlier and recorded else observation.where("previous")
        evidence = say(
            "{file}, line {line}: {value} in {period}",
            file=place.file,
            line=place.line,
            value=format_number(amount.quantity.amount),
            period=_earlier_label(found),
        )
        yield _disagrees(found, implied, evidence)


def _agrees(found: Observed, earlier: Amount) -> bool:
    """Whether actual, change and earlier value fit, a percentage within the precision it is printed with."""
    actual, change = found.observation.actual, found.observation.change
    assert actual is not None and change is not None
    difference = actual.quantity.amount - earlier.quantity.amount
    if not change.percent:
        return difference == change.amount
    if earlier.quantity.amount == 0:
        return False
    exponent = change.amount.as_tuple().exponent
    step = Fraction(1, 10 ** max(0, -int(exponent)))
    percent = Fraction(difference) / Fraction(earlier.quantity.amount) * 100
    return abs(percent - Fraction(change.amount)) < step


def _earlier_label(found: Observed) -> str:
    return periods.label(found.earlier_period) if found.earlier_period else "–"


def _disagrees(found: Observed, implied: Decimal | None, evidence: Message) -> Found:
    observation = found.observation
    assert observation.change is not None and observation.actual is not None
    shown = [evidence]
    if implied is not None:
        shown.insert(
            0,
            say(
                "{actual} with this change means {implied} in {period}",
                actual=format_number(observation.actual.quantity.amount),
                implied=format_number(implied),
                period=_earlier_label(found),
            ),
        )
    return Found(
        observation.where("change"),
        say("the change does not agree with the earlier value"),
        tuple(shown),
        say("correct the change, or the value that is wrong"),
    )


@rule
def previous_agrees(dataset: Dataset, _: Surroundings) -> Iterator[Found]:
    """An earlier value repeated in a later record is the one that the earlier record published."""
    by_identity = dataset.observed_by_identity
    for found in dataset.observed:
        previous, earlier = found.observation.previous, by_identity.get(found.earlier_identity)
        published = earlier.observation.actual if earlier else None
        if previous and published and earlier and _differ(previous, published):
            place = earlier.observation.where("actual")
            yield Found(
                found.observation.where("previous"),
                say("the earlier record published another value"),
                (say("{file}, line {line}: {text}", file=place.file, line=place.line, text=published.text),),
                say("correct the value that is wrong"),
            )


@rule
def compared_with_nothing(dataset: Dataset, _: Surroundings) -> Iterator[Found]:
    """A change or an earlier value is of an earlier period, which is named where it is not the same
    period a year before."""
    for found in dataset.observed:
        observation, earlier = found.observation, found.earlier_period
        period = (say("the figure is of {period}", period=periods.label(found.period)),)
        if earlier is None and (observation.change or observation.previous):
            yield Found(
                observation.where("change" if observation.change else "previous"),
                say("it is not said with which period this is compared"),
                period,
                say("add a line “{name}: …”", name="compared_with"),
            )
        elif not _looks_back(found):
            yield Found(
                observation.where("compared_with"),
                say("the period to compare with is not an earlier one"),
                period,
                say("name an earlier period, or leave the line out: the same period a year before is meant"),
            )


def _looks_back(found: Observed) -> bool:
    """Whether the period that a figure is compared with is an earlier one."""
    compared = found.observation.compared_with
    return compared is None or compared.last_day < found.period.last_day


def _differ(one: Amount, other: Amount) -> bool:
    """Whether two values cannot both be true; "trên 4.300" and 4.325 can."""
    alike = one.quantity.qualifier is other.quantity.qualifier
    return alike and one.quantity.amount != other.quantity.amount


def is_unresolved(attainment: Attainment) -> bool:
    """Whether the words can mean two things and the record does not say which, or that it is not known."""
    published = attainment.as_published
    return attainment.reading is None and published.exceeds and published.percent.amount >= 100


@rule
def unresolved_attainment(dataset: Dataset, _: Surroundings) -> Iterator[Found]:
    """“vượt N%” with N of 100 or more can mean two things, so its reading is stated in the record."""
    for found in dataset.observed:
        attainment = found.observation.attainment
        if attainment and is_unresolved(attainment):
            percent = attainment.as_published.percent.amount
            yield Found(
                attainment.where("as_published"),
                say("“{text}” can mean two things", text=attainment.as_published.text),
                (
                    say(
                        "{attained} of the plan, or {exceeded} of it",
                        attained=format_percent(percent),
                        exceeded=format_percent(percent + 100),
                    ),
                ),
                say(
                    "add a line “reading: …” with attained, exceeded_by, "
                    "or unresolved if the source does not tell"
                ),
            )


@rule
def attainment_agrees(dataset: Dataset, _: Surroundings) -> Iterator[Found]:
    """A published attainment agrees with plan and actual, within the precision it is printed with."""
    for found in dataset.observed:
        observation = found.observation
        attainment, actual, plan = observation.attainment, observation.actual, observation.plan
        if not attainment or not actual or not plan or not is_exact(actual) or not is_exact(plan):
            continue
        if is_unresolved(attainment):
            continue  # unresolved-attainment says what to do first
        computed = attained_percent(actual.quantity.amount, plan.quantity.amount)
        meant = attainment.attained()
        if meant is None or computed is None:
            continue
        step = Fraction(1, 10 ** max(0, -int(meant.as_tuple().exponent)))
        if abs(computed - Fraction(meant)) >= step:
            yield Found(
                attainment.where("as_published"),
                say("the attainment does not agree with plan and actual"),
                (
                    say(
                        "{actual} of {plan} is {percent}",
                        actual=format_number(actual.quantity.amount),
                        plan=format_number(plan.quantity.amount),
                        percent=format_percent(computed),
                    ),
                ),
                say("correct the value that is wrong"),
            )


def attained_percent(actual: Decimal, plan: Decimal) -> Fraction | None:
    """Attainment in percent: actual ÷ plan × 100, exactly; None without a plan."""
    return Fraction(actual) / Fraction(plan) * 100 if plan else None
