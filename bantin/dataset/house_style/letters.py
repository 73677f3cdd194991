"""Letters as they are saved: one character each."""

from __future__ import annotations

from collections.abc import Iterator

from bantin.dataset.checks.table import Found, Surroundings, enter
from bantin.dataset.dataset import Dataset
from bantin.problems import Severity, say


def composed_letters(dataset: Dataset, _: Surroundings) -> Iterator[Found]:
    """A letter is saved as one character with its marks (NFC), not in pieces, as some programs save it: what
    is searched for in the file is found."""
    for place in dataset.in_pieces:
        yield Found(
            place,
            say("letters are saved in pieces here, the marks apart from their letters (NFD)"),
            (say("readers see no difference, but a search in the file does not find the word"),),
            say("run “bantin check --fix”, which saves each letter as one character"),
        )


enter(composed_letters, Severity.HINT, repairs=True)
