"""A bulletin made ready for its template."""

from __future__ import annotations

from collections.abc import Iterable
from functools import singledispatch

from bantin.compose.blocks import printed_items
from bantin.compose.said import (
    Acts,
    Article,
    Block,
    Citation,
    DatedStep,
    Heading,
    Listing,
    Paragraph,
    Photo,
    Related,
    Remarks,
    plain,
)
from bantin.compose.source_groups import source_groups
from bantin.compose.standing import printed_day
from bantin.compose.told_notices import notices_of
from bantin.outputs.output import Output
from bantin.pages.addresses import link
from bantin.pages.article_sources import source_anchors, view_group, view_source
from bantin.pages.article_views import CitationView, GlossaryView, StepView
from bantin.pages.contexts import ArticleContext
from bantin.pages.escape import Drawn
from bantin.pages.inline import Anchors, draw_prose, draw_quiet, draw_words
from bantin.pages.notices import view_notices
from bantin.pages.parts import (
    IN_TEXT,
    view_attachment,
    view_band,
    view_downloads,
    view_link,
    view_links,
    view_photo,
)
from bantin.pages.views import (
    ActsView,
    ActView,
    BlockView,
    HeadingView,
    ListView,
    ParagraphView,
    RemarksView,
    TeaserView,
)

FIRST_SCREEN = 2
"""A photo that stands among so many blocks of the body may be seen before anybody scrolls."""


def article_context(article: Article, files: Iterable[Output] = ()) -> ArticleContext:
    """What the template of articles needs; figures get numbered entries in the list of sources.

    files: what it is offered as.
    """
    here = article.address
    anchors = source_anchors(article.sources, groups := source_groups(article.sources))
    return ArticleContext(
        title=plain(article.headline),
        headline=draw_words(article.headline),
        description=plain(article.description),
        kicker=draw_words(article.kicker),
        kicker_href=_to(here, article.kicker_address),
        date_line=article.date_line,
        source_code=article.source_code,
        lead=draw_prose(article.lead, here, anchors),
        band=view_band(here, article.key_figures, anchors),
        body=_body(article, here, anchors),
        byline=article.byline,
        notes=tuple(draw_prose(note, here, anchors) for note in article.notes),
        derived=tuple(view_source(entry, here, entry.label) for entry in article.sources if entry.how),
        published=tuple(view_group(group, here) for group in groups),
        statistics=view_links(here, article.statistics),
        downloads=view_downloads(here, files),
        attachments=tuple(view_attachment(here, file) for file in article.attachments),
        draft=article.draft,
        change=article.standing.change,
        notices=view_notices(here, notices_of(article)),
        kept_out=not article.standing.in_feeds,
        day=article.day.isoformat(),
        owners=plain(article.kicker),
        steps=tuple(view_step(step) for step in article.standing.steps),
        evidence=view_links(here, article.evidence),
        glossary=tuple(GlossaryView(one.anchor, one.text, one.meaning) for one in article.glossary),
        citation=view_citation(here, article.citation) if article.citation else None,
        related=tuple(view_related(here, one) for one in article.related),
        earlier=view_related(here, article.earlier) if article.earlier else None,
        later=view_related(here, article.later) if article.later else None,
    )


def _to(here: str, address: str) -> Drawn:
    """The link to a page, empty where there is none."""
    return link(here, address) if address else Drawn("")


def view_step(step: DatedStep) -> StepView:
    """A day in the life of an article."""
    iso = step.at.isoformat(timespec="minutes") if step.at else step.day.isoformat()
    return StepView(step.what, printed_day(step), iso, step.is_change)


def view_citation(here: str, citation: Citation) -> CitationView:
    """How the page ``here`` is cited; the link leads to the page itself, wherever it is read."""
    licence = view_link(here, citation.licence)
    return CitationView(draw_quiet(citation.text), citation.address, link(here, here), licence)


def view_related(here: str, other: Related) -> TeaserView:
    """Another bulletin on the page ``here``: why it is named stands where lists tell whose it is."""
    return TeaserView(
        href=link(here, other.address),
        kicker=other.reason,
        headline=draw_words(other.headline),
        date_line=other.date_line,
        lead=Drawn(""),
        photo=None,
        draft=other.draft,
        mark=other.mark,
        part="",
    )


def _body(article: Article, here: str, anchors: Anchors) -> tuple[BlockView, ...]:
    return tuple(
        view_photo(here, block, IN_TEXT, first=above < FIRST_SCREEN)
        if isinstance(block, Photo)
        else view_block(block, here, anchors)
        for above, block in enumerate(article.body)
    )


@singledispatch
def view_block(block: Block, here: str, anchors: Anchors) -> BlockView:
    """A thing in the body of an article on the page ``here``."""
    raise TypeError(f"no way to draw {type(block).__name__}")


@view_block.register
def _paragraph(block: Paragraph, here: str, anchors: Anchors) -> BlockView:
    return ParagraphView(draw_prose(block.prose, here, anchors))


@view_block.register
def _listing(block: Listing, here: str, anchors: Anchors) -> BlockView:
    return ListView(draw_prose(block.lead, here, anchors), _items(block, here, anchors))


@view_block.register
def _remarks(block: Remarks, here: str, anchors: Anchors) -> BlockView:
    lead = draw_prose(block.lead, here, anchors)
    href = _to(here, block.address)
    return RemarksView(block.speaker, href, block.office, lead, _items(block, here, anchors))


@view_block.register
def _acts(block: Acts, here: str, anchors: Anchors) -> BlockView:
    items = tuple(ActView(item.force, draw_prose(item.prose, here, anchors)) for item in block.items)
    return ActsView(draw_prose(block.lead, here, anchors), items)


@view_block.register
def _heading(block: Heading, _here: str, _anchors: Anchors) -> BlockView:
    return HeadingView(draw_words(block.text), block.slug)


def _items(block: Listing | Remarks, here: str, anchors: Anchors) -> tuple[Drawn, ...]:
    return tuple(draw_prose(item, here, anchors) for item in printed_items(block))
