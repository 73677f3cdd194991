"""What a field says of a value of the wrong kind: its meaning in Vietnamese, and an example."""

from __future__ import annotations

from collections.abc import Iterator
from enum import Enum
from typing import Any, get_args
from unicodedata import normalize

import pytest

from bantin.dataset.forces import FORCES
from bantin.dataset.loading import FOLDERS, SINGLE
from bantin.dataset.records.acts import Act
from bantin.dataset.records.article import PhotoRecord
from bantin.dataset.records.base import Part
from tests.dataset.projects import EXAMPLE, changed, checked, files_of

RESULT = "data/results/2019/ket-qua-2019.yml"
ORGANISATIONS = "data/organisations.yml"


def parts(annotation: Any, seen: dict[type[Part], None]) -> None:
    if isinstance(annotation, type) and issubclass(annotation, Part) and annotation not in seen:
        seen[annotation] = None
        for field in annotation.model_fields.values():
            parts(field.annotation, seen)
    for inner in get_args(annotation):
        parts(inner, seen)


def choices(annotation: Any) -> Iterator[str]:
    if isinstance(annotation, type) and issubclass(annotation, Enum):
        yield from (str(member.value) for member in annotation)
    for inner in get_args(annotation):
        yield from choices(inner)


def test_every_choice_is_explained_in_vietnamese() -> None:
    seen: dict[type[Part], None] = {}
    for model in (*SINGLE.values(), *FOLDERS.values()):
        parts(model, seen)
    unexplained = [
        f"{part.__name__}.{name}: {choice}"
        for part in seen
        if part is not PhotoRecord  # it says where its choices are explained
        for name, field in part.model_fields.items()
        for choice in choices(field.annotation)
        if f"{choice}:" not in (field.description or "") and f"{choice} (" not in (field.description or "")
    ]
    assert unexplained == []


def test_a_force_is_explained_by_the_word_that_is_printed() -> None:
    described = " ".join((Act.model_fields["force"].description or "").split())
    assert [
        force for force, word in FORCES.items() if f"{force.value}: {word.lower()}" not in described
    ] == []


def test_a_value_for_a_group_is_told_the_fields_and_an_example() -> None:
    said = checked(
        changed(files_of(EXAMPLE), RESULT, "    actual: 67\n", "    actual: 67\n    attainment: 125%\n")
    ).text()
    assert "attainment: Mức đạt kế hoạch, khi nguồn chỉ nêu tỷ lệ." in said
    assert "các trường của nhóm: as_published (Chữ của nguồn), reading (Cách hiểu)" in said
    assert (
        "để “attainment:” riêng một dòng, dòng dưới lùi vào hai dấu cách và viết “as_published: đạt 95%”"
        in said
    )


def test_a_wrong_choice_is_told_what_each_choice_means() -> None:
    said = checked(
        changed(
            files_of(EXAMPLE),
            ORGANISATIONS,
            "Đảng ủy Khối\n    kind: party_committee",
            "Đảng ủy Khối\n    kind: cấp ủy",
        )
    ).text()
    assert "party_committee: cấp ủy; party_organisation: tổ chức đảng" in said
    assert "ví dụ “kind: party_committee”" in said


@pytest.mark.parametrize(
    "text", ["…", "...", "TODO", "cần điền", "điền vào đây", "Lý do: TODO", "[…]", "xxx"]
)
def test_a_sign_that_keeps_a_place_is_no_text(text: str) -> None:
    files = changed(files_of(EXAMPLE), RESULT, "observations:\n", f"context:\n  - '{text}'\nobservations:\n")
    said = checked(files).text()
    assert "chỉ là chỗ giữ sẵn, chưa phải nội dung [empty-value]" in said


def test_letters_in_pieces_are_told_once_a_field() -> None:
    pieces = normalize("NFD", "Đảng ủy, Ủy ban kiểm tra\n      họp bàn")
    seen = checked(
        changed(
            files_of(EXAMPLE), RESULT, "observations:\n", f"context:\n  - >-\n      {pieces}\nobservations:\n"
        )
    )
    assert [problem.rule for problem in seen.problems] == ["composed-letters"]


@pytest.mark.parametrize("text", ["điền kinh", "còn nhiều việc…", "bổ sung", "phiếu điền vào buổi sáng"])
def test_a_text_that_looks_like_it_is_taken(text: str) -> None:
    files = changed(files_of(EXAMPLE), RESULT, "observations:\n", f"context:\n  - {text}\nobservations:\n")
    assert "chỗ giữ sẵn" not in checked(files).text()
