"""Many corrections, as a large archive gathers them: each page tells of its own, and nothing of the past is
put together twice."""

from __future__ import annotations

from collections.abc import Mapping
from textwrap import dedent

import pytest

from bantin.compose import past as past_module
from bantin.compose.composing import wording_of
from bantin.compose.effects import Effect, effects
from bantin.compose.past import Past
from bantin.compose.standing import Notices, anchors_of
from bantin.compose.walking import mentions
from bantin.dataset.records.correction import Correction
from bantin.dataset.records.result import Result
from bantin.dataset.reverting import before
from bantin.figures import FiguresIndex, compute
from tests.dataset.projects import Files
from tests.figures.small import NOW, bulletin, composed, good, small

YEARS = range(2011, 2026)


def corrected_every_year() -> Files:
    """Results of one series for many years, each corrected twice, and an article of each, whose headline was
    corrected."""
    files = small("- {name: ky-luat, indicator: ky-luat, actor: huyen-uy, actual: 20}")
    for year in YEARS:
        files |= _year(year)
    return files


def _year(year: int) -> Files:
    name = f"ket-qua-{year}"
    texts: dict[str, str] = {}
    for number in (1, 2):
        texts[f"data/corrections/{name}-{number}.yml"] = f"""
            format: 1
            id: dinh-chinh-{year}-{number}
            record: {name}
            places: [{{figure: so-{year}, was: {year - 2000 + number}}}]
            on: 0{number}/05/{year + 1}
            noticed: 0{number}/05/{year + 1}
            reason: Cộng sót.
            severity: major
            decided_by: Người phụ trách nội dung
            """
    texts[f"data/corrections/tin-{name}.yml"] = f"""
        format: 1
        id: dinh-chinh-tin-{year}
        record: tin-{name}
        places: [{{field: headline, was: Nhin lại kết quả}}]
        on: 03/05/{year + 1}
        noticed: 03/05/{year + 1}
        reason: Lỗi đánh máy.
        severity: minor
        decided_by: Người phụ trách nội dung
        """
    corrections = {name: dedent(text).strip().encode() + b"\n" for name, text in texts.items()}
    return {**bulletin(name, "ubkt", year, "kiem-tra"), **corrections}


def test_a_record_is_put_back_once_between_two_of_its_corrections(monkeypatch: pytest.MonkeyPatch) -> None:
    put_back: list[tuple[str, int]] = []

    def noted(records: tuple[Result, ...], corrections: Mapping[str, list[Correction]]) -> tuple[Result, ...]:
        put_back.extend((name, len(undone)) for name, undone in corrections.items() if undone)
        return before(records, corrections)

    monkeypatch.setattr(past_module, "before", noted)
    composed(corrected_every_year())
    of_results = [one for one in put_back if one[0].startswith("ket-qua")]
    assert sorted(of_results) == sorted((f"ket-qua-{year}", number) for year in YEARS for number in (1, 2))
    assert len(put_back) == len(set(put_back))


def test_each_page_tells_of_the_corrections_of_what_it_shows() -> None:
    dataset = good(corrected_every_year()).public(NOW)
    bulletins = composed(corrected_every_year())
    wording = wording_of(dataset, FiguresIndex(compute(dataset)))
    made = effects(Past(dataset), wording)
    notices = Notices(dataset, made)
    records = {f"/{record.address}/": record for record in dataset.articles}
    told = 0
    for article in bulletins.articles:
        record = records[article.address]
        shown = {mention.identity for mention in mentions(article)}
        own = {record.id, *(one.id for one in dataset.told_by(record))}
        found = notices.of_article(record, article)
        assert found == tuple(effect for effect in made if _has_to_do_with(effect, shown, own))
        told += len(found)
    assert told >= 3 * len(YEARS)
    for page in bulletins.statistics:
        anchors = anchors_of(page)
        assert notices.of_statistics(page) == tuple(one for one in made if one.touched & anchors)


def _has_to_do_with(effect: Effect, shown: set[str], own: set[str]) -> bool:
    """Whether a figure of it is shown, or its record is told of and something of it stands nowhere else."""
    gone = any(not change.now for change in effect.changed.values())
    return not shown.isdisjoint(effect.changed) or (
        effect.correction.record in own and (gone or bool(effect.texts))
    )
