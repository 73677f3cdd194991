from __future__ import annotations

import re
from datetime import date

import pytest
from hypothesis import given
from hypothesis import strategies as st

from bantin.language import (
    Period,
    PeriodKind,
    Unreadable,
    compared_with,
    full_label,
    key,
    label,
    months_of,
    parse_period,
    year_earlier,
    years_of,
)

MONTH, QUARTER, HALF = PeriodKind.MONTH, PeriodKind.QUARTER, PeriodKind.HALF
NINE_MONTHS, YEAR, TERM, RANGE = PeriodKind.NINE_MONTHS, PeriodKind.YEAR, PeriodKind.TERM, PeriodKind.RANGE

PERIODS = {
    # text: kind, first and last day, label, key
    "năm 2019": (YEAR, "2019-01-01", "2019-12-31", "năm 2019", "2019"),
    "2019": (YEAR, "2019-01-01", "2019-12-31", "năm 2019", "2019"),
    "Năm 2019": (YEAR, "2019-01-01", "2019-12-31", "năm 2019", "2019"),
    "tháng 11/2024": (MONTH, "2024-11-01", "2024-11-30", "tháng 11/2024", "2024-11"),
    "Tháng 02 năm 2024": (MONTH, "2024-02-01", "2024-02-29", "tháng 2/2024", "2024-02"),
    "quý I/2024": (QUARTER, "2024-01-01", "2024-03-31", "quý I/2024", "2024-q1"),
    "Quý ii năm 2024": (QUARTER, "2024-04-01", "2024-06-30", "quý II/2024", "2024-q2"),
    "quý III/2024": (QUARTER, "2024-07-01", "2024-09-30", "quý III/2024", "2024-q3"),
    "quý 4/2024": (QUARTER, "2024-10-01", "2024-12-31", "quý IV/2024", "2024-q4"),
    "6 tháng đầu năm 2024": (HALF, "2024-01-01", "2024-06-30", "6 tháng đầu năm 2024", "2024-h1"),
    "Sáu tháng cuối năm 2024": (HALF, "2024-07-01", "2024-12-31", "6 tháng cuối năm 2024", "2024-h2"),
    "9 tháng năm 2024": (NINE_MONTHS, "2024-01-01", "2024-09-30", "9 tháng đầu năm 2024", "2024-9m"),
    "chín tháng đầu năm 2024": (NINE_MONTHS, "2024-01-01", "2024-09-30", "9 tháng đầu năm 2024", "2024-9m"),
    "nhiệm kỳ 2020–2025": (TERM, "2020-01-01", "2025-12-31", "nhiệm kỳ 2020–2025", "2020-2025"),
    "Nhiệm kì 2020 - 2025": (TERM, "2020-01-01", "2025-12-31", "nhiệm kỳ 2020–2025", "2020-2025"),
    "2015–2024": (RANGE, "2015-01-01", "2024-12-31", "giai đoạn 2015–2024", "tu-2015-den-2024"),
    "giai đoạn 2015-2024": (RANGE, "2015-01-01", "2024-12-31", "giai đoạn 2015–2024", "tu-2015-den-2024"),
    "từ năm 2015 đến hết năm 2024": (
        RANGE,
        "2015-01-01",
        "2024-12-31",
        "giai đoạn 2015–2024",
        "tu-2015-den-2024",
    ),
    "từ 01/01/2015 đến 31/12/2024": (
        RANGE,
        "2015-01-01",
        "2024-12-31",
        "giai đoạn 2015–2024",
        "tu-2015-den-2024",
    ),
    "Từ ngày 1/1/2015 đến ngày 31/3/2015": (
        RANGE,
        "2015-01-01",
        "2015-03-31",
        "từ 01/01/2015 đến 31/03/2015",
        "tu-2015-01-01-den-2015-03-31",
    ),
    "từ 01/01/2019 đến 31/12/2019": (
        RANGE,
        "2019-01-01",
        "2019-12-31",
        "từ 01/01/2019 đến 31/12/2019",
        "tu-2019-01-01-den-2019-12-31",
    ),
}

