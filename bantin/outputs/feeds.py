"""Feeds of all kinds: the same news for whatever program a reader has."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace

from bantin.compose.said import FOLLOWING, Bulletins
from bantin.outputs.atom import atom
from bantin.outputs.feed_parts import Source
from bantin.outputs.json_feed import json_feed
from bantin.outputs.output import Output
from bantin.outputs.rss import rss


def feeds(bulletins: Bulletins) -> Iterator[Output]:
    """Every feed in its three forms, offered on the page of feeds."""
    source = Source(bulletins)
    for feed in bulletins.feeds:
        for form in (atom, rss, json_feed):
            yield replace(form(feed, source), page=FOLLOWING)
