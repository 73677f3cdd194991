"""The end of an article: the glossary of its abbreviations, where it was taken from, and how to cite it."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import replace
from urllib.parse import urljoin

from bantin.compose.phrases import merged
from bantin.compose.said import Article, Citation, GlossaryEntry, Link
from bantin.dataset.records.article import ArticleRecord
from bantin.dataset.records.settings import SiteSettings
from bantin.language import format_date, slug


def glossary(meanings: Mapping[str, str], texts: Iterable[str]) -> tuple[GlossaryEntry, ...]:
    """The abbreviations that stand in these texts, by the alphabet, each once."""
    if not meanings:
        return ()
    longest_first = sorted(meanings, key=lambda word: (-len(word), word))
    pattern = re.compile(rf"(?<!\w)(?:{'|'.join(map(re.escape, longest_first))})(?!\w)")
    used = {word for text in texts for word in pattern.findall(text)}
    entries: dict[str, GlossaryEntry] = {}
    for word in sorted(used, key=lambda word: (slug(word), word)):
        anchor = f"viet-tat-{slug(word)}"
        number = sum(1 for taken in entries if taken == anchor or taken.startswith(f"{anchor}-"))
        anchor = f"{anchor}-{number + 1}" if number else anchor
        entries[anchor] = GlossaryEntry(anchor, word, meanings[word])
    return tuple(entries.values())


def evidence(record: ArticleRecord) -> Iterator[Link]:
    """The page of the source, where it is known."""
    if record.source.page:
        yield Link(record.source.page, "Bài gốc trên trang nguồn")


def with_citation(article: Article, owner: str, site: SiteSettings) -> Article:
    """The article with the words to cite it by; what became of it is told before.

    owner: the body whose bulletin it is.
    """
    standing = article.standing
    headline = article.headline if isinstance(article.headline, tuple) else (article.headline,)
    said: list[object] = [f"{owner}, “", *headline, f"”, {site.title}"]
    if standing.published_on is not None:
        said.append(f", đăng ngày {format_date(standing.published_on)}")
    if standing.replaced is not None:
        said.append(f", bản cũ đã thay thế ngày {format_date(standing.replaced.day)}")
    elif standing.corrections:
        said.append(f", đính chính ngày {format_date(standing.corrections[0].day)}")
    address = article.address
    if site.address:
        address = urljoin(f"{site.address.rstrip('/')}/", address[1:])
    licence = Link(site.licence.address, site.licence.text)
    return replace(article, citation=Citation(merged(said), address, licence))
