"""Everything that is published beside the pages, on one screen: one line a kind."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Mapping, Sequence
from dataclasses import dataclass, replace
from functools import cache, partial

from bantin.compose.said import Bulletins
from bantin.dataset import Dataset
from bantin.ledger import Ledger
from bantin.outputs.calendar_file import calendar_file
from bantin.outputs.cards.choosing import cards_of
from bantin.outputs.feeds import feeds
from bantin.outputs.open_data import open_data
from bantin.outputs.output import Found, Output, Outputs, Shown
from bantin.outputs.pasting import pasted
from bantin.outputs.sitemap import sitemaps
from bantin.outputs.structured import structured_data
from bantin.outputs.tables import tables
from bantin.spread import LEAST, Spread


@dataclass(frozen=True, slots=True)
class Material:
    """What outputs are made of: all that is said, the public records it was said of, and its ledger.

    policy: the content security policy that pages carry, "" for none: in a preview, whose pages nobody
    shares; documents, cards: dear to make, they were made before.
    """

    bulletins: Bulletins
    dataset: Dataset
    ledger: Ledger
    policy: str = ""
    documents: tuple[Output, ...] = ()
    cards: tuple[Output, ...] = ()


Kind = Callable[[Material], Iterable[Output]]
"""Makes all files of one kind."""


def _texts_to_paste(of: Material) -> Iterable[Output]:
    site = of.bulletins.publisher.site_address if of.policy else ""
    return (output for article in of.bulletins.articles for output in pasted(article, of.policy, site))


KINDS: Mapping[str, Kind] = {
    "documents": lambda of: of.documents,
    "texts to paste": _texts_to_paste,
    "feeds": lambda of: feeds(of.bulletins),
    "calendar file": lambda of: calendar_file(of.bulletins),
    "maps of the site": lambda of: sitemaps(of.bulletins),
    "tables": lambda of: tables(of.bulletins),
    "open data": lambda of: open_data(of.bulletins, of.dataset, of.ledger),
    "cards": lambda of: of.cards,
}
"""By name; a page offers its files in this order."""


def make(of: Material, kinds: Mapping[str, Kind] = KINDS, spread: Spread | None = None) -> Outputs:
    """All that is published for other programs, in files beside the pages and as data inside them.

    spread: has the kinds made by several processes; their figures are then looked for only when wanted.
    """
    if spread is None or len(of.bulletins.articles) < LEAST:
        made = [tuple(kind(of)) for kind in kinds.values()]
    else:
        made = _made_apart(of, list(kinds.values()), spread)
    files = tuple(output for outputs in made for output in outputs)
    outputs = Outputs(files, cards=cards_of(of.bulletins) if of.policy else {})
    return replace(outputs, structured=structured_data(of.bulletins, outputs))


def _made_apart(of: Material, kinds: Sequence[Kind], spread: Spread) -> list[tuple[Output, ...]]:
    """The files of each kind; what finds their figures cannot leave its process, so that it is made again."""

    def bare(some: Sequence[Kind]) -> list[list[Output]]:
        return [[replace(output, shown=()) for output in kind(of)] for kind in some]

    made = []
    for kind, outputs in zip(kinds, spread(bare, kinds, least=1), strict=True):
        again = cache(lambda kind=kind: tuple(kind(of)))
        shown = (Found(partial(_shown, again, number)) for number in range(len(outputs)))
        made.append(tuple(replace(output, shown=found) for output, found in zip(outputs, shown, strict=True)))
    return made


def _shown(again: Callable[[], Sequence[Output]], number: int) -> Iterable[Shown]:
    return again()[number].shown
