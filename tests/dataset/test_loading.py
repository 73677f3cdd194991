"""Files → dataset: the same from every way of saving them, and as much as can be read."""

from __future__ import annotations

import gc
import unicodedata
from collections.abc import Callable

import pytest

from bantin.dataset.loading import SINGLE, load, model_for
from bantin.dataset.records.article import ArticleRecord
from bantin.dataset.records.base import Record
from bantin.dataset.records.editorial import Publishable
from bantin.dataset.records.meeting import Meeting
from bantin.dataset.records.registers import People
from bantin.dataset.records.result import Result
from tests.dataset.projects import EXAMPLE, NAMES, changed, checked, each, files_of

RESULT = "data/results/2019/ket-qua-2019.yml"
MEETING = "data/meetings/2024/phien-thuong-ky-thang-11.yml"

VARIANTS: dict[str, Callable[[str], bytes]] = {
    "byte-order-mark": lambda text: b"\xef\xbb\xbf" + text.encode(),
    "windows-line-ends": lambda text: text.replace("\n", "\r\n").encode(),
    "old-mac-line-ends": lambda text: text.replace("\n", "\r").encode(),
    "decomposed": lambda text: unicodedata.normalize("NFD", text).encode(),
    "no-break-spaces": lambda text: text.replace(" ", "\u00a0").encode(),
    "no-last-line-end": lambda text: text.rstrip("\n").encode(),
    "all-at-once": lambda text: (
        b"\xef\xbb\xbf"
        + unicodedata.normalize("NFD", text).replace(" ", "\u00a0").replace("\n", "\r\n").encode()
    ),
}


@pytest.mark.parametrize("name", each(NAMES))
@pytest.mark.parametrize("variant", VARIANTS)
def test_every_way_of_saving_gives_the_same_dataset(name: str, variant: str) -> None:
    files = files_of(name)
    saved = {file: VARIANTS[variant](text.decode()) for file, text in files.items()}
    assert saved != files
    loaded, plain = load(saved), load(files)
    assert loaded.problems == ()
    assert loaded.dataset == plain.dataset
    hints = {"composed-letters"} if variant in ("decomposed", "all-at-once") else set()
    assert {problem.rule for problem in checked(saved).problems} == hints


def test_spaces_at_the_ends_of_lines_say_nothing() -> None:
    files = files_of(EXAMPLE)
    spaced = {file: text.replace(b"\n", b"  \n") for file, text in files.items()}
    read, plain = load(spaced), load(files)
    assert read.problems == ()
    for one, other in zip(read.dataset.publishable(), plain.dataset.publishable(), strict=True):
        assert said_in(one) == said_in(other) != []


def said_in(record: Publishable) -> list[list[str]]:
    """The texts of a record: their words, and the names of the figures between them."""
    pieces = [text.pieces for _, _, text in record.texts()]
    return [[piece if isinstance(piece, str) else piece.name for piece in text] for text in pieces]


def test_two_datasets_that_differ_in_one_letter_are_not_equal() -> None:
    files = files_of(EXAMPLE)
    assert load(changed(files, RESULT, "actual: 6\n", "actual: 7\n")).dataset != load(files).dataset


def test_the_order_in_which_files_come_does_not_matter() -> None:
    files = files_of(EXAMPLE)
    assert load(dict(reversed(files.items()))) == load(files)


@pytest.mark.parametrize(
    ("file", "model"),
    [
        ("data/people.yml", People),
        ("data/meetings/2024/a.yml", Meeting),
        ("data/meetings/a.yml", Meeting),
        ("data/results/2024/quy-1/a.yml", Result),
        ("data/articles/2024/a.yml", ArticleRecord),
        ("data/meetings/2024/a.yaml", None),
        ("data/meetings/2024/a.YML", None),
        ("data/meeting/a.yml", None),
        ("data/a.yml", None),
        ("meetings/a.yml", None),
    ],
)
def test_a_record_is_told_by_its_place(file: str, model: type | None) -> None:
    assert model_for(file) is model


@pytest.mark.parametrize("ending", ["yaml", "YML", "Yaml"])
def test_another_ending_is_one_problem(ending: str) -> None:
    files = files_of(EXAMPLE)
    files[f"data/people.{ending}"] = files.pop("data/people.yml")
    assert [(problem.rule, problem.location.file) for problem in checked(files).problems] == [
        ("misplaced-file", f"data/people.{ending}")
    ]


@pytest.mark.parametrize("file", SINGLE)
def test_a_missing_register_is_one_problem(file: str) -> None:
    files = files_of(EXAMPLE)
    del files[file]
    assert [(problem.rule, problem.location.file) for problem in checked(files).problems] == [
        ("missing-file", file)
    ]


WAYS_TO_BREAK: dict[str, Callable[[str], str]] = {
    "not-yaml": lambda text: text.replace("format: 1", "format 1"),
    "not-closed": lambda text: text + '"\n',
    "unknown-key": lambda text: text.replace("format: 1", "format: 1\nkhac: 1"),
    "other-format": lambda text: text.replace("format: 1", "format: 7"),
    "no-format": lambda text: text.replace("format: 1\n", ""),
}


@pytest.mark.parametrize("file", files_of(EXAMPLE))
@pytest.mark.parametrize("way", WAYS_TO_BREAK)
def test_a_record_that_cannot_be_read_makes_no_reference_to_it_fail(file: str, way: str) -> None:
    """One problem in that file, and none anywhere else."""
    files = files_of(EXAMPLE)
    files[file] = WAYS_TO_BREAK[way](files[file].decode()).encode()
    seen = checked(files)
    assert [problem.location.file for problem in seen.problems] == [file]
    assert seen.dataset.unread == {file}


def test_what_could_be_read_is_there() -> None:
    files = changed(files_of(EXAMPLE), RESULT, "id: ket-qua-2019", "id ket-qua-2019")
    dataset = load(files).dataset
    assert [result.id for result in dataset.results] == ["ket-qua-2024"]
    assert len(dataset.articles) == 2 and len(dataset.people) == 3
    assert "ket-qua-2019" in dataset.unreadable


def test_a_mistake_beside_an_unreadable_record_is_still_told() -> None:
    files = changed(files_of(EXAMPLE), RESULT, "format: 1", "format 1")
    files = changed(files, MEETING, "person: thinh-duc-tien", "person: thinh-duc-tein")
    assert checked(files).rules == ["unknown-person", "forgotten-colon"]


def test_no_file_at_all_is_four_missing_ones() -> None:
    assert checked({}).rules == ["missing-file"] * 4


def test_every_value_knows_its_place() -> None:
    """Of the example, by the words that stand there."""
    dataset, files = load(files_of(EXAMPLE)).dataset, files_of(EXAMPLE)
    for found in dataset.observed:
        for field in ("name", "indicator"):
            place = found.observation.where(field)
            line = files[place.file].decode().splitlines()[place.line - 1]
            written = line[place.column - 1 : place.column - 1 + place.length]
            assert written == getattr(found.observation, field)


def test_the_search_for_garbage_is_paused_while_reading_and_left_as_it_was(
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    seen: list[bool] = []

    def spy(file: str) -> type[Record] | None:
        seen.append(gc.isenabled())
        return model_for(file)

    monkeypatch.setattr("bantin.dataset.loading.model_for", spy)
    load(files_of(EXAMPLE))
    assert set(seen) == {False}
    assert gc.isenabled()
