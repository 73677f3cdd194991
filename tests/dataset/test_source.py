"""What a YAML file is read as: text, each with its place."""

from __future__ import annotations

import unicodedata
from collections.abc import Callable

import pytest

from bantin.dataset.source import Items, Mapping, Node, Scalar, Source, read_source
from bantin.problems import Location, Severity

FILE = "data/results/2019.yml"

RECORD = """\
# Kết quả năm
id: ket-qua-2019
members: 4.300
period:
  kind: year
  first: 2019-01-01
parts:
- khien-trach: 16
- "canh-cao": 5
lead: >-
  Năm 2019, các cấp ủy đã làm
  được ba việc.

  Việc khác còn chậm.
note:
topics: [kiem-tra, 'giam-sat']
"""


def read(text: str) -> Source:
    return read_source(FILE, text.encode())


def root_of(text: str) -> Mapping:
    source = read(text)
    assert source.problems == ()
    assert source.root is not None
    return source.root


def value(text: str, *path: str | int) -> Node:
    node: Node = root_of(text)
    for step in path:
        node = node.items[int(step)] if isinstance(node, Items) else entry(node, str(step))
    return node


def entry(node: Node, name: str) -> Node:
    assert isinstance(node, Mapping)
    return node.entries[name]


def scalar(text: str, *path: str | int) -> Scalar:
    found = value(text, *path)
    assert isinstance(found, Scalar)
    return found


def at(line: int, column: int, length: int = 1) -> Location:
    return Location(FILE, line, column, length)


def test_record_keeps_order_of_its_fields_and_where_each_stands() -> None:
    root = root_of(RECORD)
    assert list(root.entries) == ["id", "members", "period", "parts", "lead", "note", "topics"]
    assert root.keys == {
        "id": at(2, 1, 2),
        "members": at(3, 1, 7),
        "period": at(4, 1, 6),
        "parts": at(7, 1, 5),
        "lead": at(10, 1, 4),
        "note": at(15, 1, 4),
        "topics": at(16, 1, 6),
    }
    assert root.location == at(2, 1)


def test_values_know_their_place() -> None:
    assert value(RECORD, "members") == Scalar("4.300", at(3, 10, 5))
    assert value(RECORD, "period") == Mapping(
        {"kind": Scalar("year", at(5, 9, 4)), "first": Scalar("2019-01-01", at(6, 10, 10))},
        {"kind": at(5, 3, 4), "first": at(6, 3, 5)},
        at(5, 3),
    )
    assert value(RECORD, "parts", 1) == Mapping(
        {"canh-cao": Scalar("5", at(9, 15, 1))}, {"canh-cao": at(9, 3, 10)}, at(9, 3)
    )
    assert value(RECORD, "topics") == Items(
        (Scalar("kiem-tra", at(16, 10, 8)), Scalar("giam-sat", at(16, 20, 10), quoted=True)), at(16, 9)
    )


def test_text_of_several_lines_stands_at_its_first() -> None:
    lead = scalar(RECORD, "lead")
    assert lead.text == "Năm 2019, các cấp ủy đã làm được ba việc.\nViệc khác còn chậm."
    assert lead.location == at(11, 3, 27)
    assert scalar("a: Một\n  hai ba\n", "a") == Scalar("Một hai ba", at(1, 4, 3))
    assert scalar('a: "Một\n  hai"\n', "a") == Scalar("Một hai", at(1, 4, 4), quoted=True)
    assert scalar("a: |\n\n    Một\n    hai\n# b\nc: d\n", "a") == Scalar("\nMột\nhai\n", at(3, 5, 3))
    assert scalar("a: |\nb: 1\n", "a").location == at(1, 4)


GUESSED_BY_YAML = (
    *("4.300", "14:00", "010", "no", "2024-02-30", "16:5", "~", "null", "1e3", "0x1F", ".inf", "true"),
    *("121%", "12,5", "+9", "-3", "2019", "1_000", "=", "29/11/2024", "6.60", "0o7"),
)