REFUSED_PERIODS = {
    # text: reason, readings, suggestion
    "": ("empty", (), ""),
    "mùa xuân": ("not-a-period", (), ""),
    "29/11/2024": ("not-a-period", (), ""),
    "11/2024": ("not-a-period", (), "tháng 11/2024"),
    "2024-02": ("not-a-period", (), "tháng 2/2024"),
    "13/2024": ("not-a-period", (), ""),
    "Q1/2024": ("not-a-period", (), "quý I/2024"),
    "nửa đầu năm 2024": ("not-a-period", (), ""),
    "nhiệm kỳ 2020": ("not-a-period", (), ""),
    "nhiệm kỳ 2020 2025": ("not-a-period", (), ""),
    "tháng 13/2024": ("no-such-month", (), ""),
    "tháng 0/2024": ("no-such-month", (), ""),
    "quý V/2024": ("no-such-quarter", (), ""),
    "quý 5/2024": ("no-such-quarter", (), ""),
    "năm 1024": ("year-out-of-range", (), ""),
    "quý I/2201": ("year-out-of-range", (), ""),
    "nhiệm kỳ 1020–2025": ("year-out-of-range", (), ""),
    "6 tháng năm 1024": ("year-out-of-range", (), ""),
    "năm 19": ("two-digit-year", (), "năm 2019"),
    "tháng 11/24": ("two-digit-year", (), "tháng 11/2024"),
    "29/11/24": ("not-a-period", (), ""),
    "tháng 11": ("year-missing", (), ""),
    "quý I": ("year-missing", (), ""),
    "6 tháng đầu năm": ("year-missing", (), ""),
    "6 tháng": ("year-missing", (), ""),
    "9 tháng": ("year-missing", (), ""),
    "6 tháng năm 2024": ("two-readings", ("6 tháng đầu năm 2024", "6 tháng cuối năm 2024"), ""),
    "nhiệm kỳ 2025–2020": ("reversed", (), "nhiệm kỳ 2020–2025"),
    "2020–2020": ("reversed", (), ""),
    "từ 31/12/2024 đến 01/02/2024": ("reversed", (), "từ 01/02/2024 đến 31/12/2024"),
    "từ 30/02/2024 đến 01/04/2024": ("no-such-day", (), ""),
    "từ 2024-02-01 đến 01/04/2024": ("year-first", (), "từ 01/02/2024 đến 01/04/2024"),
    "từ 01/02/2024 đến 01-04-2024": ("wrong-separator", (), "từ 01/02/2024 đến 01/04/2024"),
    "năm ２０１９": ("non-ascii-digits", (), "năm 2019"),
}

years = st.integers(1900, 2200)
days = st.dates(date(1900, 1, 1), date(2200, 12, 31))
year_pairs = st.tuples(years, years).filter(lambda pair: pair[0] < pair[1])
periods = st.one_of(
    st.builds(months_of, st.just(MONTH), years, st.integers(1, 12)),
    st.builds(months_of, st.just(QUARTER), years, st.integers(1, 4)),
    st.builds(months_of, st.just(HALF), years, st.integers(1, 2)),
    st.builds(months_of, st.sampled_from([NINE_MONTHS, YEAR]), years),
    st.builds(lambda kind, pair: years_of(kind, *pair), st.sampled_from([TERM, RANGE]), year_pairs),
    st.builds(lambda pair: Period(RANGE, min(pair), max(pair)), st.tuples(days, days)),
)


def read(*texts: str) -> tuple[Period, ...]:
    return tuple(map(parse_period, texts))


@pytest.mark.parametrize(("text", "expected"), PERIODS.items())
def test_period(text: str, expected: tuple[PeriodKind, str, str, str, str]) -> None:
    kind, first, last, name, ascii_name = expected
    period = parse_period(text)
    assert period == Period(kind, date.fromisoformat(first), date.fromisoformat(last))
    assert label(period) == name
    assert key(period) == ascii_name


