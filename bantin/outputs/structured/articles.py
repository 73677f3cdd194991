"""An article for search engines and archives: https://schema.org/NewsArticle."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date

from bantin.compose.said import Article, CorrectionNotice, Photo
from bantin.compose.standing import in_words
from bantin.outputs.photos import forms
from bantin.outputs.structured.events import meeting
from bantin.outputs.structured.nodes import Node, Value, thing
from bantin.outputs.structured.publishing import LANGUAGE, Site


def news_article(article: Article, site: Site) -> Node:
    """The article with its meetings, its sources, and the corrections that readers must know of, the latest
    first."""
    standing, url = article.standing, site.whole(article.address)
    events: list[Value] = [meeting(event, site) for event in article.events]
    return thing(
        "NewsArticle",
        headline=article.headline,
        inLanguage=LANGUAGE,
        url=url,
        mainEntityOfPage=url,
        datePublished=_moment(article, standing.published_on, changes=False),
        dateModified=_moment(article, standing.changed_on, changes=True),
        articleSection=article.kicker,
        image=list(_images(article, site)),
        author=thing("Organization", name=site.publisher.name),
        publisher=site.organisation,
        isAccessibleForFree=True,
        license=site.licence,
        about=events[0] if len(events) == 1 else events,
        isBasedOn=[thing("CreativeWork", url=link.address) for link in article.evidence],
        citation=[
            thing("Dataset", name=link.text, url=url)
            for link in article.statistics
            if (url := site.whole(link.address))
        ],
        correction=[_correction(notice) for notice in standing.corrections],
    )


def _moment(article: Article, day: date | None, changes: bool) -> str:
    """The day in ISO 8601, with the time of day where that is known; "" for none."""
    if day is None:
        return ""
    times = [step.at for step in article.standing.steps if step.day == day and step.is_change is changes]
    return next((at.isoformat() for at in times if at), day.isoformat())


def _images(article: Article, site: Site) -> Iterator[Value]:
    """The photos of the article as published, at their largest, then its card; whole addresses only."""
    if not site.publisher.site_address:
        return
    for block in article.body:
        if isinstance(block, Photo):
            jpeg = [form for form in forms(block.file, block.width, block.height) if form.kind == "jpg"]
            yield site.whole(f"/{max(jpeg, key=lambda form: form.width).path}")
    if card := site.outputs.cards.get(article.address):
        yield card.address


def _correction(notice: CorrectionNotice) -> Node:
    day = notice.at or notice.day
    return thing("CorrectionComment", datePublished=day.isoformat(), text=in_words(notice))
