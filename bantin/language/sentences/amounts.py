"""Values that are no plain number: none at all, a range, one not final, one told for the first time."""

from __future__ import annotations

from bantin.language.sentences.pieces import Pieces, T

FIRST_TIME = "lần đầu công bố"
"""Said of a value only where its record says so: that no earlier one is known here proves nothing."""

PROVISIONAL = "số sơ bộ"
REVISED = "số điều chỉnh"


def none_of(number: T, verb: str, unit: str) -> Pieces[T]:
    """That nothing was counted: "không kỷ luật đảng viên nào"; number: the zero, which reads "không"."""
    return (number, f" {verb} {unit} nào")


def ranged(low: T, high: T) -> Pieces[T]:
    """A value that is known to lie between two, both included: "từ 57 đến 63"."""
    return ("từ ", low, " đến ", high)


def with_notes(pieces: Pieces[T], *notes: str) -> Pieces[T]:
    """A value and what must be known of it, in brackets: "4.300 đảng viên (số sơ bộ, khối trường học)"."""
    told = ", ".join(note for note in notes if note)
    return (*pieces, f" ({told})") if told else pieces
