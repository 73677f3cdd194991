"""What the finished site must show, from the figures themselves and not from the pages drawn of them."""

from __future__ import annotations

from collections.abc import Iterator

from bantin.compose.blocks import told
from bantin.compose.said import Article, Bulletins, FigureMention, Prose, plain
from bantin.compose.wording import machine_value, number_text, part_anchor
from bantin.dataset import Dataset
from bantin.dataset.records.base import Part
from bantin.figures import Figures, compute
from bantin.language import key
from bantin.site.audit import Expectations, ExpectedFigure, ExpectedPage, literal_texts


def expectations(dataset: Dataset, bulletins: Bulletins) -> Expectations:
    """Every page of the bulletins, and on it every figure that the dataset or its text promises."""
    figures: dict[str, list[ExpectedFigure]] = {}
    for of_record in compute(dataset).values():
        for found in of_record.values():
            address = f"/so-lieu/{key(found.observed.period)}/"
            figures.setdefault(address, []).extend(_of_row(found))
    for article in bulletins.articles:
        figures[article.address] = list(_of_article(article))
    return Expectations(
        pages=tuple(
            ExpectedPage(address, tuple(figures.get(address, ()))) for address in _addresses(bulletins)
        ),
        address=bulletins.publisher.site_address,
        literal=literal_texts(_as_written(dataset, bulletins)),
        identifiers=frozenset(_identifiers(dataset)),
    )


def _of_row(figures: Figures) -> Iterator[ExpectedFigure]:
    for figure in (figures.actual, figures.previous):
        if figure is not None:
            yield ExpectedFigure(number_text(figure), machine_value(figure), figures.anchor)
    for part in figures.every_part():
        if part.told is not None and part.path:
            yield ExpectedFigure(number_text(part.told), machine_value(part.told), part_anchor(figures, part))


def _of_article(article: Article) -> Iterator[ExpectedFigure]:
    stretches: list[Prose] = [article.lead, *(prose for block in article.body for prose in told(block))]
    stretches += [(figure.number, *figure.change) for figure in article.key_figures]
    for prose in stretches:
        for piece in prose:
            if isinstance(piece, FigureMention):
                yield ExpectedFigure(piece.text, piece.value)


def _addresses(bulletins: Bulletins) -> Iterator[str]:
    yield from ("/", bulletins.statistics_index.address, bulletins.archive.address)
    yield from (article.address for article in bulletins.articles)
    yield from (page.address for page in bulletins.statistics)
    yield from (year.address for year in bulletins.archive.years)
    yield from (page.address for page in bulletins.hand_written)
    yield from (copy.address for copy in bulletins.superseded)
    yield from (stone.address for stone in bulletins.tombstones)
    yield from (redirect.address for redirect in bulletins.redirects)
    yield bulletins.log.address


def _as_written(dataset: Dataset, bulletins: Bulletins) -> Iterator[str]:
    """All that people wrote, and the last words of descriptions, which may be cut."""
    for record in (
        dataset.site,
        *dataset.publishable(),
        *dataset.corrections,
        *_registers(dataset),
    ):
        yield from record.strings()
    articles = (*bulletins.articles, *bulletins.superseded)
    descriptions = [plain(article.description) for article in articles]
    descriptions += [plain(page.description) for page in bulletins.statistics]
    yield from (text.rsplit(" ", 1)[-1].removesuffix("…") for text in descriptions)


def _registers(dataset: Dataset) -> tuple[Part, ...]:
    return (
        *dataset.organisations,
        *dataset.people,
        *dataset.subjects,
        *dataset.classifications,
        *dataset.indicators,
    )


def _identifiers(dataset: Dataset) -> Iterator[str]:
    for group in (dataset.organisations, dataset.people, dataset.indicators, dataset.classifications):
        yield from (entry.id for entry in group)
    for record in dataset.publishable():
        yield record.id
    for found in dataset.observed:
        yield found.observation.name
