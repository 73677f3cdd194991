"""Figures made: from a number of a record, or from other figures."""

from __future__ import annotations

from decimal import Decimal
from fractions import Fraction

from bantin.dataset.records.amounts import Amount, Finality
from bantin.figures.figure import Derivation, Figure, Origin
from bantin.language import Quantity, round_half_up


def published(identity: str, amount: Amount | None, unit: str) -> Figure | None:
    """A number of a record as a figure."""
    if amount is None:
        return None
    was = amount.was.quantity if amount.was else None
    return Figure(identity, amount.quantity, unit, finality=amount.finality, since=amount.since, was=was)


def derived(
    identity: str,
    value: Quantity | Decimal | Fraction | int,
    unit: str,
    derivation: Derivation,
    terms: tuple[Figure, ...],
    origin: Origin = Origin.COMPUTED,
    high: Quantity | None = None,
) -> Figure:
    """A figure found from others; provisional when one of them is."""
    quantity = value if isinstance(value, Quantity) else exact_quantity(value)
    open_yet = any(term.finality is Finality.PROVISIONAL for term in terms)
    finality = Finality.PROVISIONAL if open_yet else Finality.FINAL
    return Figure(identity, quantity, unit, origin, finality, derivation, terms, high)


def exact_quantity(amount: Decimal | Fraction | int) -> Quantity:
    """An exact amount as a quantity, without zeros after its last decimal.

    A fraction is kept to 12 places, far beyond what is printed.
    """
    written = f"{round_half_up(amount, 12) if isinstance(amount, Fraction) else Decimal(amount):f}"
    return Quantity(Decimal(written.rstrip("0").rstrip(".") if "." in written else written))
