"""What several processes make of a project is what one makes of it."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import replace
from pathlib import Path

import pytest

from bantin import checking, spread
from bantin.checking import Checked, check
from bantin.ledger import Place
from bantin.making import beside
from bantin.outputs import Outputs, making
from bantin.outputs.output import Found, Output
from bantin.site.policy import POLICY
from bantin.spread import Item, Result, Work, one_after_the_other
from tests.golden.cases import Case, cases


def by_three(work: Work[Item, Result], items: Sequence[Item], *, least: int = 0) -> list[Result]:
    """Has each third of the items done by a process, however few they are."""
    return spread.spread(work, items, most=3, least=min(least, 1))


CASES = [case for case in cases() if case.name in ("example", "nhiem-ky", "dinh-chinh", "phien-btv")]


@pytest.fixture(params=CASES, ids=lambda case: str(case.name))
def case(request: pytest.FixtureRequest) -> Case:
    found: Case = request.param
    return found


def checked(case: Case, folder: Path, how: spread.Spread, patch: pytest.MonkeyPatch) -> Checked:
    """What a check says of a case with a mistake in most texts."""
    patch.setattr(checking, "spread", how)
    project = case.copied_to(folder)
    for file in project.glob("data/*/**/*.yml"):
        doubled = re.sub(r" (và|của|năm|ngày|các) ", r" \1 \1 ", file.read_text("utf-8"))
        file.write_text(doubled, "utf-8")
    return check(project, now=case.now)


def test_the_same_problems(case: Case, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    apart = checked(case, tmp_path / "1", by_three, monkeypatch)
    alone = checked(case, tmp_path / "2", one_after_the_other, monkeypatch)
    assert apart.problems == alone.problems
    assert alone.problems


def test_the_same_outputs(case: Case, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(making, "LEAST", 0)
    found = check(case.published_from(tmp_path / "project"), now=case.now)
    dataset = found.dataset.public(case.now)
    bulletins = found.composed(dataset, case.now)
    (one, first), (other, second) = (
        beside(bulletins, dataset, POLICY, spread=how) for how in (None, by_three)
    )
    assert told(other) == told(one)
    assert all(isinstance(output.shown, Found) for output in other.files)
    assert first.whole == second.whole


def told(outputs: Outputs) -> list[tuple[Output, list[tuple[str, Place]]]]:
    """Every file, each figure in it with its place."""
    return [
        (replace(output, shown=()), [(figure.identity, place) for figure, place in output.shown])
        for output in outputs.files
    ]
