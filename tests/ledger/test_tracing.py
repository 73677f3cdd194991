"""Questions to the ledger: by name, by address, by number."""

from __future__ import annotations

import pytest

from bantin.ledger import Asked, trace
from tests.ledger.test_entering import ledger_of

EXAMPLE = ledger_of("example")
NEWS = "/tin/2019/12/dang-uy-khoi-ccq-tinh-kiem-tra-giam-sat-nam-2019/"


def names(question: str, address: str = "") -> list[str]:
    return [entry.name for entry in trace(EXAMPLE, question, address).entries]


@pytest.mark.parametrize(
    ("question", "name"),
    [
        ("ky-luat", "ket-qua-2019/ky-luat"),
        ("$(ky-luat)", "ket-qua-2019/ky-luat"),
        ("ky-luat.value", "ket-qua-2019/ky-luat"),
        ("ket-qua-2019/ky-luat.change", "ket-qua-2019/ky-luat.change"),
        ("ket-qua-2019.ky-luat.change", "ket-qua-2019/ky-luat.change"),
        ("ky-luat.canh-cao", "ket-qua-2019/ky-luat.canh-cao"),
        ("#ket-qua-2019--ky-luat--canh-cao", "ket-qua-2019/ky-luat.canh-cao"),
        ("dang-vien/dang-bo-khoi-ccq//////2019/actual", "ket-qua-2019/dang-vien"),
    ],
)
def test_a_figure_by_its_name(question: str, name: str) -> None:
    assert trace(EXAMPLE, question).asked is Asked.FIGURE
    assert names(question) == [name]


def test_a_figure_names_the_others_of_its_observation() -> None:
    related = trace(EXAMPLE, "ky-luat").related
    assert {"ket-qua-2019/ky-luat.change", "ket-qua-2019/ky-luat.khai-tru"} <= set(related)
    assert not any("ky-luat-ubkt" in name for name in related)


@pytest.mark.parametrize(
    ("question", "site"),
    [
        ("/so-lieu/2019/", ""),
        ("so-lieu/2019", ""),
        ("site/so-lieu/2019/index.html", ""),
        ("https://tin.example.vn/so-lieu/2019/", ""),
        ("https://tin.example.vn/ban-tin/so-lieu/2019/", "https://tin.example.vn/ban-tin/"),
    ],
)
def test_a_page_by_its_address(question: str, site: str) -> None:
    found = trace(EXAMPLE, question, site)
    assert (found.asked, found.page) == (Asked.PAGE, "/so-lieu/2019/")
    assert len(found.entries) > 20
    assert {place.file for entry in found.entries for place in entry.places} == {"/so-lieu/2019/"}


def test_a_row_by_its_address() -> None:
    found = trace(EXAMPLE, "/so-lieu/2019/#ket-qua-2019--ky-luat")
    assert {entry.name.removeprefix("ket-qua-2019/ky-luat") for entry in found.entries} == {
        *("", ".change", ".percent_change", ".previous")
    }


@pytest.mark.parametrize(
    ("question", "found"),
    [
        ("4.300", ["ket-qua-2019/dang-vien"]),
        ("4300", ["ket-qua-2019/dang-vien"]),
        ("14", ["ket-qua-2019/doan", "ket-qua-2019/to-chuc-btv"]),
        ("29,4%", ["ket-qua-2019/ky-luat.percent_change"]),
        ("+29,4%", ["ket-qua-2019/ky-luat.percent_change"]),
        ("147%", ["ket-qua-2024/kiem-tra-dang-vien.attainment"]),
        ("22%", []),
        ("-5", []),
    ],
)
def test_a_number_as_readers_write_it(question: str, found: list[str]) -> None:
    assert names(question) == found


def test_the_same_number_is_told_apart_by_name() -> None:
    found = trace(EXAMPLE, "69")
    assert found.asked is Asked.NUMBER
    assert names("69") == ["ket-qua-2019/to-chuc-co-so", "ket-qua-2019/to-chuc-cap-uy"]


@pytest.mark.parametrize(
    ("question", "near"),
    [
        ("ky-luatt", "ket-qua-2019/ky-luat"),
        ("Đảng viên bị thi hành kỷ luật", "ket-qua-2019/ky-luat.canh-cao"),
        ("/so-lieu/2018/", "/so-lieu/2019/"),
        (NEWS.replace("2019/12", "2019/11"), NEWS),
    ],
)
def test_what_is_not_there_has_near_names(question: str, near: str) -> None:
    found = trace(EXAMPLE, question)
    assert found.asked is Asked.NOTHING and near in found.nearest


@pytest.mark.parametrize("question", ["", "http://[", "$()", "%", "−", "\0", "9" * 5000])
def test_nonsense_is_answered(question: str) -> None:
    assert trace(EXAMPLE, question).asked in (Asked.NOTHING, Asked.NUMBER)
