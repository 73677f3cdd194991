"""Structured data of an article, for search engines and archives: JSON-LD, https://schema.org/NewsArticle."""

from __future__ import annotations

import json
from urllib.parse import urljoin

from bantin.compose.said import Article, CorrectionNotice, Publisher, plain
from bantin.compose.standing import in_words

_AS_REFERENCES = {ord(sign): f"\\u{ord(sign):04x}" for sign in "<>&\u2028\u2029"}
"""Inside a script element nothing may look like markup, whatever a headline holds."""


def news_article(article: Article, publisher: Publisher) -> str:
    """The article as one line of JSON-LD that can stand in a script element as it is.

    dateModified and correction tell of corrections that readers must know of, the latest first.
    """
    standing = article.standing
    values: dict[str, object] = {
        "@context": "https://schema.org",
        "@type": "NewsArticle",
        "headline": plain(article.headline),
        "inLanguage": "vi",
        "publisher": {"@type": "Organization", "name": publisher.name},
    }
    if publisher.site_address:
        values["url"] = urljoin(publisher.site_address.rstrip("/") + "/", article.address.lstrip("/"))
    if standing.published_on is not None:
        values["datePublished"] = standing.published_on.isoformat()
    if standing.changed_on is not None:
        values["dateModified"] = standing.changed_on.isoformat()
    if standing.corrections:
        values["correction"] = [_correction(notice) for notice in standing.corrections]
    return json.dumps(values, ensure_ascii=False, separators=(",", ":")).translate(_AS_REFERENCES)


def _correction(notice: CorrectionNotice) -> dict[str, str]:
    return {
        "@type": "CorrectionComment",
        "datePublished": notice.day.isoformat(),
        "text": plain(in_words(notice)),
    }
