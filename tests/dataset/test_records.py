"""Field types and parts of records: what each reads, and what it says of the rest."""

from __future__ import annotations

from datetime import datetime
from decimal import Decimal
from fractions import Fraction
from typing import Any

import pytest
from pydantic import TypeAdapter, ValidationError

from bantin.dataset.records.amounts import Amount, AmountField, Finality
from bantin.dataset.records.observations import Attainment
from bantin.dataset.records.refused import Refused
from bantin.dataset.records.values import (
    AddressPath,
    AttainedField,
    ChangeField,
    DisplayedDateField,
    Flag,
    Identifier,
    Instant,
    Line,
    SiteAddress,
)
from bantin.language import HO_CHI_MINH, Qualifier
from bantin.problems.catalogues import translator
from tests.dataset.projects import EXAMPLE, changed, checked, files_of

RESULT = "data/results/2019/ket-qua-2019.yml"


def read(field: Any, value: object) -> Any:
    return TypeAdapter(field).validate_python(value)


def refused(field: Any, value: object) -> tuple[str, str]:
    """The rule that refuses a value, and what is to be done, in Vietnamese."""
    with pytest.raises(ValidationError) as raised:
        read(field, value)
    [detail] = raised.value.errors()
    error = detail["ctx"]["error"] if detail["type"] == "value_error" else None
    if not isinstance(error, Refused):
        return detail["type"], ""
    return error.rule, error.remedy.translated(translator("vi")) if error.remedy else ""


@pytest.mark.parametrize(
    ("text", "amount", "qualifier", "percent"),
    [
        ("22", "22", Qualifier.EXACT, False),
        ("4.300", "4300", Qualifier.EXACT, False),
        ("trên 4.300", "4300", Qualifier.OVER, False),
        ("gần 4.300", "4300", Qualifier.UNDER, False),
        ("05", "5", Qualifier.EXACT, False),
        ("12,5", "12.5", Qualifier.EXACT, False),
        ("1.234,5", "1234.5", Qualifier.EXACT, False),
        ("100%", "100", Qualifier.EXACT, True),
        ("87,5%", "87.5", Qualifier.EXACT, True),
        ("trên 95%", "95", Qualifier.OVER, True),
        ("  22  ", "22", Qualifier.EXACT, False),
    ],
)
def test_an_amount_is_read(text: str, amount: str, qualifier: Qualifier, percent: bool) -> None:
    found: Amount = read(AmountField, text)
    assert (found.quantity.amount, found.quantity.qualifier, found.percent) == (
        Decimal(amount),
        qualifier,
        percent,
    )
    assert found.text == text.strip() and found.finality is Finality.FINAL


def test_an_amount_can_say_that_it_is_not_final() -> None:
    found: Amount = read(AmountField, {"value": "trên 22", "finality": "provisional"})
    assert found.finality is Finality.PROVISIONAL and found.quantity.amount == 22


@pytest.mark.parametrize(
    ("value", "rule", "remedy"),
    [
        ("4,300", "two-readings", "ghi lại cho rõ là cách nào trong hai cách ấy"),
        ("4,305", "two-readings", "ghi lại cho rõ là cách nào trong hai cách ấy"),
        ("4,300,500", "foreign-grouping", "ghi 4.300.500"),
        ("12.5", "english-decimal", "ghi 12,5"),
        ("12.5%", "english-decimal", "ghi 12,5%"),
        ("trên 12.5", "english-decimal", "ghi trên 12,5"),
        ("22 đảng viên", "text-beside", "ghi 22"),
        ("hai mươi hai", "not-a-number", "ghi bằng chữ số, ví dụ 22, 4.300 hoặc 12,5"),
        ("+9", "sign-unexpected", "ghi 9"),
        (
            ["22"],
            "wrong-type",
            "chỉ ghi một giá trị; nếu giá trị mở đầu bằng dấu ngoặc thì đặt trong dấu nháy",
        ),
        ({"value": "22", "khac": "1"}, "extra_forbidden", ""),
        ({"finality": "final"}, "missing", ""),
        ({"value": "22", "finality": "x"}, "enum", ""),
    ],
)
def test_an_amount_is_refused(value: object, rule: str, remedy: str) -> None:
    assert refused(AmountField, value) == (rule, remedy)


@pytest.mark.parametrize(
    ("text", "amount", "percent"),
    [
        ("+9", "9", False),
        ("-3", "-3", False),
        ("−3", "-3", False),
        ("0", "0", False),
        ("+4.300", "4300", False),
        ("+12,5%", "12.5", True),
        ("-1,5", "-1.5", False),
    ],
)
def test_a_change_is_read(text: str, amount: str, percent: bool) -> None:
    found = read(ChangeField, text)
    assert (found.amount, found.percent) == (Decimal(amount), percent)


