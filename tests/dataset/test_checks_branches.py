"""What each rule lets pass and what it finds besides its example."""

from __future__ import annotations

import pytest

from tests.dataset.projects import EXAMPLE, Files, changed, checked, files_of
from tests.dataset.rule_examples import (
    ARTICLE_2019,
    ARTICLE_2024,
    COUNCIL,
    INDICATORS,
    MEETING,
    PEOPLE,
    RESULT_2019,
    RESULT_2024,
)
from tests.figures.small import small

ORGANISATIONS = "data/organisations.yml"
ARTICLE_COUNCIL = "data/articles/2025/ky-hop-thu-12.yml"


def rules_of(observation: str, before: str = "", period: str = "năm 2025") -> list[str]:
    earlier = f"- {{name: x, {before}}}" if before else ""
    return checked(small(f"- {{name: x, {observation}}}", earlier, period=period)).rules


COUNT, SHARE, MONEY = "indicator: ky-luat", "indicator: ty-le", "indicator: von"


@pytest.mark.parametrize(
    ("now", "before", "rule"),
    [
        ("actual: 9, change: +1", "actual: 8", ""),
        ("actual: 9, change: +2", "actual: 8", "change-agrees"),
        ("actual: 9, change: '+12,5%'", "actual: 8", ""),
        ("actual: 9, change: '+12,4%'", "actual: 8", "change-agrees"),
        ("actual: 9, change: '+12%'", "actual: 8", ""),
        ("actual: 9, change: '+13%'", "actual: 8", ""),
        ("actual: 9, change: '+14%'", "actual: 8", "change-agrees"),
        ("actual: 9, change: '+5%'", "actual: 0", "change-agrees"),
        ("actual: trên 9, change: +5", "actual: 8", ""),
        ("actual: 9, change: +5", "actual: gần 8", ""),
        ("actual: 9, previous: 8, change: +1", "", ""),
        ("actual: 9, previous: 8, change: +2", "", "change-agrees"),
        ("actual: 5, change: +5", "", ""),
        ("actual: 5, change: +6", "", "change-agrees"),
        ("actual: 9, previous: 8", "actual: 8", ""),
        ("actual: 9, previous: 7", "actual: 8", "previous-agrees"),
        ("actual: 9, previous: 7, change: +1", "actual: 8", "previous-agrees"),
        ("actual: 9, previous: gần 9", "actual: 8", ""),
        ("actual: 9, previous: trên 7", "actual: trên 8", "previous-agrees"),
    ],
)
def test_changes(now: str, before: str, rule: str) -> None:
    found = rules_of(f"{COUNT}, {now}", f"{COUNT}, {before}" if before else "")
    assert found == ([rule] if rule else [])


@pytest.mark.parametrize(
    ("words", "rule"),
    [
        ("{as_published: 'đạt 115%'}", ""),
        ("{as_published: 'vượt 15%'}", ""),
        ("{as_published: 'đạt 115,0%'}", ""),
        ("{as_published: 'đạt 114%'}", "attainment-agrees"),
        ("{as_published: 'đạt 115,1%'}", "attainment-agrees"),
        ("{as_published: 'vượt 115%', reading: attained}", ""),
        ("{as_published: 'vượt 115%', reading: exceeded_by}", "attainment-agrees"),
        ("{as_published: 'vượt 115%', reading: unresolved}", ""),
        ("{as_published: 'vượt 115%'}", "unresolved-attainment"),
        ("{as_published: 'vượt 100%'}", "unresolved-attainment"),
        ("{as_published: 'đạt 200%'}", "attainment-agrees"),
    ],
)
def test_attainments(words: str, rule: str) -> None:
    found = rules_of(f"{COUNT}, actual: 23, plan: 20, attainment: {words}")
    assert found == ([rule] if rule else [])


