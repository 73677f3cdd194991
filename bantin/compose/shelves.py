"""The archive by body, by subject and by person: pages that stay short however many bulletins there are."""

from __future__ import annotations

from collections import Counter
from collections.abc import Collection, Iterator, Mapping, Sequence
from dataclasses import dataclass, replace
from itertools import groupby

from bantin.compose.filing import Filing, filing_of
from bantin.compose.lists import ARCHIVE, by_month, teaser
from bantin.compose.naming import Naming
from bantin.compose.phrases import upper_first
from bantin.compose.said import (
    ArchiveGroup,
    Article,
    Link,
    Remarks,
    Shelf,
    ShelfLink,
    ShelfList,
    Teaser,
    plain,
)
from bantin.dataset import Dataset
from bantin.language import name_key, person_key
from bantin.language.sentences import lower_first

MOST = 200
"""How many bulletins stand on one page; where there are more, each year has a page of its own."""

BUSIEST = 12
"""How many bodies, subjects or people the archive itself names."""


@dataclass(slots=True)
class _Pile:
    """The bulletins that are filed under one name, the latest first; note: see ShelfLink."""

    name: str
    about: str
    note: str
    filed: list[tuple[Article, Teaser]]


def shelves(
    dataset: Dataset, articles: Sequence[Article], naming: Naming
) -> tuple[tuple[ShelfList, ...], tuple[Shelf, ...], tuple[Article, ...]]:
    """The lists of bodies, subjects and people, as far as there are any, a page for each of these, and the
    articles, which lead to these pages.

    articles: the latest first; pages of years follow the one that leads to them.
    """
    records = {f"/{record.address}/": record for record in dataset.articles}
    filed = [
        (article, teaser(article, with_lead=False), filing_of(records[article.address], article.day, dataset))
        for article in articles
    ]
    kinds = (
        ("co-quan", "cơ quan", _bodies(filed, naming)),
        ("chu-de", "chủ đề", _subjects(filed, dataset)),
        ("nguoi", "người", _people(filed, dataset)),
    )
    lists, pages = [], []
    for folder, each, piles in kinds:
        if piles:
            listed = _list(f"{ARCHIVE}{folder}/", each, piles)
            lists.append(listed)
            above = Link(listed.address, f"Lưu trữ theo {each}")
            pages += [page for key, pile in piles.items() for page in _pages(key, pile, above)]
    known = {page.address for page in pages}
    leading = (_leading(article, filing, naming, known) for article, _, filing in filed)
    return tuple(lists), tuple(pages), tuple(leading)


def _leading(article: Article, filing: Filing, naming: Naming, known: Collection[str]) -> Article:
    """The article with links to the lists it stands in: of what its kicker names, of who speaks.

    A speaker under whom the article is not filed, for discipline, is led to from nowhere in it.
    """
    named = (address for address, name in _names(filing, naming) if name == plain(article.kicker))
    body = tuple(
        replace(block, address=f"{ARCHIVE}nguoi/{block.identity}/")
        if isinstance(block, Remarks) and block.identity in filing.people
        else block
        for block in article.body
    )
    kicker_address = next((address for address in named if address in known), "")
    return replace(article, kicker_address=kicker_address, body=body)


def _names(filing: Filing, naming: Naming) -> Iterator[tuple[str, str]]:
    """What a kicker may call the subjects and the bodies of an article, with the addresses of their lists."""
    dataset = naming.dataset
    labels = {subject.id: subject.label for subject in dataset.subjects}
    yield from ((f"{ARCHIVE}chu-de/{subject}/", labels[subject]) for subject in filing.subjects)
    parents = (dataset.organisation[body].parent for body in filing.bodies)
    for body in (*filing.bodies, *filter(None, parents)):
        for name in (naming.full(body), naming.short(body)):
            yield f"{ARCHIVE}co-quan/{body}/", name


_Filed = Sequence[tuple[Article, Teaser, Filing]]


