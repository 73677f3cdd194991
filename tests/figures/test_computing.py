"""Figures from observations: exact arithmetic, and nothing computed from what is not exact."""

from __future__ import annotations

from decimal import Decimal
from fractions import Fraction
from textwrap import dedent

import pytest
from hypothesis import given
from hypothesis import strategies as st

from bantin.dataset.records.amounts import Finality
from bantin.figures import Derivation, Figure, Figures, Origin, compute
from bantin.figures.making import exact_quantity
from bantin.language import Qualifier, key
from tests.dataset.projects import EXAMPLE, checked, files_of
from tests.figures.small import figures, good, small


def example(record: str) -> dict[str, Figures]:
    return compute(checked(files_of(EXAMPLE)).dataset)[record]


def amount(figure: Figure | None) -> object:
    """The amount, to be compared with a plain number or None."""
    return figure.quantity.amount if figure else None


@pytest.mark.parametrize(
    ("name", "actual", "previous", "change", "percent"),
    [
        ("to-chuc-cap-uy", 69, 60, 9, Fraction(9, 60)),
        ("dang-vien-cap-uy", 66, 60, 6, Fraction(6, 60)),
        ("to-chuc-ubkt", 67, 50, 17, Fraction(17, 50)),
        ("dang-vien-ubkt", 25, 23, 2, Fraction(2, 23)),
        ("ky-luat", 22, 17, 5, Fraction(5, 17)),
    ],
)
def test_the_values_of_2018_follow_from_the_changes(
    name: str, actual: int, previous: int, change: int, percent: Fraction
) -> None:
    found = example("ket-qua-2019")[name]
    assert found.actual and found.previous and found.change and found.percent_change
    assert amount(found.actual) == actual
    assert (amount(found.previous), found.previous.origin) == (previous, Origin.IMPLIED)
    assert found.previous.derivation is Derivation.EARLIER_FROM_CHANGE
    assert (amount(found.change), found.change.origin) == (change, Origin.PUBLISHED)
    assert found.percent_change.origin is Origin.COMPUTED
    assert abs(Fraction(found.percent_change.quantity.amount) - percent * 100) <= Fraction(1, 2 * 10**12)
    assert found.earlier_period and key(found.earlier_period) == "2018"


def test_what_the_source_does_not_tell_is_not_told() -> None:
    told = example("ket-qua-2019")
    for name in ("to-chuc-co-so", "dang-vien", "doan", "to-chuc-btv", "cap-uy-vien-btv", "ky-luat-ubkt"):
        found = told[name]
        assert (found.previous, found.change, found.percent_change, found.attained) == (None,) * 4, name


def test_a_missing_form_of_discipline_is_nothing_only_in_a_complete_partition() -> None:
    [group] = example("ket-qua-2019")["ky-luat"].breakdowns
    assert [part.label for part in group.parts] == ["khiển trách", "cảnh cáo", "cách chức", "khai trừ"]
    removal = group.parts[2].figure
    assert removal and removal.quantity.amount == 0
    assert (removal.origin, removal.derivation) == (Origin.IMPLIED, Derivation.NOTHING_LEFT)
    assert [term.quantity.amount for term in removal.terms] == [22, 16, 5, 1]


PARTS = (
    "breakdowns: [{by: hinh-thuc, kind: KIND, complete: COMPLETE, parts: {khien-trach: ONE, canh-cao: 5}}]"
)


@pytest.mark.parametrize(
    ("actual", "kind", "complete", "one", "implied"),
    [
        ("21", "partition", "yes", "16", 0),
        ("22", "partition", "no", "16", None),
        ("22", "subset", "yes", "16", None),
        ("22", "overlapping", "yes", "16", None),
        ("trên 20", "partition", "yes", "16", None),
        ("21", "partition", "yes", "trên 15", None),
    ],
)
def test_zero_is_implied_by_exact_complete_partitions_alone(
    actual: str, kind: str, complete: str, one: str, implied: int | None
) -> None:
    parts = PARTS.replace("KIND", kind).replace("COMPLETE", complete).replace("ONE", one)
    found = figures(f"- {{name: x, indicator: ky-luat, actual: {actual}, {parts}}}")["x"]
    removal = found.part("cach-chuc")
    assert removal is not None and amount(removal.figure) == implied


def test_the_parts_of_a_base_of_its_own_are_measured_against_it() -> None:
    base = "breakdowns: [{by: hinh-thuc, kind: partition, complete: yes, base: {unit: lượt, actual: 30}, "
    found = figures(f"- {{name: x, indicator: ky-luat, actual: 22, {base} parts: {{khien-trach: 30}}}}]}}")[
        "x"
    ]
    [group] = found.breakdowns
    assert group.unit == "lượt" and group.base and amount(group.base.figure) == 30
    assert [amount(part.figure) for part in group.parts] == [30, 0, 0, 0]
    assert all(part.figure and part.figure.unit == "lượt" for part in group.parts)


