"""What the ledger says of a figure: its name, where it is written, and how it was found."""

from __future__ import annotations

import json
import re
from dataclasses import replace
from functools import cache

import pytest

from bantin.compose import compose
from bantin.ledger import Entry, Ledger, enter, ledger_text
from tests.compose.raising import PROJECTS
from tests.dataset.projects import checked, files_of
from tests.figures.small import NOW, good, small

BEFORE = "- {name: ky-luat, indicator: ky-luat, actual: 17}"
AFTER = """
- name: ky-luat
  indicator: ky-luat
  actual: 22
  breakdowns:
    - {by: hinh-thuc, kind: partition, complete: yes, parts: {canh-cao: 6, khien-trach: 16}}
    - {by: loai, kind: partition, complete: yes, parts: {dang-bo: 12, chi-bo: 10}}
"""


@cache
def ledger_of(name: str) -> Ledger:
    dataset = checked(files_of(name)).dataset.public(NOW)
    return enter(compose(dataset, NOW, {}, {}), dataset)


def entries(now: str, before: str = "") -> dict[str, Entry]:
    dataset = good(small(now, before)).public(NOW)
    return {entry.name: entry for entry in enter(compose(dataset, NOW, {}, {}), dataset).entries}


@pytest.mark.parametrize("name", PROJECTS)
def test_a_published_figure_leads_to_the_line_where_it_is_written(name: str) -> None:
    lines = {file: text.decode().splitlines() for file, text in files_of(name).items()}
    published = [entry for entry in ledger_of(name).entries if entry.origin == "published"]
    for entry in published:
        file, _, line = entry.record.rpartition(":")
        digits = re.sub(r"\D", "", entry.value.partition(".")[0] or entry.places[0].text)
        told = re.sub(r"[.]", "", lines[file][int(line) - 1])
        beyond = digits.removeprefix("1") if "vượt" in told else digits
        assert digits in told or beyond in told, (entry.name, entry.record)
    assert published


def test_names_are_those_that_references_use() -> None:
    names = {entry.name for entry in ledger_of("example").entries}
    assert names >= {
        "ket-qua-2019/ky-luat",
        "ket-qua-2019/ky-luat.change",
        "ket-qua-2019/ky-luat.percent_change",
        "ket-qua-2019/ky-luat.canh-cao",
        "ket-qua-2024/giam-sat.attainment",
    }


def test_a_derived_figure_says_from_what_and_how() -> None:
    found = entries(AFTER, BEFORE)
    change = found["now/ky-luat.change"]
    assert (change.origin, change.derivation, change.formula) == ("computed", "difference", "22 − 17 = +5")
    assert [term.rpartition("/")[2] for term in change.terms] == ["actual", "previous"]
    assert change.record == "data/results/now.yml:7"
    zero = found["now/ky-luat.khai-tru"]
    assert (zero.origin, zero.value, zero.formula[:10]) == ("implied", "0", "6 + 16 = 2"[:10])


def test_an_earlier_value_leads_to_the_earlier_record() -> None:
    assert entries(AFTER, BEFORE)["now/ky-luat.previous"].record == "data/results/before.yml:7"


def test_a_figure_that_has_another_value_elsewhere_has_another_entry() -> None:
    dataset = good(small(AFTER)).public(NOW)
    bulletins = compose(dataset, NOW, {}, {})
    [figure, *others] = bulletins.front.key_figures
    older = replace(figure, number=replace(figure.number, value="21", text="21"))
    ledger = enter(replace(bulletins, front=replace(bulletins.front, key_figures=(older, *others))), dataset)
    same = ledger.by_identity[figure.number.identity]
    assert [entry.value for entry in same] == ["21", "22"]
    assert [place.file for place in same[0].places] == ["/"]


def test_the_file_is_one_figure_a_line_in_order() -> None:
    lines = ledger_text(ledger_of("example")).splitlines()
    values = [json.loads(line) for line in lines]
    assert [value["identity"] for value in values] == sorted(value["identity"] for value in values)
    assert len(lines) == len(ledger_of("example").entries)
    assert all(value["places"] for value in values)
