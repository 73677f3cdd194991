"""Everything that is published beside the pages, on one screen: one line a kind."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace

from bantin.compose.said import Bulletins
from bantin.outputs.output import Output, Outputs
from bantin.outputs.pasting import pasted
from bantin.outputs.structured import structured_data


def make(bulletins: Bulletins, policy: str = "") -> Outputs:
    """All that bulletins are published as for other programs, beside their pages and in them.

    policy: the content security policy that pages carry, "" for none.
    """
    outputs = Outputs(tuple(_made(bulletins, policy)))
    return replace(outputs, structured=structured_data(bulletins, outputs))


def _made(bulletins: Bulletins, policy: str) -> Iterator[Output]:
    for article in bulletins.articles:
        yield from pasted(article, policy)