def test_no_whole_of_another_unit_implies_nothing() -> None:
    base = "breakdowns: [{by: hinh-thuc, kind: partition, complete: yes, base: {unit: lượt}, "
    found = figures(f"- {{name: x, indicator: ky-luat, actual: 22, {base} parts: {{khien-trach: 22}}}}]}}")[
        "x"
    ]
    assert [amount(part.figure) for part in found.breakdowns[0].parts] == [22, None, None, None]


@pytest.mark.parametrize("observation", ["actual: trên 22", "actual: gần 22", "actual: khoảng 22"])
def test_nothing_is_computed_from_a_bound(observation: str) -> None:
    for more in ("previous: 20", "change: +2", "plan: 20"):
        found = figures(f"- {{name: x, indicator: ky-luat, {observation}, {more}}}")["x"]
        published = {"previous": found.previous, "change": found.change, "plan": found.plan}
        for name, figure in published.items():
            assert (figure is None) == (not more.startswith(name)), (observation, more, name)
        assert found.percent_change is None and found.attained is None
        assert found.actual and not found.actual.exact


def test_nothing_is_computed_from_an_inexact_earlier_value() -> None:
    found = figures(
        "- {name: x, indicator: ky-luat, actual: 22}", "- {name: x, indicator: ky-luat, actual: trên 20}"
    )["x"]
    assert found.previous and found.previous.quantity.qualifier is Qualifier.OVER
    assert found.change is None and found.percent_change is None


def test_a_percent_change_implies_the_earlier_values_that_it_can_be_printed_of() -> None:
    """22 is 5% more than 21 alone; 4.325 is 5% more than any number from 4.081 to 4.138."""
    found = figures("- {name: x, indicator: ky-luat, actual: 22, change: +5%}")["x"]
    assert amount(found.previous) == 21 and found.change is None
    assert found.previous and found.previous.origin is Origin.IMPLIED and found.previous.exact
    many = figures("- {name: x, indicator: ky-luat, actual: 4.325, change: +5%}")["x"]
    assert many.previous and many.previous.high and not many.previous.exact
    assert amount(many.previous) == 4081 and many.previous.high.amount == 4138
    assert amount(found.percent_change) == 5
    assert found.percent_change and found.percent_change.origin is Origin.PUBLISHED


def test_the_earlier_record_gives_the_earlier_value() -> None:
    found = figures(
        "- {name: x, indicator: ky-luat, actual: 22}", "- {name: khac, indicator: ky-luat, actual: 20}"
    )["x"]
    assert found.previous and (amount(found.previous), found.previous.origin) == (20, Origin.PUBLISHED)
    assert (amount(found.change), amount(found.percent_change)) == (2, 10)
    assert found.change and found.change.derivation is Derivation.DIFFERENCE


@pytest.mark.parametrize("other", ["actor: ubkt", "scope: khối", "force: proposed", "prepared_by: ubkt"])
def test_figures_are_matched_by_identity_and_never_by_name(other: str) -> None:
    found = figures(
        "- {name: x, indicator: ky-luat, actual: 22}",
        f"- {{name: x, indicator: ky-luat, actual: 20, {other}}}",
    )["x"]
    assert found.previous is None and found.change is None


_FUNNEL = """
        funnels:
          - id: don
            label: Giải quyết đơn
            start: đơn nhận được
            stages: [{id: nhan, label: đơn nhận được}, {id: xong, label: đơn đã giải quyết}]
        """


def in_funnel(now: str, before: str) -> tuple[dict[str, Figures], list[str]]:
    """The figures of a year and the problems, where registers have a funnel of two stages."""
    files = small(now, before)
    files["data/indicators.yml"] += dedent(_FUNNEL).encode()
    seen = checked(files)
    return compute(seen.dataset)["now"], seen.rules


ALONE, RECEIVED = "- {name: x, indicator: kiem-tra, actual: 9}", ", funnel: don, stage: nhan}"
AT_A_STAGE = ALONE.replace("}", RECEIVED).replace("9", "12")
AT_ANOTHER = AT_A_STAGE.replace("nhan", "xong").replace("name: x", "name: y").replace("12", "8")


@pytest.mark.parametrize(("now", "before"), [(AT_A_STAGE, ALONE), (ALONE, AT_A_STAGE)])
def test_a_figure_that_enters_or_leaves_a_funnel_keeps_its_comparison(now: str, before: str) -> None:
    found, rules = in_funnel(now, before)
    assert amount(found["x"].change) == (3 if now is AT_A_STAGE else -3)
    assert rules == []