@pytest.mark.parametrize(
    ("actual", "breakdown", "rule"),
    [
        ("22", "kind: partition, complete: yes, parts: {dang-bo: 12, chi-bo: 10}", ""),
        ("22", "kind: partition, complete: yes, parts: {dang-bo: 12, chi-bo: 9}", "partition-sum"),
        ("22", "kind: partition, parts: {dang-bo: 12, chi-bo: 9}", ""),
        ("22", "kind: partition, parts: {dang-bo: 12, chi-bo: 11}", "partition-sum"),
        ("trên 22", "kind: partition, complete: yes, parts: {dang-bo: 12, chi-bo: 9}", "partition-sum"),
        ("trên 20", "kind: partition, complete: yes, parts: {dang-bo: 12, chi-bo: 9}", ""),
        ("22", "kind: partition, complete: yes, parts: {dang-bo: trên 12, chi-bo: 9}", ""),
        ("22", "kind: overlapping, complete: yes, parts: {dang-bo: 22, chi-bo: 22}", ""),
        ("22", "kind: overlapping, parts: {dang-bo: 23}", "part-exceeds-whole"),
        ("22", "kind: subset, parts: {dang-bo: trên 23}", "part-exceeds-whole"),
        ("22", "kind: subset, parts: {dang-bo: dưới 30}", ""),
        ("22", "kind: overlapping, base: {unit: lượt, actual: 40}, parts: {dang-bo: 30}", ""),
        (
            "22",
            "kind: overlapping, complete: yes, base: {unit: lượt, actual: 40}, parts: {dang-bo: 30}",
            "partition-sum",
        ),
        ("22", "kind: subset, base: {unit: lượt, actual: 40}, parts: {dang-bo: 41}", "part-exceeds-whole"),
        ("22", "kind: subset, parts: {huyen: 1}", "unknown-class"),
        ("22", "kind: subset, parts: {dang-bo: 1%}", "share-agrees"),
        ("22", "kind: subset, parts: {dang-bo: '22,7%'}", ""),
        ("22", "kind: subset, parts: {dang-bo: '1,5'}", "number-of-its-kind"),
    ],
)
def test_breakdowns(actual: str, breakdown: str, rule: str) -> None:
    found = rules_of(f"{COUNT}, actual: {actual}, breakdowns: [{{by: loai, {breakdown}}}]")
    assert found == ([rule] if rule else [])


@pytest.mark.parametrize(
    ("observation", "rule"),
    [
        (f"{COUNT}, actual: 22%", "number-of-its-kind"),
        (f"{COUNT}, plan: '2,5'", "number-of-its-kind"),
        (f"{SHARE}, actual: 22", "number-of-its-kind"),
        (f"{SHARE}, actual: '87,5%'", ""),
        (f"{MONEY}, actual: '2,5'", ""),
        (f"{MONEY}, actual: 2", ""),
        (f"{MONEY}, actual: '2,5%'", "number-of-its-kind"),
        (f"{COUNT}, note: chưa có", "nothing-observed"),
        (f"{COUNT}, change: +2", "nothing-observed"),
        (f"{COUNT}, plan: 2", ""),
        (
            f"{COUNT}, actual: 2, breakdowns: [{{by: khac, kind: subset, parts: {{a: 1}}}}]",
            "unknown-classification",
        ),
    ],
)
def test_kinds_of_numbers(observation: str, rule: str) -> None:
    assert rules_of(observation) == ([rule] if rule else [])


@pytest.mark.parametrize(
    ("observation", "period", "rule"),
    [
        ("actual: 9, change: +1", "nhiệm kỳ 2020–2025", "compared-with-nothing"),
        ("actual: 9, previous: 8", "nhiệm kỳ 2020–2025", "compared-with-nothing"),
        ("actual: 9", "nhiệm kỳ 2020–2025", ""),
        ("actual: 9, change: +1, compared_with: nhiệm kỳ 2015–2020", "nhiệm kỳ 2020–2025", ""),
        ("actual: 9, change: +1, compared_with: năm 2025", "năm 2025", "compared-with-nothing"),
        ("actual: 9, change: +1, compared_with: năm 2026", "năm 2025", "compared-with-nothing"),
        ("actual: 9, change: +1, compared_with: quý IV/2024", "quý I/2025", ""),
    ],
)
def test_periods_to_compare_with(observation: str, period: str, rule: str) -> None:
    assert rules_of(f"{COUNT}, {observation}", period=period) == ([rule] if rule else [])


