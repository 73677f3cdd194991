"""Small results come back as they were kept, and whatever happens to their file costs time alone."""

from __future__ import annotations

import os
import sqlite3
import time
import zlib
from pathlib import Path
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from bantin import kept_results, program
from bantin.kept_results import Results, result_name

PLAIN = st.recursive(
    st.none() | st.booleans() | st.integers() | st.text(),
    lambda inner: st.lists(inner, max_size=4) | st.dictionaries(st.text(), inner, max_size=4),
    max_leaves=12,
)


@pytest.fixture
def results(tmp_path: Path) -> Results:
    return Results(tmp_path / "cache" / "pages.sqlite")


def test_what_was_kept_comes_back_and_nothing_else(results: Results) -> None:
    assert results.kept(["a"]) == {}
    results.keep({"a": [1, "hội nghị"], "b": {"c": 2}})
    assert results.kept(["a", "b", "x"]) == {"a": [1, "hội nghị"], "b": {"c": 2}}
    results.keep({"a": "khác"})
    assert results.kept(["a"]) == {"a": "khác"}


def test_thousands_at_once(results: Results) -> None:
    made = {f"{number}": [number] for number in range(2345)}
    results.keep(made)
    assert results.kept([*made, "x"]) == made


@given(told=PLAIN.filter(lambda value: value is not None))
def test_any_plain_value(told: Any, tmp_path_factory: pytest.TempPathFactory) -> None:
    results = Results(tmp_path_factory.mktemp("x") / "x.sqlite")
    results.keep({"a": told})
    assert results.kept(["a"]) == {"a": told}


@pytest.mark.parametrize("content", [b"", b"x" * 5000, b"SQLite format 3\x00" + b"\xff" * 4096])
def test_a_spoiled_file_keeps_nothing_and_is_made_anew(content: bytes, results: Results) -> None:
    results.file.parent.mkdir()
    results.file.write_bytes(content)
    assert results.kept(["a"]) == {}
    results.keep({"a": 1})
    results.keep({"a": 1})
    assert results.kept(["a"]) == {"a": 1}


def test_a_spoiled_result_is_none(results: Results) -> None:
    results.keep({"a": 1, "b": 2})
    with sqlite3.connect(results.file) as store:
        store.execute("UPDATE result SET told = ? WHERE name = 'a'", (b"{",))
    store.close()
    assert results.kept(["a", "b"]) == {"b": 2}


@pytest.mark.parametrize("told", ["{}", "[]", "5", "[[], []]", "[" * 100_000])
def test_what_someone_else_wrote_is_not_believed(told: str, results: Results) -> None:
    results.keep({"a": [1], "b": [2]})
    with sqlite3.connect(results.file) as store:
        store.execute("UPDATE result SET told = ? WHERE name = 'a'", (zlib.compress(told.encode()),))
    store.close()
    assert results.kept(["a", "b"]) == {"b": [2]}


@pytest.mark.parametrize("told", [5, None, "x", 0.5])
def test_a_result_of_another_kind_is_none(told: Any, results: Results) -> None:
    results.keep({"a": [1]})
    with sqlite3.connect(results.file) as store:
        store.execute("UPDATE result SET told = ?", (told,))
    store.close()
    assert results.kept(["a"]) == {}


def test_a_result_under_the_name_of_another_is_none(results: Results) -> None:
    results.keep({"a": [1], "b": [2]})
    with sqlite3.connect(results.file) as store:
        store.execute("UPDATE result SET told = (SELECT told FROM result WHERE name = 'b')")
    store.close()
    assert results.kept(["a", "b"]) == {"b": [2]}


def test_what_is_kept_for_something_else_goes_with_its_file(results: Results) -> None:
    results.keep({"a": "chim hoàng yến"})
    other = Results(results.file, "removed")
    assert other.kept(["a"]) == {}
    other.keep({"b": 2})
    assert other.kept(["a", "b"]) == {"b": 2}
    assert results.kept(["b"]) == {}


def test_a_place_that_cannot_be_written_to_keeps_nothing(tmp_path: Path) -> None:
    (tmp_path / "file").write_text("")
    results = Results(tmp_path / "file" / "x.sqlite")
    results.keep({"a": 1})
    assert results.kept(["a"]) == {}


def test_what_no_build_has_used_for_a_month_is_forgotten(
    results: Results, monkeypatch: pytest.MonkeyPatch
) -> None:
    day, start = 24 * 60 * 60, time.time()
    results.keep({"a": 1, "b": 2})
    monkeypatch.setattr(time, "time", lambda: start + 20 * day)
    results.keep({}, used=["b"])
    monkeypatch.setattr(time, "time", lambda: start + 40 * day)
    results.keep({})
    assert results.kept(["a", "b"]) == {"b": 2}


def test_two_builds_at_once_keep_what_both_made(results: Results) -> None:
    children = []
    for number in range(4):
        child = os.fork()
        if not child:
            Results(results.file).keep({f"{number}": number})
            os._exit(0)
        children.append(child)
    for child in children:
        os.waitpid(child, 0)
    assert results.kept([f"{number}" for number in range(4)]) == {f"{n}": n for n in range(4)}


def test_another_program_has_other_names(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    (tmp_path / "a.py").write_text("1")
    monkeypatch.setattr(program, "_HERE", tmp_path)
    names = set()
    for content in ("1", "2"):
        (tmp_path / "a.py").write_text(content)
        program.program_digest.cache_clear()
        monkeypatch.setattr(kept_results, "program_digest", program.program_digest)
        names |= {result_name("x"), result_name(b"x", "y"), result_name("x", b"y")}
    program.program_digest.cache_clear()
    assert len(names) == 4