def test_a_figure_that_enters_a_funnel_is_checked_against_its_earlier_value() -> None:
    _, rules = in_funnel(AT_A_STAGE.replace("12", "12, change: +4"), ALONE)
    assert rules == ["change-agrees"]


@pytest.mark.parametrize(
    ("now", "before"),
    [
        (f"{AT_A_STAGE}\n{AT_ANOTHER}", ALONE),
        (ALONE, f"{AT_A_STAGE}\n{AT_ANOTHER}"),
        (AT_A_STAGE, ALONE.replace("9", "9, stage: nhận")),
    ],
)
def test_where_two_stages_can_be_meant_nothing_is_computed_and_that_is_said(now: str, before: str) -> None:
    found, rules = in_funnel(now, before)
    assert found["x"].change is None
    assert rules == ["comparison-lost-in-funnel"]


@pytest.mark.parametrize(
    ("now", "before"),
    [
        (AT_A_STAGE, AT_ANOTHER),
        (f"{ALONE}\n{AT_ANOTHER}", ALONE),
        (f"{ALONE.replace('9', '8')}\n{AT_ANOTHER}", f"{ALONE}\n{AT_ANOTHER.replace('8', '7')}"),
        (AT_A_STAGE, ALONE.replace("9", "9, scope: ngoài huyện")),
    ],
)
def test_another_stage_or_scope_is_another_figure(now: str, before: str) -> None:
    found, rules = in_funnel(now, before)
    assert rules == []
    if now == AT_A_STAGE:
        assert found["x"].change is None
    else:
        assert found["y"].previous is None or amount(found["y"].previous) == 7


_ABOVE = """
        format: 1
        organisations:
          - id: tinh-uy
            name: Tỉnh ủy
            kind: party_committee
            breaks: [{day: 01/07/2025, kind: merger, reason: hai tỉnh sáp nhập}]
          - {id: huyen-uy, name: Huyện ủy, kind: party_committee, parent: tinh-uy}
          - {id: ubkt, name: Ủy ban kiểm tra, kind: agency, parent: huyen-uy}
        """


def below_a_break(said: str, observation: str = "actual: 9") -> tuple[object, list[str]]:
    """The change of a figure of a unit below a body that has a break, and the problems."""
    text = "- {name: x, indicator: kiem-tra, actor: ubkt, "
    files = small(f"{text}{observation}}}", f"{text}actual: 4}}")
    registers = dedent(_ABOVE).replace("sáp nhập}", f"sáp nhập{said}}}")
    files["data/organisations.yml"] = registers.encode()
    seen = checked(files)
    return amount(compute(seen.dataset)["now"]["x"].change), seen.rules


def test_a_break_of_a_body_above_holds_where_it_says_so() -> None:
    assert below_a_break(", units_below: yes") == (None, [])
    assert below_a_break(", units_below: no") == (5, [])


def test_a_break_of_a_body_above_that_does_not_say_is_asked_about() -> None:
    assert below_a_break("") == (5, ["break-above-undecided"])


def test_a_change_across_a_break_of_a_body_above_is_refused() -> None:
    assert below_a_break(", units_below: yes", observation="actual: 9, change: +5")[1] == [
        "change-across-break"
    ]


def test_a_break_of_a_body_that_acted_jointly_holds() -> None:
    text = "- {name: x, indicator: kiem-tra, actor: ubkt, jointly_with: [tinh-uy], actual: 9}"
    files = small(text, text.replace("9", "4"))
    files["data/organisations.yml"] = dedent(_ABOVE).encode()
    assert compute(good(files))["now"]["x"].change is None


@pytest.mark.parametrize(
    ("said", "change"), [("", None), (", units_below: yes", None), (", units_below: no", 5)]
)
def test_units_below_stay_comparable_in_the_bulletin_of_the_body_that_broke(
    said: str, change: object
) -> None:
    text = "- {name: x, indicator: kiem-tra, actor: ubkt, actual: 9}"
    files = small(text, text.replace("9", "4"))
    broken = (
        f"parent: tinh-uy, breaks: [{{day: 01/07/2025, kind: merger, reason: hai huyện sáp nhập{said}}}]}}"
    )
    registers = dedent(_ABOVE).replace("sáp nhập}", "sáp nhập, units_below: no}")
    files["data/organisations.yml"] = registers.replace("parent: tinh-uy}", broken).encode()
    assert amount(compute(good(files))["now"]["x"].change) == change


def test_a_compared_period_of_its_own_is_the_one_looked_up() -> None:
    found = figures(
        "- {name: x, indicator: ky-luat, actual: 22, compared_with: năm 2023}\n"
        "- {name: y, indicator: ky-luat, actual: 11, period: năm 2023}",
        "- {name: x, indicator: ky-luat, actual: 20}",
    )["x"]
    assert amount(found.previous) == 11 and amount(found.percent_change) == 100


