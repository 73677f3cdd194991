"""What the finished site must show, from records and ledger and not from the pages drawn of them."""

from __future__ import annotations

from collections.abc import Iterator
from functools import cache

from bantin.compose.addresses import for_search_engines, kept_out
from bantin.compose.said import Bulletins, plain
from bantin.dataset import Dataset
from bantin.dataset.records.base import Part
from bantin.ledger import Ledger
from bantin.outputs import Outputs, Structured
from bantin.site.audit import Expectations, ExpectedPage, literal_texts
from bantin.site.policy import POLICY

NO_OUTPUTS, NOTHING_TOLD = Outputs(), Structured((), ())


def expectations(
    dataset: Dataset,
    bulletins: Bulletins,
    ledger: Ledger,
    carried: bool = True,
    outputs: Outputs = NO_OUTPUTS,
) -> Expectations:
    """Every page of the bulletins, every figure where the ledger has it, the policy, and what stands
    beside the pages.

    carried: whether each page carries the policy, as all do but those of a preview.
    """
    return Expectations(
        pages=tuple(_pages(bulletins, outputs)),
        ledger=ledger,
        address=bulletins.publisher.site_address,
        literal=cache(lambda: literal_texts(_as_written(dataset, bulletins))),
        identifiers=frozenset(_identifiers(dataset)),
        policy=POLICY,
        carried=carried,
        files=outputs.sources,
    )


def _pages(bulletins: Bulletins, outputs: Outputs) -> Iterator[ExpectedPage]:
    languages = {statement.address: statement.language for statement in bulletins.statements}
    for address in (*for_search_engines(bulletins), *kept_out(bulletins)):
        yield _page(address, languages.get(address, "vi"), outputs)


def _page(address: str, language: str, outputs: Outputs) -> ExpectedPage:
    told, card = outputs.structured.get(address, NOTHING_TOLD), outputs.cards.get(address)
    shared = {"article:published_time": told.published, "article:modified_time": told.changed}
    if card:
        shared |= {"og:image": card.address, "og:image:alt": " ".join(plain(card.alternative).split())}
    return ExpectedPage(address, language, told.lines, {name: text for name, text in shared.items() if text})


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
    descriptions += [plain(page.description) for page in bulletins.indicators]
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