@pytest.mark.parametrize("text", GUESSED_BY_YAML)
def test_every_scalar_stays_the_text_it_is(text: str) -> None:
    assert value(f"a: {text}\n", "a") == Scalar(text, at(1, 4, len(text)))
    assert value(f"a:\n  - {text}\n", "a", 0) == Scalar(text, at(2, 5, len(text)))
    assert list(root_of(f"{text}: a\n").entries) == [text]


@pytest.mark.parametrize("text", ["a:\n", "a: \n", "a: # ghi chú\n", "a:", "a:\nb: 1\n", "{a: }", "{a}"])
def test_what_is_not_written_is_absent(text: str) -> None:
    assert scalar(text, "a").absent
    assert scalar(text, "a").text == ""


@pytest.mark.parametrize("text", ["a: ''\n", 'a: ""\n', "a: |\n", "a: >-\n\nb: 1\n", "a: ~\n", "a: x\n"])
def test_what_is_written_is_not_absent(text: str) -> None:
    assert not scalar(text, "a").absent


def test_absent_value_stands_behind_its_colon() -> None:
    assert scalar("a:   # ghi chú\nb: 1\n", "a").location == at(1, 3)
    assert scalar("a:\n  -\n  - b\n", "a", 0).location == at(2, 4)


def test_comments_are_left_out() -> None:
    assert scalar("a: Quyết định  # số 12\n", "a").text == "Quyết định"
    assert scalar("a: Quyết định#12\n", "a").text == "Quyết định#12"
    assert scalar("a: 'Quyết định #12' #12\n", "a").text == "Quyết định #12"
    assert scalar("a: >-\n  Quyết định #12\n", "a").text == "Quyết định #12"


def test_value_cut_off_by_a_comment_is_warned_of_and_read() -> None:
    source = read("a: Quyết định #12 ngày\nb: #12\nc:\n  - Nghị quyết #Đ\n")
    assert source.root is not None
    assert [(problem.location.line, problem.location.column) for problem in source.problems] == [
        (1, 15),
        (2, 4),
        (4, 16),
    ]
    assert {(problem.rule, problem.severity) for problem in source.problems} == {
        ("comment-in-value", Severity.WARNING)
    }


def test_lines_are_those_of_the_file() -> None:
    assert read("a: 1\r\n\r\nb: Đ\u1ea1i\t# x\r\n").lines == ("a: 1", "", "b: Đại # x")
    assert read("a: 1").lines == ("a: 1",)


VARIANTS: dict[str, Callable[[str], str]] = {
    "byte order mark": lambda text: "\ufeff" + text,
    "CRLF": lambda text: text.replace("\n", "\r\n"),
    "CR": lambda text: text.replace("\n", "\r"),
    "NFD": lambda text: unicodedata.normalize("NFD", text),
    "no-break space": lambda text: text.replace(" ", "\u00a0"),
    "narrow no-break space": lambda text: text.replace(" ", "\u202f"),
    "figure space": lambda text: text.replace(" ", "\u2007"),
    "em and ideographic space": lambda text: text.replace(": ", ":\u2003").replace("- ", "-\u3000"),
    "Tab behind the colon": lambda text: text.replace(": ", ":\t"),
    "white space in empty lines": lambda text: text.replace("\n\n", "\n \t  \n"),
    "all at once": lambda text: (
        "\ufeff" + unicodedata.normalize("NFD", text).replace(" ", "\u00a0").replace("\n", "\r\n")
    ),
}


@pytest.mark.parametrize("name", VARIANTS)
def test_variants_of_a_file_are_read_alike(name: str) -> None:
    changed = VARIANTS[name](RECORD)
    assert changed != RECORD
    source = read(changed)
    assert (source.root, source.lines, source.problems) == (root_of(RECORD), read(RECORD).lines, ())


def test_escapes_are_composed_and_cleaned_like_everything_else() -> None:
    assert scalar('a: "Đa\\u0323i\\_hội\\u202f1"\n', "a").text == "Đại hội 1"
    assert list(root_of('"Đa\\u0323i": 1\n').entries) == ["Đại"]