def test_the_difference_of_percentages_is_in_points() -> None:
    found = figures(
        "- {name: x, indicator: ty-le, actual: '92,5%'}", "- {name: x, indicator: ty-le, actual: '87,5%'}"
    )["x"]
    assert found.change and (amount(found.change), found.change.unit) == (5, "%")
    assert found.percent_change is None


def test_there_is_no_percentage_of_zero() -> None:
    found = figures(
        "- {name: x, indicator: ky-luat, actual: 2}", "- {name: x, indicator: ky-luat, actual: 0}"
    )["x"]
    assert amount(found.change) == 2 and found.percent_change is None
    assert figures("- {name: x, indicator: ky-luat, actual: 2, plan: 0}")["x"].attained is None


def test_attainment_is_computed_where_nobody_published_it() -> None:
    found = figures("- {name: x, indicator: kiem-tra, actual: 23, plan: 20}")["x"]
    assert found.attained and (amount(found.attained), found.attained.origin) == (115, Origin.COMPUTED)
    assert [term.quantity.amount for term in found.attained.terms] == [23, 20]


def test_unresolved_words_are_never_a_number() -> None:
    for name in ("giam-sat", "kiem-tra-dang-vien", "kiem-tra-to-chuc"):
        found = example("ket-qua-2024")[name]
        assert found.attained is None and found.actual is None and found.attainment is not None


def test_parts_are_compared_with_the_same_parts_of_the_earlier_record() -> None:
    group = "breakdowns: [{by: loai, kind: partition, complete: yes, parts: {dang-bo: A, chi-bo: B}}]"
    found = figures(
        f"- {{name: x, indicator: kiem-tra, actual: 9, {group.replace('A', '6').replace('B', '3')}}}",
        f"- {{name: x, indicator: kiem-tra, actual: 8, {group.replace('A', '8').replace('B', '0')}}}",
    )["x"]
    one, other = found.breakdowns[0].parts
    assert (amount(one.change), amount(one.percent_change)) == (-2, -25)
    assert (amount(other.change), amount(other.percent_change)) == (3, None)


def test_a_base_is_compared_with_the_base_of_the_earlier_record() -> None:
    group = "breakdowns: [{by: loai, kind: subset, base: {unit: UNIT, actual: N}, parts: {dang-bo: 1}}]"
    now = group.replace("UNIT", "lượt").replace("N", "12")
    for unit, previous, change in (("lượt", 10, 2), ("vụ", None, None)):
        before = group.replace("UNIT", unit).replace("N", "10")
        found = figures(
            f"- {{name: x, indicator: kiem-tra, actual: 9, {now}}}",
            f"- {{name: x, indicator: kiem-tra, actual: 8, {before}}}",
        )["x"]
        base = found.breakdowns[0].base
        assert base and (amount(base.previous), amount(base.change)) == (previous, change)


def test_a_provisional_value_is_still_so_in_its_figure() -> None:
    found = figures("- {name: x, indicator: ky-luat, actual: {value: 22, finality: provisional}}")["x"]
    assert found.actual and found.actual.finality is Finality.PROVISIONAL


def test_every_figure_has_an_identity_of_its_own() -> None:
    """Over all figures of all good records: two with one identity would be one figure with two values."""
    seen: dict[str, Figure] = {}
    for of_record in compute(checked(files_of("half-year")).dataset).values():
        for found in of_record.values():
            parts = [part for group in found.breakdowns for part in (*group.parts, group.base) if part]
            listed = [found.actual, found.previous, found.change, found.percent_change, found.plan]
            listed += [figure for part in parts for figure in (part.figure, part.change, part.percent_change)]
            for figure in listed:
                if figure is not None:
                    assert seen.setdefault(figure.identity, figure) is figure, figure.identity
    assert len(seen) > 30


@given(st.integers(0, 10**9), st.integers(-(10**9), 10**9))
def test_an_implied_value_and_its_change_give_the_published_one(actual: int, change: int) -> None:
    implied = exact_quantity(Decimal(actual) - Decimal(change))
    assert implied.amount + change == actual


@given(st.fractions(max_denominator=10**6))
def test_fractions_are_kept_far_beyond_what_is_printed(value: Fraction) -> None:
    kept = exact_quantity(value).amount
    assert abs(Fraction(kept) - value) <= Fraction(1, 2 * 10**12)
    exponent = kept.as_tuple().exponent
    assert isinstance(exponent, int) and exponent <= 0
    assert exponent == 0 or str(kept)[-1] != "0"