@pytest.mark.parametrize(("text", "expected"), REFUSED_PERIODS.items())
def test_refused_period(text: str, expected: tuple[str, tuple[str, ...], str]) -> None:
    with pytest.raises(Unreadable) as caught:
        parse_period(text)
    assert (caught.value.reason, caught.value.readings, caught.value.suggestion) == expected


@given(periods)
def test_labels_are_read_back(period: Period) -> None:
    assert parse_period(label(period)) == period
    assert parse_period(label(period).upper()) == period


@given(periods)
def test_keys_are_ascii(period: Period) -> None:
    assert re.fullmatch("[a-z0-9]+(-[a-z0-9]+)*", key(period))


def test_no_two_periods_share_a_key() -> None:
    parts = [(MONTH, 12), (QUARTER, 4), (HALF, 2), (NINE_MONTHS, 1), (YEAR, 1)]
    shaped = [
        months_of(kind, year, n) for year in (2023, 2024) for kind, most in parts for n in range(1, most + 1)
    ]
    spans = [years_of(kind, 2020, last) for kind in (TERM, RANGE) for last in (2023, 2024)]
    ranges = [Period(RANGE, period.first_day, period.last_day) for period in shaped]
    every = {*shaped, *spans, *ranges}
    assert len(every) == 2 * 20 + 4 + 2 * 20
    assert len({key(period) for period in every}) == len(every)


@given(periods)
def test_the_year_earlier_is_of_the_same_kind_and_ends_before(period: Period) -> None:
    earlier = year_earlier(period)
    comparable = period.kind is not TERM and period.first_day.year == period.last_day.year > 1900
    assert (earlier is not None) == comparable
    if earlier:
        assert earlier.kind is period.kind
        assert earlier.first_day.year == earlier.last_day.year == period.first_day.year - 1
        assert earlier.first_day.month == period.first_day.month
        assert parse_period(label(earlier)) == earlier


@pytest.mark.parametrize(
    ("period", "earlier"),
    [
        ("năm 2019", "năm 2018"),
        ("tháng 2/2024", "tháng 2/2023"),
        ("quý III/2024", "quý III/2023"),
        ("6 tháng cuối năm 2024", "6 tháng cuối năm 2023"),
        ("9 tháng đầu năm 2024", "9 tháng đầu năm 2023"),
        ("từ 29/02/2024 đến 15/11/2024", "từ 28/02/2023 đến 15/11/2023"),
    ],
)
def test_year_earlier(period: str, earlier: str) -> None:
    assert year_earlier(parse_period(period)) == parse_period(earlier)


@pytest.mark.parametrize(
    "period", ["nhiệm kỳ 2020–2025", "2015–2024", "năm 1900", "từ 01/11/2023 đến 01/02/2024"]
)
def test_nothing_comparable_a_year_earlier(period: str) -> None:
    assert year_earlier(parse_period(period)) is None


@pytest.mark.parametrize(
    ("period", "reference", "phrase"),
    [
        ("năm 2019", "năm 2018", "so với năm 2018"),
        ("năm 2019", "năm 2015", "so với năm 2015"),
        ("6 tháng đầu năm 2025", "6 tháng đầu năm 2024", "so với cùng kỳ năm 2024"),
        ("quý I/2025", "quý I/2024", "so với cùng kỳ năm 2024"),
        ("tháng 11/2025", "tháng 11/2024", "so với cùng kỳ năm 2024"),
        ("9 tháng đầu năm 2025", "9 tháng đầu năm 2024", "so với cùng kỳ năm 2024"),
        ("từ 01/01/2025 đến 15/11/2025", "từ 01/01/2024 đến 15/11/2024", "so với cùng kỳ năm 2024"),
        ("quý II/2024", "quý I/2024", "so với quý I/2024"),
        ("quý I/2025", "quý I/2023", "so với quý I/2023"),
        ("nhiệm kỳ 2020–2025", "nhiệm kỳ 2015–2020", "so với nhiệm kỳ 2015–2020"),
        ("năm 2024", "giai đoạn 2015–2020", "so với giai đoạn 2015–2020"),
        ("năm 2024", "từ 01/01/2015 đến 31/03/2015", "so với thời gian từ 01/01/2015 đến 31/03/2015"),
    ],
)
def test_compared_with(period: str, reference: str, phrase: str) -> None:
    assert compared_with(*read(period, reference)) == phrase