def test_doubled_names_are_told_with_the_line_of_the_first_also_when_spelled_otherwise() -> None:
    source = read('Đại: 1\nb: 2\nĐa\u0323i: 3\n"Đa\\u0323i": 4\n')
    assert [(problem.rule, problem.location) for problem in source.problems] == [
        ("doubled-key", at(3, 1, 3)),
        ("doubled-key", at(4, 1, 11)),
    ]
    assert [dict(problem.evidence[0].gaps) for problem in source.problems] == [{"line": 1}, {"line": 1}]
    assert source.root is not None
    assert entry(source.root, "Đại") == Scalar("1", at(1, 6))


READ_ALL_THE_SAME = (
    *("a: \u200bb\n", 'a: "\\u202e"\n', "a: 1\na: 2\n", "a: b #c\n", "a: !t b\n", "a: &x b\n"),
    *("%YAML 1.1\n---\na: b\n", "a: [!t b]\n", "a: &x {b: c}\n"),
)
NOT_READ = (
    *(
        "a: b: c\n",
        "a:\n  <<: {b: c}\n",
        "a: *b\n",
        "? [a]\n: b\n",
        ": a\n",
        "a: b\n---\n",
        "a: b\n...\nc: d\n",
    ),
    *(
        "a:\n  b:1\n",
        "a:\n  -b\n",
        "a:\n  -b: c\n",
        "a: b\n  - c\n",
        "a:\n\tb: c\n",
        "a\n",
        "",
        "a: b\n...\nc: d\n",
    ),
)


@pytest.mark.parametrize("text", READ_ALL_THE_SAME)
def test_what_can_be_read_all_the_same_is_read(text: str) -> None:
    source = read(text)
    assert source.problems
    assert source.root is not None
    assert list(source.root.entries) == ["a"]


@pytest.mark.parametrize("text", NOT_READ)
def test_what_cannot_be_read_whole_is_not_read(text: str) -> None:
    source = read(text)
    assert source.problems
    assert source.root is None


def test_names_in_different_places_are_not_doubled() -> None:
    assert read("a: {id: 1}\nb: [{id: 1}, {id: 2}]\n").problems == ()


def test_depth_of_twelve_is_read_and_thirteen_is_not() -> None:
    assert root_of("a: " + "[" * 11 + "]" * 11).entries
    source = read("a: " + "[" * 12 + "]" * 12)
    assert [(problem.rule, problem.location) for problem in source.problems] == [("too-deep", at(1, 15))]
    assert source.root is None


def test_one_value_too_many_is_refused(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("bantin.dataset.tree.MOST_VALUES", 6)
    assert read("a: [1, 2, 3]\n").problems == ()
    source = read("a: [1, 2, 3, 4]\n")
    assert [problem.location for problem in source.problems] == [at(1, 14)]
    assert source.problems[0].rule == "too-many-values"
    assert source.root is None


def test_one_byte_too_many_is_refused() -> None:
    most = "a: " + "x" * (2 * 1024 * 1024 - 3)
    assert read(most).problems == ()
    source = read(most + "x")
    assert [(problem.rule, problem.location) for problem in source.problems] == [("too-big", at(1, 1))]
    assert (source.root, source.lines) == (None, ())


def test_at_most_a_hundred_problems_of_a_kind_are_told_and_the_last_says_so() -> None:
    source = read("".join(f"a{number}: x\u200by\n" for number in range(150)))
    assert len(source.problems) == 100
    assert [len(problem.evidence) for problem in source.problems] == [1] * 99 + [2]
    assert source.root is not None
    assert read("".join(f"a{number}: x\u200by\n" for number in range(100))).problems[-1].evidence[1:] == ()


def test_file_with_hundreds_of_mistakes_is_given_up() -> None:
    source = read("".join(f"a{number}: *b\na{number}: !c d #e\n" for number in range(1000)))
    rules = [problem.rule for problem in source.problems]
    assert {rule: rules.count(rule) for rule in rules} == {
        "no-anchors": 76,
        "doubled-key": 75,
        "no-tags": 75,
        "comment-in-value": 75,
    }
    assert source.root is None
