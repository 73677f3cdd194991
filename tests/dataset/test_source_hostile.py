"""Files that are broken, by mistake or on purpose: each gives exactly the problems expected of it."""

from __future__ import annotations

import time
from pathlib import Path

import pytest
import yaml
from hypothesis import given, settings
from hypothesis import strategies as st

from bantin.dataset.source import Source, read_source
from bantin.problems import Message, Problem, Severity

HOSTILE = Path(__file__).parent / "hostile"
MEGABYTE = 1024 * 1024
KINDS = ("invisible", "direction", "control", "invisible")

GENERATED: dict[str, tuple[bytes, list[str]]] = {
    "UTF-16 with mark": ("tên: Đại hội\n".encode("utf-16"), ["1:1 not-utf-8"]),
    "UTF-16 without mark": ("tên: Đại hội\n".encode("utf-16-le"), ["1:1 not-utf-8"]),
    "UTF-32": ("tên: Đại hội\n".encode("utf-32"), ["1:1 not-utf-8"]),
    "Windows-1258": (b"id: a\nt\xean: \xd0o\xe0n\n", ["2:2 not-utf-8"]),
    "cut in the middle of a letter": ("id: a\ntitle: Đ".encode()[:-1], ["2:8 not-utf-8"]),
    "overlong zero": (b"a: \xc0\x80\n", ["1:4 not-utf-8"]),
    "NUL": (b"a: b\0c\n", ["1:5 control-character"]),
    "control characters": (b"a: \x07b\n\x1bc: d\n", ["1:4 control-character", "2:1 control-character"]),
    "next line": ("a: b\x85c: d\n".encode(), ["1:5 control-character"]),
    "form feed": (b"a: b\x0c\n", ["1:5 control-character"]),
    "second mark": ("\ufeff\ufeffa: b\n".encode(), ["1:1 invisible-character"]),
    "zero width": ("a: b\u200bc\n".encode(), ["1:5 invisible-character"]),
    "joiner in a name": ("e\u200df: g\n".encode(), ["1:2 invisible-character"]),
    "soft hyphen": ("a: b\u00adc\n".encode(), ["1:5 invisible-character"]),
    "line separator": ("a: b\u2028c\n".encode(), ["1:5 invisible-character"]),
    "bidi override": ("a: b\u202ec\n".encode(), ["1:5 direction-character"]),
    "bidi isolate in a comment": ("a: b\n# \u2066c\n".encode(), ["2:3 direction-character"]),
    "lone surrogate": (b"a: b\xed\xa0\x80c\n", ["1:5 lone-surrogate"]),
    "surrogate pair": (b"a: \xed\xa0\xbd\xed\xb8\x80\n", ["1:4 lone-surrogate"]),
    "private use": ("a: \uf0b7 b\n".encode(), ["1:4 private-character"]),
    "noncharacter": ("a: \ufdd0\U0010ffff\n".encode(), ["1:4 private-character"]),
    "lost letter": ("a: \ufffdảng\n".encode(), ["1:4 lost-character"]),
    "kinds side by side": (
        "a: \u200b\u202e\x00\u200b\n".encode(),
        [
            f"1:{at} {kind}-character"
            for at, kind in enumerate(["invisible", "direction", "control", "invisible"], 4)
        ],
    ),
    "escaped surrogate": (b'a: "b\\ud800"\n', ["1:6 lone-surrogate"]),
    "escaped pair": (b'a: "\\ud83d\\ude00"\n', ["1:5 lone-surrogate"]),
    "escaped NUL": (b'a: "b\\0c\\x00"\n', ["1:6 control-character", "1:9 control-character"]),
    "escaped override in a name": (b'"a\\u202e": b\n', ["1:3 direction-character"]),
    "escaped zero width below": (b'a: "b\n  \\\\ \\u200b"\n', ["2:6 invisible-character"]),
    "characters, doubled names and syntax": (
        "a: \u200b1\na: 2\n\x01b: 3\nc: d: e\n".encode(),
        ["1:4 invisible-character", "2:1 doubled-key", "3:1 control-character", "4:5 colon-in-value"],
    ),
    "invisible where a colon belongs": ("a\u200b b\nc: d\n".encode(), ["1:2 invisible-character"]),
    "30,000 brackets": (b"[" * 30_000, ["1:13 too-deep"]),
    "30,000 braces": (b"a: " + b"{" * 30_000, ["1:15 too-deep"]),
    "30,000 dashes": (b"- " * 30_000, ["1:25 too-deep"]),
    "30,000 question marks": (b"? " * 30_000, ["1:25 too-deep"]),
    "30,000 anchors": (b"a: " + b"&a " * 30_000, ["1:4 no-anchors"]),
    "1,500 levels": ("".join(" " * level + "a:\n" for level in range(1500)).encode(), ["13:13 too-deep"]),
    "alias bomb": (
        b"a: &a [x]\nb: &b [*a, *a]\nc: &c [*b, *b]\nd: &d [*c, *c]\n",
        [
            f"{place} no-anchors"
            for place in ["1:4", "2:4", "2:8", "2:12", "3:4", "3:8", "3:12", "4:4", "4:8", "4:12"]
        ],
    ),
    "3 MiB": (b"a" * 3 * MEGABYTE, ["1:1 too-big"]),
    "values without end": (b"a: [" + b"1," * (MEGABYTE - 3) + b"]", ["1:199999 too-many-values"]),
    "names without end": (
        "".join(f"k{number}: v\n" for number in range(120_000)).encode(),
        ["50000:9 too-many-values"],
    ),
    "a name of 2 MiB": (b"a" * (2 * MEGABYTE - 3) + b": b", ["1:2097150 colon-in-value"]),
    "2 MiB of quotation marks": (b"a: " + b"'" * (2 * MEGABYTE - 3), ["1:4 unclosed-quote"]),
    "2 MiB of backslashes": (b'a: "' + b"\\" * (2 * MEGABYTE - 4), ["1:4 unclosed-quote"]),
    "2 MiB of empty lines": (b"\n" * 2 * MEGABYTE, ["1:1 empty-file"]),
    "2 MiB of white space": (b"  \t\n" * (MEGABYTE // 2), ["1:1 empty-file"]),
    "2 MiB of comment": (b"#" * 2 * MEGABYTE, ["1:1 empty-file"]),
    "2 MiB of 0xFF": (b"\xff" * 2 * MEGABYTE, ["1:1 not-utf-8"]),
    "2 MiB of zero": (b"\0" * 2 * MEGABYTE, ["1:1 not-utf-8"]),
    "far below a mistake": (b"a: 1\n" + b"#\n" * (MEGABYTE - 9) + b"  b: 2\n", ["1048569:3 bad-indent"]),
    "far below words": (b"w\n" * (MEGABYTE - 9) + b"a: 1\n", ["1048467:1 forgotten-colon"]),
}


def hostile_files() -> dict[str, list[str]]:
    """The files of the folder and what is expected of each: place, length, rule, and severity if no error."""
    expected: dict[str, list[str]] = {}
    for line in (HOSTILE / "expected.txt").read_text(encoding="utf-8").splitlines():
        if line.startswith(" "):
            expected[list(expected)[-1]].append(line.strip())
        else:
            expected[line] = []
    return expected


def shown(problem: Problem) -> str:
    place = problem.location
    severity = "" if problem.severity is Severity.ERROR else f" {problem.severity}"
    return f"{place.line}:{place.column}+{place.length} {problem.rule}{severity}"


def check_manners(source: Source) -> None:
    """What holds for every file: places are inside it, and who is told of a mistake is told the way out."""
    errors = [problem for problem in source.problems if problem.severity is Severity.ERROR]
    assert source.root is not None or errors
    for problem in source.problems:
        place = problem.location
        line = source.lines[place.line - 1] if source.lines else ""
        assert 1 <= place.column <= len(line) + 1
        assert place.length >= 1
        assert place.column + place.length <= len(line) + 2
        assert problem.remedy is not None
        for message in (problem.message, problem.remedy, *problem.evidence):
            assert english(message)


def english(message: Message) -> str:
    return message.translated(lambda sentence: sentence)


def test_there_are_enough_hostile_files_and_none_is_forgotten() -> None:
    files = {path.name for path in HOSTILE.glob("*.yml")}
    assert files == set(hostile_files())
    assert len(files) >= 40
    assert len(GENERATED) >= 40
    assert all(hostile_files().values())


@pytest.mark.parametrize("name", hostile_files())
def test_hostile_file(name: str) -> None:
    source = read_source(name, (HOSTILE / name).read_bytes())
    assert [shown(problem) for problem in source.problems] == hostile_files()[name]
    check_manners(source)


@pytest.mark.parametrize("name", hostile_files())
def test_hostile_file_without_the_parser_in_c(name: str, monkeypatch: pytest.MonkeyPatch) -> None:
    data = (HOSTILE / name).read_bytes()
    usual = read_source(name, data)
    monkeypatch.setattr("bantin.dataset.source._LOADER", yaml.BaseLoader)
    assert read_source(name, data).problems == usual.problems


@pytest.mark.parametrize(
    "name",
    [
        pytest.param(name, marks=pytest.mark.slow if name.endswith(" without end") else ())
        for name in GENERATED
    ],
)
def test_generated_hostile_file(name: str) -> None:
    data, expected = GENERATED[name]
    start = time.process_time()
    source = read_source(name, data)
    assert time.process_time() - start < 3
    places = [(problem.location, problem.rule) for problem in source.problems]
    assert [f"{place.line}:{place.column} {rule}" for place, rule in places] == expected
    check_manners(source)


@pytest.mark.parametrize(
    "text", ["[" * 30_000, "a: " + "{" * 30_000, "- " * 30_000, "a: 1\n" * 20_000, "a: " + "'" * 99_999]
)
def test_limits_hold_without_the_parser_in_c(text: str, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("bantin.dataset.source._LOADER", yaml.BaseLoader)
    start = time.process_time()
    source = read_source("a.yml", text.encode())
    assert time.process_time() - start < 3
    assert source.root is None
    assert read_source("a.yml", b"a" * (128 * 1024 + 1)).problems[0].rule == "too-big"


PIECES = [
    *("a", "b: ", "name: ", "- ", "\n", "\n  ", "\n    ", "  ", "\n\n", ": ", ":", "'", '"', "[", "]"),
    *("{", "}", ",", "|", "|\n   ", ">-\n    ", "#", " #x", " # y", "&", "*a", "!", "!!str ", "%", "@"),
    *("`", "? ", "---", "...", "\t", "\\", "\\u200b", "\\x41", "x y", "Đảng ủy", "12,5%", "<<: ", "="),
    *("-", "~", "a\u0301", "\r\n", "\u200b", "\u00a0", "\U0001f600", "\0", "\ufffd", "\ue000"),
]  # fmt: skip
ANY_TEXT = st.text(max_size=200).map(lambda text: text.encode("utf-8", "surrogatepass"))


@settings(max_examples=500)
@given(st.lists(st.sampled_from(PIECES), max_size=20).map("".join))
def test_no_text_is_too_strange_to_be_told_of(text: str) -> None:
    check_manners(read_source("a.yml", text.encode()))


@settings(max_examples=200)
@given(st.binary(max_size=200) | ANY_TEXT)
def test_no_bytes_are_too_strange_to_be_told_of(data: bytes) -> None:
    check_manners(read_source("a.yml", data))
