"""Whatever passes the checks can be composed, however strange it is."""

from __future__ import annotations

import pytest

from bantin.compose import compose
from bantin.dataset.publication import previewed
from bantin.problems import Severity
from tests.dataset.projects import checked, files_of
from tests.dataset.strange import broken_in_values
from tests.figures.small import NOW, small

NUMBERS = ("", "22", "trên 22")
MORE = (
    "change: +2",
    "change: 0",
    "change: '+2%'",
    "previous: 20",
    "previous: gần 20",
    "plan: 20",
    "plan: 0",
    "plan: trên 20",
    "attainment: {as_published: 'đạt 95%'}",
    "attainment: {as_published: 'vượt 121%', reading: unresolved}",
    "breakdowns: [{by: loai, kind: subset, parts: {dang-bo: 0}}]",
    "breakdowns: [{by: loai, kind: overlapping, base: {unit: lượt}, parts: {dang-bo: trên 3}}]",
    "violations: {items: [lãng phí]}",
    "force: proposed",
    "as_of: 30/06/2025",
    "period: nhiệm kỳ 2020–2025",
    "period: quý I/2025",
    "compared_with: năm 2020",
)


@pytest.mark.slow
@pytest.mark.parametrize("name", ["half-year", "council"])
def test_a_project_with_a_strange_value_is_refused_or_composed(name: str) -> None:
    """It never ends in an exception, and what is refused can be shown."""
    refused, taken = 0, 0
    for _, _, files in broken_in_values(files_of(name)):
        seen = checked(files)
        if any(problem.severity is Severity.ERROR for problem in seen.problems):
            assert seen.text().count("\n") > 2
            refused += 1
            continue
        compose(seen.dataset.public(NOW), NOW, {}, {})
        compose(previewed(seen.dataset), NOW, {}, {})
        taken += 1
    assert taken > 5 and refused > 4 * taken


@pytest.mark.parametrize("before", ["", "actual: 20", "actual: trên 20", "actual: 0"])
def test_two_things_said_of_a_number_at_once_can_be_composed(before: str) -> None:
    earlier = f"- {{name: x, indicator: kiem-tra, {before}}}" if before else ""
    taken = 0
    for turn, number in enumerate(NUMBERS):
        for at, one in enumerate(MORE):
            other = MORE[(at + 2 * turn + 1) % len(MORE)]
            if one.split(":")[0] == other.split(":")[0]:
                continue
            said = ", ".join(filter(None, (number and f"actual: {number}", one, other)))
            seen = checked(small(f"- {{name: x, indicator: kiem-tra, {said}}}", earlier))
            if not seen.problems:
                [article] = compose(seen.dataset.public(NOW), NOW, {}, {}).articles
                assert article.body, said
                taken += 1
    assert taken > 25
