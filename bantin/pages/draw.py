"""Everything the site says, drawn as Markdown files."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from functools import partial

from bantin.compose.over_time import ORGANISATIONS
from bantin.compose.said import SEARCH, Article, Bulletins
from bantin.outputs import Outputs
from bantin.outputs.sitemap import NEWS_SITEMAP, SITEMAP
from bantin.pages.addresses import hand_written_file, page_file
from bantin.pages.articles import article_context
from bantin.pages.calendar import calendar_contexts
from bantin.pages.contexts import Context
from bantin.pages.following import following_contexts, offered_feeds
from bantin.pages.front_matter import for_programs, with_more
from bantin.pages.lists import FRONT, archive_context, archive_year_contexts, front_context, search_context
from bantin.pages.notices import later_contexts
from bantin.pages.render import render
from bantin.pages.series import (
    indicator_context,
    indicator_index_context,
    organisation_context,
    organisation_index_context,
)
from bantin.pages.shelves import shelf_contexts
from bantin.pages.statements import statement_contexts
from bantin.pages.statistics import statistics_context, statistics_index_context
from bantin.spread import Spread, one_after_the_other

NO_OUTPUTS = Outputs()

Made = Context | Callable[[], Context]
"""What a page is drawn from, or what makes it when its turn comes."""

Page = tuple[str, Made]
"""A page that is to be drawn: its address, and what it is drawn from."""


def draw(
    bulletins: Bulletins, outputs: Outputs = NO_OUTPUTS, spread: Spread = one_after_the_other
) -> dict[str, str]:
    """The files of the docs folder: path below it, with forward slashes, to text.

    Pages lie at their address (``/tin/2024/11/x/`` in ``tin/2024/11/x/index.md``); pages written by
    hand keep their name and text, so that the links their authors wrote hold. outputs: what pages offer and
    tell programs; spread: does the work on single pages, each of which depends on nothing but itself.
    """
    feeds = offered_feeds(bulletins, outputs)

    def drawn(pages: Sequence[Page]) -> list[str]:
        return [
            with_more(
                render(context() if callable(context) else context),
                {**for_programs(address, outputs), **feeds.get(address, {})},
            )
            for address, context in pages
        ]

    contexts = list(_contexts(bulletins, outputs).items())
    texts = spread(drawn, contexts)
    files = {page_file(address): text for (address, _), text in zip(contexts, texts, strict=True)}
    files |= {hand_written_file(page.address): page.markdown for page in bulletins.hand_written}
    return files | {"robots.txt": robots(bulletins.publisher.site_address, outputs)}


def draw_article(article: Article, outputs: Outputs = NO_OUTPUTS) -> tuple[str, str]:
    """The file of one article, and its text, as ``draw`` gives them."""
    text = render(article_context(article, outputs.of(article.address)))
    return page_file(article.address), with_more(text, for_programs(article.address, outputs))


def _contexts(bulletins: Bulletins, outputs: Outputs) -> dict[str, Made]:
    """What each page is drawn from, by its address."""
    publisher = bulletins.publisher
    archive, index = bulletins.archive, bulletins.statistics_index
    contexts: dict[str, Made] = {
        FRONT: front_context(bulletins.front, publisher.title, archive.address),
        **{
            article.address: partial(article_context, article, outputs.of(article.address))
            for article in bulletins.articles
        },
        index.address: statistics_index_context(index, bulletins.indicator_index, publisher.name),
        **{page.address: partial(statistics_context, page, outputs) for page in bulletins.statistics},
        **{page.address: partial(indicator_context, page, outputs) for page in bulletins.indicators},
        **{page.address: partial(organisation_context, page, outputs) for page in bulletins.organisations},
        archive.address: archive_context(archive, bulletins.shelf_lists, publisher.name),
        **{
            year.address: context
            for year, context in zip(
                archive.years, archive_year_contexts(archive, publisher.name), strict=True
            )
        },
    }
    all_indicators = bulletins.indicator_index
    contexts[all_indicators.address] = indicator_index_context(all_indicators, publisher.name)
    if bulletins.organisations:
        contexts[ORGANISATIONS] = organisation_index_context(bulletins.organisations, publisher.name)
    contexts[SEARCH] = search_context(archive, publisher.name)
    contexts |= {copy.address: partial(article_context, copy) for copy in bulletins.superseded}
    contexts |= dict(shelf_contexts(bulletins))
    for offering in (calendar_contexts, following_contexts, statement_contexts):
        contexts |= dict(offering(bulletins, outputs))
    return contexts | dict(later_contexts(bulletins))


def file_of(bulletins: Bulletins, address: str) -> str:
    """The file that ``draw`` makes for the page at a rooted address."""
    by_hand = any(page.address == address for page in bulletins.hand_written)
    return hand_written_file(address) if by_hand else page_file(address)


def robots(site_address: str, outputs: Outputs = NO_OUTPUTS) -> str:
    """``robots.txt``: everything may be read by machines, and the maps of the site, if there are any."""
    maps = [name for name in (SITEMAP, NEWS_SITEMAP) if name in outputs.contents]
    lines = [f"Sitemap: {site_address.rstrip('/')}/{name}\n" for name in maps]
    return f"User-agent: *\nAllow: /\n{''.join(lines)}"