@pytest.mark.parametrize(
    ("kind", "first", "last"),
    [
        (MONTH, date(2024, 11, 1), date(2024, 11, 29)),
        (MONTH, date(2024, 11, 2), date(2024, 11, 30)),
        (MONTH, date(2024, 11, 1), date(2024, 12, 31)),
        (QUARTER, date(2024, 2, 1), date(2024, 4, 30)),
        (HALF, date(2024, 4, 1), date(2024, 9, 30)),
        (NINE_MONTHS, date(2024, 10, 1), date(2025, 6, 30)),
        (YEAR, date(2024, 1, 1), date(2025, 12, 31)),
        (TERM, date(2020, 1, 1), date(2020, 12, 31)),
        (TERM, date(2020, 10, 1), date(2025, 12, 31)),
        (RANGE, date(2024, 11, 2), date(2024, 11, 1)),
    ],
)
def test_days_that_the_kind_cannot_have(kind: PeriodKind, first: date, last: date) -> None:
    with pytest.raises(ValueError, match=f"no {kind}"):
        Period(kind, first, last)


OWN_DAYS = {
    "năm 2024 (từ 15/12/2023 đến 14/12/2024)": ("năm 2024", "bao-cao-2023-12-15-den-2024-12-14"),
    "năm báo cáo 2024 (từ 15/12/2023 đến 14/12/2024)": (
        "năm báo cáo 2024",
        "bao-cao-2023-12-15-den-2024-12-14",
    ),
    "năm tài chính 2024 (01/04/2024–31/03/2025)": (
        "năm tài chính 2024",
        "tai-chinh-2024-04-01-den-2025-03-31",
    ),
    "từ kỳ họp thứ 11 đến kỳ họp thứ 12 (từ 11/12/2024 đến 09/07/2025)": (
        "từ kỳ họp thứ 11 đến kỳ họp thứ 12",
        "giua-hai-ky-2024-12-11-den-2025-07-09",
    ),
}


@pytest.mark.parametrize("text", OWN_DAYS)
def test_a_period_can_have_days_of_its_own(text: str) -> None:
    period = parse_period(text)
    assert (label(period), key(period)) == OWN_DAYS[text]
    assert parse_period(full_label(period)) == period


def test_days_of_its_own_make_another_period() -> None:
    between = parse_period("từ kỳ họp thứ 11 đến kỳ họp thứ 12 (từ 11/12/2024 đến 09/07/2025)")
    assert between != parse_period("từ 11/12/2024 đến 09/07/2025")
    assert parse_period("năm 2024 (từ 15/12/2023 đến 14/12/2024)") != parse_period("năm 2024")


def test_a_year_of_its_own_days_is_compared_with_the_one_before() -> None:
    earlier = year_earlier(parse_period("năm 2024 (từ 15/12/2023 đến 14/12/2024)"))
    assert earlier == parse_period("năm 2023 (từ 15/12/2022 đến 14/12/2023)")
    assert earlier is not None
    assert label(earlier) == "năm 2023"
    assert (
        year_earlier(parse_period("từ kỳ họp thứ 1 đến kỳ họp thứ 2 (từ 11/12/2024 đến 09/07/2025)")) is None
    )


def test_days_that_make_no_year_are_refused() -> None:
    with pytest.raises(Unreadable):
        parse_period("năm 2024 (từ 15/12/2023 đến 14/03/2024)")


def test_a_term_has_an_ordinal() -> None:
    term = parse_period("Khóa XVII, nhiệm kỳ 2021-2026")
    assert label(term) == "khóa XVII, nhiệm kỳ 2021–2026"
    assert term == parse_period("nhiệm kỳ 2021–2026")
