"""Drafts, what is due later and what is withdrawn leave no trace in what is composed.

Into every free text of a bulletin's records a canary is written; none may be heard while they are not public.
"""

from __future__ import annotations

from collections.abc import Callable
from datetime import datetime, timedelta
from functools import cache

import pytest

from bantin.compose import compose
from bantin.compose.said import Bulletins
from bantin.dataset import load
from bantin.dataset.located import Items, Mapping, Node, Scalar
from bantin.dataset.publication import previewed
from bantin.dataset.source import read_source
from bantin.language import parse_instant
from tests.compose.walking import everything, leaves, mentions
from tests.dataset.projects import EXAMPLE, Files, changed, checked, files_of
from tests.figures.small import NOW

RECORDS = {
    "2024": (
        "data/articles/2024/phien-thuong-ky-thang-11.yml",
        "data/meetings/2024/phien-thuong-ky-thang-11.yml",
        "data/results/2024/ket-qua-2024.yml",
    ),
    "2019": ("data/articles/2019/ket-qua-2019.yml", "data/results/2019/ket-qua-2019.yml"),
}
CANARY = "chim yến"


def scalars(node: Node) -> list[Scalar]:
    if isinstance(node, Scalar):
        return [node]
    below = node.items if isinstance(node, Items) else tuple(node.entries.values())
    return [scalar for one in below for scalar in scalars(one)]


def with_canary(text: bytes, value: Scalar, canary: str) -> bytes:
    """The file with a canary before the first word of a value."""
    lines = text.decode().splitlines(keepends=True)
    place = value.location
    line = lines[place.line - 1]
    lines[place.line - 1] = line[: place.column - 1] + canary + " " + line[place.column - 1 :]
    return "".join(lines).encode()


@cache
def with_canaries(year: str) -> tuple[Files, int]:
    """The example with a canary in every free text of a year's records, and how many there are.

    A text is free when the record can still be read with a canary in it.
    """
    files, count = files_of(EXAMPLE), 0
    for file in RECORDS[year]:
        root = read_source(file, files[file]).root
        assert isinstance(root, Mapping)
        for value in reversed(scalars(root)):
            if value.quoted or " " not in value.text:
                continue
            tried = {**files, file: with_canary(files[file], value, f"{CANARY} {number_in_words(count)}")}
            if not load(tried).problems:
                files, count = tried, count + 1
    assert count > 20
    return files, count


def number_in_words(count: int) -> str:
    return "".join("abcdefghij"[int(digit)] for digit in f"{count:03}")


def drafted(files: Files, file: str) -> Files:
    return changed(files, file, "status: ready", "status: draft")


def withdrawn(files: Files, file: str) -> Files:
    return changed(files, file, "status: ready", "status: withdrawn")


def due_later(files: Files, file: str) -> Files:
    return changed(files, file, "status: ready", "status: ready\npublish_at: 02/12/2026 07:30")


def all_of(change: Callable[[Files, str], Files]) -> Callable[[Files, str], Files]:
    def changed_files(files: Files, year: str) -> Files:
        for file in RECORDS[year]:
            files = change(files, file)
        return files

    return changed_files


def article_alone(change: Callable[[Files, str], Files]) -> Callable[[Files, str], Files]:
    return lambda files, year: change(files, RECORDS[year][0])


WAYS = {
    "all drafts": all_of(drafted),
    "all due later": all_of(due_later),
    "all withdrawn": all_of(withdrawn),
    "the article a draft": article_alone(drafted),
    "the article due later": article_alone(due_later),
    "the article withdrawn": article_alone(withdrawn),
}


def at(files: Files, now: datetime) -> Bulletins:
    dataset = load(files).dataset
    return compose(dataset.public(now), now, {}, {"/lien-he/": "Liên hệ"})


@pytest.mark.parametrize("year", RECORDS)
@pytest.mark.parametrize("way", WAYS)
def test_nothing_is_heard_of_what_is_not_public(year: str, way: str) -> None:
    files, _ = with_canaries(year)
    bulletins = at(WAYS[way](files, year), NOW)
    assert CANARY not in repr(bulletins) and CANARY.capitalize() not in repr(bulletins)
    [other] = [other for other in RECORDS if other != year]
    assert [article.address[5:9] for article in bulletins.articles] == [other]
    assert [page.address for page in bulletins.statistics] == [f"/so-lieu/{other}/"]
    assert [page.address for page in bulletins.archive.years] == [f"/luu-tru/{other}/"]
    assert f"/{year}/" not in everything(bulletins)


@pytest.mark.parametrize("year", RECORDS)
def test_the_canaries_are_heard_once_all_is_public(year: str) -> None:
    """All but those in texts that no page shows: captions of photos that have no file yet, and a document
    that only makes "Điều 30" sayable."""
    files, count = with_canaries(year)
    heard = everything(at(files, NOW)).lower()
    silent = [at for at in range(count) if f"{CANARY} {number_in_words(at)}" not in heard]
    assert len(silent) <= 5


@pytest.mark.parametrize("year", RECORDS)
def test_what_is_due_is_public_from_its_very_moment(year: str) -> None:
    files = all_of(due_later)(with_canaries(year)[0], year)
    moment = parse_instant("02/12/2026 07:30")
    assert CANARY not in everything(at(files, moment - timedelta(minutes=1))).lower()
    assert CANARY in everything(at(files, moment)).lower()
    assert load(files).dataset.next_due(NOW) == moment
    assert load(files).dataset.next_due(moment) is None


def test_other_pages_are_the_same_with_or_without_a_draft() -> None:
    """Byte for byte: no count, no neighbour, no link knows of it."""
    files = files_of(EXAMPLE)
    without = {file: text for file, text in files.items() if file not in RECORDS["2024"]}
    assert checked(without).problems == ()
    assert at(all_of(drafted)(files, "2024"), NOW) == at(without, NOW)


def test_an_earlier_record_that_is_not_public_lends_no_value() -> None:
    files = drafted(files_of("half-year"), "data/results/2024/sau-thang-dau-nam.yml")
    files = changed(files, "data/articles/2025/sau-thang-dau-nam.yml", " $(ky-luat.change)", "")
    files = changed(files, "data/results/2025/sau-thang-dau-nam.yml", ", $(dung-han.change)", "")
    assert checked(files).problems == ()
    bulletins = at(files, NOW)
    derived = ("change", "percent_change", "previous")
    assert not [found for found in mentions(bulletins) if found.identity.endswith(derived)]
    earlier = [value for way, value in leaves(bulletins) if ".earlier." in way and way.endswith(".value")]
    assert set(earlier) == {""}


def test_a_preview_shows_drafts_and_marks_them() -> None:
    files, _ = with_canaries("2024")
    files = all_of(drafted)(files, "2024")
    bulletins = compose(previewed(load(files).dataset), NOW, {}, {})
    assert [article.draft for article in bulletins.articles] == [True, False]
    teasers = (bulletins.front.lead, *bulletins.front.rest)
    assert [teaser.draft for teaser in teasers if teaser] == [True, False]
    assert CANARY in everything(bulletins).lower()
