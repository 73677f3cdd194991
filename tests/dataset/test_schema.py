"""JSON Schema for editors: in step with the models, and no stricter than they are."""

from __future__ import annotations

import json
import re
from functools import cache
from pathlib import Path, PurePosixPath
from typing import Any

import pytest
from jsonschema import Draft202012Validator

from bantin.dataset.loading import model_for
from bantin.dataset.located import Items, Mapping, Node, Scalar
from bantin.dataset.schema import FOLDER, schema_files
from bantin.dataset.source import read_source
from tests.dataset.projects import EXAMPLE, NAMES, ROOT, files_of

SCHEMAS = schema_files()

_CORE = (
    (re.compile(r"~|null|Null|NULL|"), lambda _: None),
    (re.compile(r"true|True|TRUE"), lambda _: True),
    (re.compile(r"false|False|FALSE"), lambda _: False),
    (re.compile(r"[-+]?[0-9]+"), int),
    (re.compile(r"[-+]?(\.[0-9]+|[0-9]+(\.[0-9]*)?)([eE][-+]?[0-9]+)?"), float),
)
"""The core schema of YAML 1.2: what an editor takes a plain scalar for."""


def as_editors_read(node: Node) -> Any:
    if isinstance(node, Mapping):
        return {name: as_editors_read(value) for name, value in node.entries.items()}
    if isinstance(node, Items):
        return [as_editors_read(item) for item in node.items]
    if not node.plain:
        return node.text
    return next((read(node.text) for kind, read in _CORE if kind.fullmatch(node.text)), node.text)


def read(file: str, text: bytes) -> Any:
    root = read_source(file, text).root
    assert root is not None
    return as_editors_read(root)


@cache
def validators() -> dict[str, Draft202012Validator]:
    return {name: Draft202012Validator(json.loads(text)) for name, text in SCHEMAS.items()}


def complaints(file: str, value: Any) -> list[str]:
    model = model_for(file)
    assert model is not None
    return [error.message for error in validators()[f"{FOLDER}/{model.kind}.json"].iter_errors(value)]


def test_the_files_are_in_step_with_the_models() -> None:
    folder = ROOT / FOLDER
    assert {path.relative_to(ROOT).as_posix() for path in folder.iterdir()} == set(SCHEMAS)
    for file, text in SCHEMAS.items():
        assert (ROOT / file).read_text(encoding="utf-8") == text, "write bantin.dataset.schema.schema_files()"


@pytest.mark.parametrize("file", SCHEMAS)
def test_each_is_a_schema_and_says_what_its_fields_mean(file: str) -> None:
    schema = json.loads(SCHEMAS[file])
    Draft202012Validator.check_schema(schema)
    parts = [schema, *schema.get("$defs", {}).values()]
    for part in parts:
        for name, field in part.get("properties", {}).items():
            named = schema["$defs"].get(field.get("$ref", "").rpartition("/")[2], {})
            assert field.get("description") or named.get("description"), f"{file}: {name}"
        assert part.get("additionalProperties", False) is False


@pytest.mark.parametrize("name", NAMES)
def test_records_fit_their_schema_as_editors_read_them(name: str) -> None:
    for file, text in files_of(name).items():
        assert complaints(file, read(file, text)) == [], file


@pytest.mark.parametrize("name", NAMES)
def test_the_first_line_of_a_record_names_its_schema(name: str) -> None:
    """By a path from the record to the folder of schemas, where the schema of its kind stands."""
    for file, text in files_of(name).items():
        found = re.fullmatch(
            r"# yaml-language-server: \$schema=(\S+)", text.decode().split("\n", 1)[0].rstrip()
        )
        model = model_for(file)
        assert found and model, file
        depth = len(PurePosixPath(file).parts) - 2
        assert found[1] == "../" * depth + f"schema/{model.kind}.json", file


def test_the_schema_named_is_there() -> None:
    for file, text in files_of(EXAMPLE).items():
        path = text.decode().split("\n", 1)[0].split("=", 1)[1].strip()
        assert (ROOT / Path(file).parent / path).is_file(), file


RESULT = "data/results/2019/ket-qua-2019.yml"


@pytest.mark.parametrize(
    ("old", "new"),
    [
        ("actual: 22", "actual: 4.300"),
        ("actual: 22", "actual: trên 4.300"),
        ("actual: 22", "actual: 12,5"),
        ("actual: 22", "actual: {value: 22, finality: provisional}"),
        ("change: +5", "change: -5"),
        ("change: +5", "change: +12,5%"),
        ("period: năm 2019", "period: 2019"),
        ("complete: yes\n        parts:\n          khien", "complete: true\n        parts:\n          khien"),
        ("status: ready", "status: withdrawn"),
        ("note: Nguồn không nói", "note:\n    stage: Nguồn không nói"),
    ],
)
def test_editors_do_not_underline_what_is_right(old: str, new: str) -> None:
    text = files_of(EXAMPLE)[RESULT].decode()
    assert old in text
    assert complaints(RESULT, read(RESULT, text.replace(old, new).encode())) == []


@pytest.mark.parametrize(
    ("old", "new"),
    [
        ("actual: 22", "actual: [22]"),
        ("actual: 22", "actuall: 22"),
        ("status: ready", "status: redy"),
        ("id: ket-qua-2019", "id: Kết quả 2019"),
        ("organisation: dang-uy-khoi-ccq\n", ""),
        ("complete: yes\n        parts:\n          khien", "complete: có\n        parts:\n          khien"),
        ("key_figures: [", "key_figures: [[a], "),
    ],
)
def test_editors_underline_what_is_wrong(old: str, new: str) -> None:
    text = files_of(EXAMPLE)[RESULT].decode()
    assert old in text
    assert complaints(RESULT, read(RESULT, text.replace(old, new).encode())) != []


def test_numbers_are_read_as_numbers_here() -> None:
    """Or the tests above would prove nothing."""
    read_back = read("a.yml", b"a: 4.300\nb: 22\nc: yes\nd: '22'\ne: 29/11/2024\nf:\ng: true\nh: +9\n")
    assert read_back == {
        "a": 4.3,
        "b": 22,
        "c": "yes",
        "d": "22",
        "e": "29/11/2024",
        "f": None,
        "g": True,
        "h": 9,
    }
    assert not isinstance(read_source("a.yml", b"a: 4.300").root, Scalar)