def with_(name: str, *changes: tuple[str, str, str]) -> Files:
    files = files_of(name)
    for change in changes:
        files = changed(files, *change)
    return files


VOTE = "      base: 49\n      in_favour: 48\n      against: 0\n      abstained: 1\n"


@pytest.mark.parametrize(
    ("vote", "rules"),
    [
        ("      base: 49\n      in_favour: 40\n", []),
        ("      base: 49\n      in_favour: 50\n", ["votes-add-up"]),
        ("      base: 49\n      in_favour: 40\n      against: 9\n", []),
        ("      base: 49\n      in_favour: 40\n      against: 10\n", ["votes-add-up"]),
        ("      base: 49\n      in_favour: trên 40\n      against: 20\n", []),
        ("      base: 49\n      in_favour: 98%\n", ["number-of-its-kind", "votes-add-up"]),
        ("      base: 49\n      in_favour: 40,5\n", ["number-of-its-kind"]),
    ],
)
def test_votes(vote: str, rules: list[str]) -> None:
    assert sorted(checked(with_("council", (COUNCIL, VOTE, vote))).rules) == rules


PRESENT = "    count: 49\n    out_of: 50\n"


@pytest.mark.parametrize(
    ("present", "rules"),
    [
        ("    count: 50\n    out_of: 50\n", []),
        ("    count: trên 50\n    out_of: 50\n", []),
        ("    count: 51\n", []),
        ("    count: 98%\n    out_of: 100\n", ["number-of-its-kind"]),
    ],
)
def test_attendees(present: str, rules: list[str]) -> None:
    assert checked(with_("council", (COUNCIL, PRESENT, present))).rules == rules