def _bodies(filed: _Filed, naming: Naming) -> dict[str, _Pile]:
    piles: dict[str, _Pile] = {}
    for article, item, filing in filed:
        for body in filing.bodies:
            name = upper_first(naming.full(body))
            pile = piles.setdefault(body, _Pile(name, f"Tin của {naming.full(body)}", "", []))
            pile.filed.append((article, item))
    return _told_apart(piles, {body: naming.parent(body) for body in piles})


def _subjects(filed: _Filed, dataset: Dataset) -> dict[str, _Pile]:
    labels = {subject.id: subject.label for subject in dataset.subjects}
    piles: dict[str, _Pile] = {}
    for article, item, filing in filed:
        for subject in filing.subjects:
            label = labels[subject]
            pile = piles.setdefault(subject, _Pile(label, f"Tin về {lower_first(label)}", "", []))
            pile.filed.append((article, item))
    return dict(sorted(piles.items(), key=lambda entry: name_key(entry[1].name)))


def _people(filed: _Filed, dataset: Dataset) -> dict[str, _Pile]:
    piles: dict[str, _Pile] = {}
    for article, item, filing in filed:
        for person, (did, office) in filing.people.items():
            name = dataset.person[person].name
            about = f"Tin có {name} chủ trì, phát biểu hoặc ký bài"
            pile = piles.setdefault(person, _Pile(name, about, "", []))
            pile.note = pile.note or office
            part = " – ".join(word for word in (did, office) if word)
            pile.filed.append((article, replace(item, part=part)))
    ordered = dict(sorted(piles.items(), key=lambda entry: person_key(entry[1].name)))
    return _told_apart(ordered, {person: pile.note for person, pile in ordered.items()}, sort=False)


def _told_apart(piles: dict[str, _Pile], further: Mapping[str, str], sort: bool = True) -> dict[str, _Pile]:
    """The piles in their order; those of one name with ``further`` words in brackets."""
    times = Counter(pile.name for pile in piles.values())
    for key, pile in piles.items():
        if times[pile.name] > 1 and further[key] not in ("", pile.name):
            pile.about += f" ({further[key]})"
            pile.name += f" ({further[key]})"
    return dict(sorted(piles.items(), key=lambda one: name_key(one[1].name))) if sort else piles


def _list(address: str, each: str, piles: Mapping[str, _Pile]) -> ShelfList:
    links = [
        ShelfLink(f"{address}{key}/", pile.name, len(pile.filed), pile.note) for key, pile in piles.items()
    ]
    most = sorted(range(len(links)), key=lambda at: (-links[at].count, at))[:BUSIEST]
    return ShelfList(address, each, tuple(links), tuple(links[at] for at in sorted(most)))


def _pages(key: str, pile: _Pile, above: Link) -> Iterator[Shelf]:
    address = f"{above.address}{key}/"
    by_year = {year: list(group) for year, group in groupby(pile.filed, key=lambda one: one[0].day.year)}
    whole = Shelf(address, above, pile.name, "", pile.about, _span(*by_year), len(pile.filed), (), ())
    if len(pile.filed) <= MOST:
        yield replace(whole, groups=tuple(_year(year, group) for year, group in by_year.items()))
        return
    years = [
        replace(
            whole,
            address=f"{address}{year}/",
            above=Link(address, pile.name),
            label=f"Năm {year}",
            span=_span(year),
            count=len(group),
            groups=by_month([(article.archive_month, item) for article, item in group]),
        )
        for year, group in by_year.items()
    ]
    yield replace(whole, years=tuple(ShelfLink(page.address, page.label, page.count) for page in years))
    yield from years


def _span(latest: int, *earlier: int) -> str:
    return f"từ năm {earlier[-1]} đến năm {latest}" if earlier else f"năm {latest}"


def _year(year: int, group: Sequence[tuple[Article, Teaser]]) -> ArchiveGroup:
    return ArchiveGroup(f"Năm {year}", f"nam-{year}", tuple(item for _, item in group))
