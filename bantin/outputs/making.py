"""Everything that is published beside the pages, on one screen: one line a kind."""

from __future__ import annotations

from collections.abc import Iterator

from bantin.compose.said import Bulletins
from bantin.outputs.output import Output, Outputs
from bantin.outputs.pasting import pasted


def make(bulletins: Bulletins, policy: str = "") -> Outputs:
    """All files that bulletins are published as beside their pages.

    policy: the content security policy that pages carry, "" for none.
    """
    return Outputs(tuple(_made(bulletins, policy)))


def _made(bulletins: Bulletins, policy: str) -> Iterator[Output]:
    for article in bulletins.articles:
        yield from pasted(article, policy)
