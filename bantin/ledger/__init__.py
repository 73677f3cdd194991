"""The ledger: every figure × every place where readers meet it, and where it comes from."""

from bantin.ledger.entering import enter
from bantin.ledger.entries import Entry, Ledger, Place
from bantin.ledger.tracing import Asked, Traced, trace
from bantin.ledger.written import LEDGER, as_plain, ledger_text

__all__ = [
    "LEDGER",
    "Asked",
    "Entry",
    "Ledger",
    "Place",
    "Traced",
    "as_plain",
    "enter",
    "ledger_text",
    "trace",
]