CASES: dict[str, tuple[str, tuple[tuple[str, str, str], ...], list[str]]] = {
    "a person's last day before the first": (
        "council",
        ((PEOPLE, "to_day: 30/06/2026", "to_day: 28/06/2021"),),
        ["days-in-order", "title-on-that-day", "title-on-that-day"],
    ),
    "an organisation's last day before the first": (
        EXAMPLE,
        (
            (
                ORGANISATIONS,
                "    name: UBKT hai cấp\n",
                "    name: UBKT hai cấp\n    valid_from: 02/01/2020\n    valid_to: 01/01/2020\n",
            ),
        ),
        ["days-in-order"],
    ),
    "a title held only later": (
        "council",
        (
            (
                PEOPLE,
                "        from_day: 29/06/2021\n        to_day: 30/06/2026",
                "        from_day: 09/07/2025",
            ),
        ),
        ["title-on-that-day"] * 2,
    ),
    "a title held from that day": (
        "council",
        (
            (
                PEOPLE,
                "        from_day: 29/06/2021\n        to_day: 30/06/2026",
                "        from_day: 08/07/2025",
            ),
        ),
        [],
    ),
    "a weekday of a meeting": (
        EXAMPLE,
        ((MEETING, "  part_of_day: morning", "  part_of_day: morning\n  weekday: thứ bảy"),),
        ["weekday-as-displayed"],
    ),
    "the right weekday of a meeting": (
        EXAMPLE,
        ((MEETING, "  part_of_day: morning", "  part_of_day: morning\n  weekday: Thứ Sáu"),),
        [],
    ),
    "one day written twice, with a part of it": (
        EXAMPLE,
        ((MEETING, "  first_day: 29/11/2024\n", "  first_day: 29/11/2024\n  last_day: 29/11/2024\n"),),
        [],
    ),
    "a session in the month after its own": (
        EXAMPLE,
        ((MEETING, "for_period: tháng 11/2024", "for_period: tháng 10/2024"),),
        [],
    ),
    "a planned meeting announced before": (
        EXAMPLE,
        (
            (MEETING, "state: held", "state: planned"),
            (ARTICLE_2024, "published_on: 22/11/2026", "published_on: 22/11/2024"),
        ),
        [],
    ),
    "a record due later than its article": (
        EXAMPLE,
        ((RESULT_2019, "status: ready", "status: ready\npublish_at: 01/12/2026 07:30"),),
        ["covers-unfinished"],
    ),
    "a record due with its article": (
        EXAMPLE,
        (
            (RESULT_2019, "status: ready", "status: ready\npublish_at: 01/12/2026 07:30"),
            (ARTICLE_2019, "status: ready", "status: ready\npublish_at: 01/12/2026 07:30"),
        ),
        [],
    ),
    "a draft article about a draft": (
        EXAMPLE,
        ((RESULT_2019, "status: ready", "status: draft"), (ARTICLE_2019, "status: ready", "status: draft")),
        [],
    ),
    "a meeting that presents a draft": (
        EXAMPLE,
        ((RESULT_2024, "status: ready", "status: draft"),),
        ["covers-unfinished"],
    ),
    "a thirteenth month in an address": (
        EXAMPLE,
        ((ARTICLE_2024, "address: tin/2024/11/ubkt", "address: tin/2024/13/ubkt"),),
        ["address-in-place"],
    ),
    "a name of 81 letters in an address": (
        EXAMPLE,
        (
            (
                ARTICLE_2024,
                "address: tin/2024/11/ubkt-dang-uy-khoi-hop-phien-thuong-ky-thang-11",
                f"address: tin/2024/11/{'a' * 81}",
            ),
        ),
        ["address-in-place"],
    ),
    "another page's address": (
        EXAMPLE,
        (
            (
                ARTICLE_2024,
                "address: tin/2024/11/ubkt-dang-uy-khoi-hop-phien-thuong-ky-thang-11",
                "address: lien-he",
            ),
        ),
        ["address-in-place"],
    ),
    "a part of the body that says nothing": (
        EXAMPLE,
        ((ARTICLE_2019, "  - compose: findings\n", "  - observations: [ky-luat]\n"),),
        ["body-part-of-one-kind"],
    ),
    "facts of no figure": (
        EXAMPLE,
        ((ARTICLE_2019, "  - compose: facts\n    observations: [ky-luat]\n", "  - compose: facts\n"),),
        ["body-part-of-one-kind"],
    ),
    "a headline that the source is said to lack": (
        EXAMPLE,
        ((ARTICLE_2019, "  not_stated: [published_on, ", "  not_stated: [headline, published_on, "),),
        ["not-stated-but-given"],
    ),
    "a count that the source is said to lack": (
        EXAMPLE,
        ((MEETING, "  - group: các đồng chí", "  - count: 5\n    group: các đồng chí"),),
        ["not-stated-but-given"],
    ),
    "an as-of day that the source is said to lack": (
        EXAMPLE,
        ((RESULT_2019, "period: năm 2019\n", "period: năm 2019\nas_of: 31/12/2019\n"),),
        ["not-stated-but-given"],
    ),
    "a body above that is not there": (
        EXAMPLE,
        (
            (
                ORGANISATIONS,
                "    name: UBKT hai cấp\n    kind: collective\n    parent: dang-uy-khoi-ccq",
                "    name: UBKT hai cấp\n    kind: collective\n    parent: khac",
            ),
        ),
        ["unknown-organisation"],
    ),
    "a body of a position that is not there": (
        EXAMPLE,
        ((PEOPLE, "        organisation: ubkt-dang-uy-khoi-ccq", "        organisation: khac"),),
        ["unknown-organisation"],
    ),
    "bodies that findings, limitations and observations name": (
        EXAMPLE,
        (
            (RESULT_2019, "findings:\n  by: btv-dang-uy-khoi-ccq", "findings:\n  by: khac"),
            (MEETING, "  to: ubkt-cac-cap", "  to: khac"),
            (
                RESULT_2019,
                "    actor: cap-uy-cac-cap-ccq",
                "    actor: cap-uy-cac-cap-ccq\n    prepared_by: khac",
            ),
        ),
        ["unknown-organisation"] * 3,
    ),
    "a submitter and an issuer that are not there": (
        "council",
        (
            (
                COUNCIL,
                "    text: kế hoạch đầu tư công điều chỉnh, giao thêm $(von)\n    submitter: ubnd-tinh",
                "    text: kế hoạch đầu tư công điều chỉnh, giao thêm $(von)\n    submitter: khac",
            ),
            (COUNCIL, "    number: 05/2025/NQ-HĐND", "    number: 05/2025/NQ-HĐND\n    issuer: khac"),
        ),
        ["unknown-organisation"] * 2,
    ),
    "a speaker and a guest who are not there": (
        EXAMPLE,
        (
            (RESULT_2019, "    speaker: hoang-chinh", "    speaker: khac"),
            (MEETING, "attendees:\n", "attendees:\n  - person: khac\n"),
        ),
        ["unknown-person"] * 2,
    ),
    "a document, a statement, a figure that are no part": (
        "council",
        ((COUNCIL, "    document: nq-05", "    document: nq-07"),),
        ["unknown-part"],
    ),
    "key figures and facts that are no part": (
        EXAMPLE,
        (
            (RESULT_2019, "key_figures: [ky-luat,", "key_figures: [khac,"),
            (ARTICLE_2019, "    statements: [hoang-chinh]", "    statements: [khac]"),
            (ARTICLE_2019, "    observations: [ky-luat-ubkt]", "    observations: [khac]"),
        ),
        ["unknown-part"] * 3,
    ),
    "a breakdown that an indicator allows and nobody lists": (
        EXAMPLE,
        ((INDICATORS, "    breakdowns: [loai-to-chuc-co-so]", "    breakdowns: [loai-to-chuc-co-so, khac]"),),
        ["unknown-classification"],
    ),
    "an article with the id of another": (
        EXAMPLE,
        ((ARTICLE_2019, "id: tin-ket-qua-2019", "id: tin-phien-thuong-ky-2024-11"),),
        ["doubled-id"],
    ),
    "a photo in capitals": (
        EXAMPLE,
        ((ARTICLE_2024, "    alt: Quang cảnh", "    file: ANH.JPG\n    credit: Hà An\n    alt: Quang cảnh"),),
        ["missing-photo"],
    ),
    "an aspect that becomes public with its own article": (
        "half-year",
        (
            (
                "data/results/2024/sau-thang-dau-nam.yml",
                "status: ready",
                "status: ready\npublish_at: 01/12/2026 07:30",
            ),
        ),
        ["aspect-not-public"] * 2,
    ),
}


@pytest.mark.parametrize(("name", "changes", "rules"), CASES.values(), ids=CASES)
def test_a_case(name: str, changes: tuple[tuple[str, str, str], ...], rules: list[str]) -> None:
    assert sorted(checked(with_(name, *changes)).rules) == sorted(rules)


def test_an_aspect_of_what_is_published_at_the_same_moment() -> None:
    moment = "status: ready\npublish_at: 01/12/2026 07:30"
    files = with_("half-year", ("data/results/2024/sau-thang-dau-nam.yml", "status: ready", moment))
    files = changed(files, "data/articles/2025/sau-thang-dau-nam.yml", "status: ready", moment)
    assert checked(files).rules == []


def test_the_nearest_name_is_offered_or_else_those_there_are() -> None:
    near = checked(with_(EXAMPLE, (MEETING, "person: thinh-duc-tien", "person: thinh-duc-tin"))).text()
    far = checked(with_(EXAMPLE, (MEETING, "person: thinh-duc-tien", "person: zzz"))).text()
    assert "→ có phải là “thinh-duc-tien”?" in near
    assert "→ hiện có: hoang-chinh, thinh-duc-tien, vi-minh-tu" in far
