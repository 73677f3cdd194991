"""The page of what readers can follow, made ready for its template, and the feeds that pages name."""

from __future__ import annotations

from collections.abc import Iterator

from bantin.compose.said import CALENDAR_FILE, FOLLOWING, Bulletins, Feed, Link
from bantin.outputs import Outputs
from bantin.outputs.atom import ENDING
from bantin.pages.contexts import Context, FollowingContext
from bantin.pages.following_views import FeedView
from bantin.pages.parts import view_downloads, view_link


def following_contexts(bulletins: Bulletins, outputs: Outputs) -> Iterator[tuple[str, Context]]:
    """The address and the context of the page, where there is anything to follow."""
    if bulletins.feeds or bulletins.appointments:
        calendar = (output for output in outputs.files if output.address == CALENDAR_FILE)
        yield (
            FOLLOWING,
            FollowingContext(
                publisher=bulletins.publisher.name,
                sections=tuple(_view(feed, outputs) for feed in bulletins.feeds if feed.whole),
                bodies=tuple(_view(feed, outputs) for feed in bulletins.feeds if not feed.whole),
                calendar=view_downloads(FOLLOWING, calendar),
            ),
        )


def _view(feed: Feed, outputs: Outputs) -> FeedView:
    offered = outputs.of(FOLLOWING, feed.name)
    forms = (view_link(FOLLOWING, Link(output.address, output.label)) for output in offered)
    return FeedView(feed.label, feed.about, tuple(forms))


def offered_feeds(bulletins: Bulletins, outputs: Outputs) -> dict[str, dict[str, str]]:
    """What the heads of pages name besides the feed of everything: on the pages of a body, its own.

    By the addresses of the pages, as front matter: the path of the feed, and its title.
    """
    found = {}
    for feed in bulletins.feeds:
        if not feed.whole and outputs.of(FOLLOWING, feed.name):
            named = {"feed": f"{FOLLOWING.lstrip('/')}{feed.name}{ENDING}", "feed_title": feed.label}
            found[feed.page] = found[f"/so-lieu/{feed.name}/"] = named
    return found