@pytest.mark.parametrize(
    ("text", "rule"),
    [
        ("9", "sign-missing"),
        ("+4,300", "two-readings"),
        ("+4,305", "two-readings"),
        ("+12.5", "english-decimal"),
        ("tăng 9", "in-words"),
        ("–3", "wrong-minus"),
        ("trên +3", "qualifier-unexpected"),
    ],
)
def test_a_change_is_refused(text: str, rule: str) -> None:
    assert refused(ChangeField, text)[0] == rule


@pytest.mark.parametrize(
    ("published", "reading", "attained"),
    [
        ("đạt 95%", None, "95"),
        ("đạt 121%", None, "121"),
        ("vượt 21%", None, "121"),
        ("Vượt 21,5%", None, "121.5"),
        ("vượt 121%", "attained", "121"),
        ("vượt 121%", "exceeded_by", "221"),
        ("vượt 121%", "unresolved", None),
        ("vượt 21%", "unresolved", None),
    ],
)
def test_what_words_about_a_plan_mean(published: str, reading: str | None, attained: str | None) -> None:
    found = Attainment.model_validate({"as_published": published, "reading": reading})
    assert found.attained() == (Decimal(attained) if attained else None)
    assert found.as_published.text == published


@pytest.mark.parametrize(("text", "rule"), [("121%", "attainment-words"), ("vượt 121", "percent-missing")])
def test_words_about_a_plan_are_refused(text: str, rule: str) -> None:
    assert refused(AttainedField, text)[0] == rule


def test_flags_instants_and_date_lines() -> None:
    assert [read(Flag, text) for text in ("yes", "true", "no", "false")] == [True, True, False, False]
    assert refused(Flag, "có") == ("wrong-choice", "ghi yes hoặc no")
    assert read(Instant, "29/11/2024 07:30") == datetime(2024, 11, 29, 7, 30, tzinfo=HO_CHI_MINH)
    shown = read(DisplayedDateField, "Thứ sáu, 01/10/2020")
    assert (shown.weekday, shown.day.weekday()) == (4, 3)


@pytest.mark.parametrize("text", ["a", "a-1", "2019", "a" * 80])
def test_a_name_is_read(text: str) -> None:
    assert read(Identifier, text) == text


@pytest.mark.parametrize("text", ["A", "a b", "a_b", "-a", "a-", "a--b", "đ", "a.b", "a/b", ""])
def test_a_name_is_refused(text: str) -> None:
    assert refused(Identifier, text)[0] == "string_pattern_mismatch"


@pytest.mark.parametrize(("text", "address"), [("/tin/2024/a/", "tin/2024/a"), ("a", "a")])
def test_an_address_is_read_without_the_slashes_around_it(text: str, address: str) -> None:
    assert read(AddressPath, text) == address


@pytest.mark.parametrize("text", ["tin//a", "tin/A", "tin/../a", "http://a", "tin/a.html", "tin/a b", "/"])
def test_an_address_is_refused(text: str) -> None:
    assert refused(AddressPath, text)[0] == "string_pattern_mismatch"


@pytest.mark.parametrize("field", [Line, Identifier, AddressPath, ChangeField, Flag])
@pytest.mark.parametrize("value", [["a"], {"a": "b"}])
def test_no_field_for_one_value_takes_several(field: Any, value: object) -> None:
    assert refused(field, value)[0] == "wrong-type"


def test_a_part_knows_where_its_values_and_keys_stand() -> None:
    [found] = [
        found for found in checked(files_of(EXAMPLE)).dataset.observed if found.observation.name == "ky-luat"
    ]
    lines = files_of(EXAMPLE)[RESULT].decode().splitlines()
    breakdown = found.observation.breakdowns[0]
    for place, text in (
        (found.observation.where("actual"), "22"),
        (breakdown.where("parts", "canh-cao"), "5"),
        (breakdown.key("parts", "canh-cao"), "canh-cao"),
        (found.observation.where("change"), "+5"),
    ):
        assert lines[place.line - 1][place.column - 1 : place.column - 1 + place.length] == text


def test_what_is_not_there_stands_where_its_holder_does() -> None:
    files = changed(files_of(EXAMPLE), RESULT, "    change: +5\n", "    change:\n")
    [found] = [found for found in checked(files).dataset.observed if found.observation.name == "ky-luat"]
    assert found.observation.change is None
    assert found.observation.where("change").line == 80
    assert found.observation.where("plan") == found.observation.where()


def test_amounts_are_exact() -> None:
    found: Amount = read(AmountField, "0,1")
    assert Fraction(found.quantity.amount) == Fraction(1, 10)


def test_the_address_of_the_site_is_a_host_and_a_folder() -> None:
    for good in (
        "https://tin.vn",
        "https://tin.vn/",
        "http://tin.example.vn:8080/ban-tin/",
        "https://a.vn/x/y.z",
    ):
        assert read(SiteAddress, good) == good
    for bad in ("?a=1", "#x", "/../x", "/./x/", "/x/..%2f/", ":99999/", "//x/"):
        assert refused(SiteAddress, f"https://tin.vn{bad}")[0] in ("not-a-site-address", "not-an-address")
