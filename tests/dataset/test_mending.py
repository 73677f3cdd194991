"""``--fix``: what is safe is mended in the file, and nothing but the changed characters differs."""

from __future__ import annotations

import codecs
import re
import unicodedata

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from bantin import dataset
from bantin.dataset import Mending
from bantin.dataset.checks import table
from bantin.dataset.repairs import Repair, repaired
from bantin.dataset.source import Scalar, read_source
from tests.dataset.projects import EXAMPLE, NAMES, Files, changed, checked, files_of, reading_once
from tests.dataset.rule_examples import EXAMPLES, Example

ARTICLE = "data/articles/2019/ket-qua-2019.yml"
HEADLINE = "headline: Kiểm tra, giám sát và kỷ luật Đảng có nhiều chuyển biến"
PLACE = "Qua đó, nhiều hạn chế"
REPAIRING = {rule.id for rule in table() if rule.repairs}


def mend(files: Files) -> Mending:
    with reading_once():
        return dataset.mend(files)


def in_article(text: str) -> Files:
    return changed(files_of(EXAMPLE), ARTICLE, PLACE, f"{text} {PLACE}")


def mended(text: str) -> str:
    """What becomes of a text in the body of an article, as it stands in the file."""
    files = in_article(text)
    before, _, after = files[ARTICLE].decode().partition(f"{text} {PLACE}")
    now = mend(files).files.get(ARTICLE, files[ARTICLE]).decode()
    assert now.startswith(before)
    assert now.endswith(after)
    return now[len(before) : len(now) - len(after)].removesuffix(f" {PLACE}")


@pytest.mark.parametrize("name", NAMES)
def test_good_projects_stay_byte_for_byte(name: str) -> None:
    mending = mend(files_of(name))
    assert mending.files == {}
    assert mending.changes == ()
    assert mending.left == ()


@pytest.mark.parametrize(
    "example",
    [example for example in EXAMPLES if example.rule in REPAIRING],
    ids=lambda example: example.rule,
)
def test_what_a_rule_that_repairs_finds_is_gone_afterwards(example: Example) -> None:
    files = files_of(example.project)
    for change in example.changes:
        files = changed(files, *change)
    mending = mend(files)
    assert {change.rule for change in mending.changes} == {example.rule}
    assert mending.left == ()
    assert example.rule not in checked({**files, **mending.files}).rules
    assert mend({**files, **mending.files}).files == {}


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("Nghị quyết Nghị quyết Nghị quyết", "Nghị quyết"),
        ("Trong  ngày ,họp xong . Rồi", "Trong ngày, họp xong. Rồi"),
        ("họp ,$(ky-luat) ,(nghỉ) ,“ăn”", "họp, $(ky-luat), (nghỉ), “ăn”"),
        ("đạt 12 ,5 và 3", "đạt 12 ,5 và 3"),
        ("từ 2015 - 2020, đạt 12,5 %...", "từ 2015–2020, đạt 12,5%…"),
        ('phong trào "Vì  dân"', "phong trào “Vì  dân”"),
        ('phong trào "Vì dân', 'phong trào "Vì dân'),
        ("“Vì  dân ,\" - \"...”", "“Vì  dân ,\" - \"...”"),
        ("$(ky-luat)  và $(ky-luat) , $(ky-luat)...", "$(ky-luat) và $(ky-luat), $(ky-luat)…"),
        ("họp\n      , rồi   \n      nghỉ", "họp, rồi\n      nghỉ"),
        ("Uỷ ban\n      kiểm tra Đảng\n      uỷ Khối họp", "Ủy ban\n      kiểm tra Đảng\n      ủy Khối họp"),
        ("báo cáo báo cáo", "báo cáo báo cáo"),
    ],
)  # fmt: skip
def test_a_text_in_a_folded_block_is_mended_where_it_stands(text: str, expected: str) -> None:
    assert mended(text) == expected


LAYOUTS = {
    "plain": ("họp xong , rồi nghỉ...", "họp xong, rồi nghỉ…"),
    "plain in two lines": ("họp xong , rồi # không\n    nghỉ...", None),
    "plain over lines": ("họp , rồi\n      nghỉ...  # ghi ,  ...", "họp, rồi\n      nghỉ…  # ghi ,  ..."),
    "single quotes": ("'họp ''xong'' , rồi: nghỉ...'", "'họp ''xong'', rồi: nghỉ…'"),
    "double quotes": ('"họp \\"xong\\" , \\u0072ồi: nghỉ..."', '"họp “xong”, \\u0072ồi: nghỉ…"'),
    "double quotes, escaped line": ('"họp xong \\\n       , rồi nghỉ..."', '"họp xong, rồi nghỉ…"'),
    "folded": (">-\n      họp xong , rồi\n\n      nghỉ...", ">-\n      họp xong, rồi\n\n      nghỉ…"),
    "literal": ("|\n      họp xong ,\n      rồi nghỉ...", "|\n      họp xong,\n      rồi nghỉ…"),
    "deeper": ("|2\n        họp xong , rồi nghỉ...", "|2\n        họp xong, rồi nghỉ…"),
}  # fmt: skip


@pytest.mark.parametrize("layout", LAYOUTS)
@pytest.mark.parametrize("ends", ["\n", "\r\n"])
@pytest.mark.parametrize("mark", [b"", codecs.BOM_UTF8])
def test_layout_comments_line_ends_and_byte_order_mark_stay(layout: str, ends: str, mark: bytes) -> None:
    written, expected = LAYOUTS[layout]
    files = changed(files_of(EXAMPLE), ARTICLE, HEADLINE, f"headline: {written}")

    def saved(text: bytes) -> bytes:
        return mark + text.replace(b"\n", ends.encode())

    if expected is None:
        assert mend({**files, ARTICLE: saved(files[ARTICLE])}).files == {}
        return
    mending = mend({**files, ARTICLE: saved(files[ARTICLE])})
    assert mending.left == ()
    assert mending.files == {ARTICLE: saved(files[ARTICLE].replace(written.encode(), expected.encode()))}


def test_decomposed_letters_are_composed_and_nothing_else() -> None:
    files = files_of(EXAMPLE)
    decomposed = unicodedata.normalize("NFD", files[ARTICLE].decode()).replace("\n", "\r\n").encode()
    mending = mend({**files, ARTICLE: codecs.BOM_UTF8 + decomposed})
    assert mending.files == {ARTICLE: codecs.BOM_UTF8 + files[ARTICLE].replace(b"\n", b"\r\n")}
    assert [(change.rule, change.line) for change in mending.changes] == [("composed-letters", 0)]


def test_decomposed_letters_do_not_shift_other_repairs() -> None:
    files = in_article("họp xong , rồi nghỉ...")
    decomposed = unicodedata.normalize("NFD", files[ARTICLE].decode()).encode()
    mending = mend({**files, ARTICLE: decomposed})
    assert mending.files == mend(files).files
    assert len(mending.changes) == 3


@pytest.mark.parametrize(
    "broken", ["headline: [", "headline: 'x", "nam: 3", "\tlead: x", "covers: x\ncovers: y"]
)
def test_a_file_that_is_no_record_is_left_alone(broken: str) -> None:
    files = changed(in_article("họp ,"), ARTICLE, "kicker: ", f"{broken}\nkicker: ")
    broken_root = (
        read_source(ARTICLE, files[ARTICLE]).root is None or ARTICLE in checked(files).dataset.unread
    )
    assert (mend(files).files == {}) is broken_root
    decomposed = unicodedata.normalize("NFD", files[ARTICLE].decode()).encode()
    assert (mend({**files, ARTICLE: decomposed}).files == {}) is broken_root


def test_an_acknowledged_rule_mends_nothing() -> None:
    known = "acknowledged:\n  - rule: space-before-mark\n    reason: như nguồn\nkicker:"
    files = changed(in_article("họp , rồi..."), ARTICLE, "kicker:", known)
    assert [change.rule for change in mend(files).changes] == ["three-dots"]


def test_a_file_that_spells_a_text_in_another_way_is_left_and_named() -> None:
    files = changed(
        files_of(EXAMPLE), ARTICLE, "kicker: Đảng ủy", 'kicker: "Đa\\u0309ng ủy , Đảng ủy"\n# Đảng ủy'
    )
    mending = mend(files)
    assert mending.files == {}
    assert mending.left == (ARTICLE,)
    assert mending.changes == ()


def test_a_repair_that_would_change_anything_else_is_not_made() -> None:
    source = read_source("a.yml", b"a: x y\nb: z\n")
    assert source.root is not None
    value = source.root.entries["a"]
    assert isinstance(value, Scalar)
    assert repaired("a.yml", b"a: x y\nb: z\n", [Repair(value, 1, 1, ": ")]) is None
    assert repaired("a.yml", b"a: x y\nb: z\n", [Repair(value, 1, 1, " # ")]) is None
    outcome = repaired("a.yml", b"a: x y\nb: z\n", [Repair(value, 1, 1, "-")])
    assert outcome is not None
    assert outcome[0] == b"a: x-y\nb: z\n"


def test_changes_say_what_stood_there_and_what_does_now() -> None:
    changes = mend(in_article("họp xong , rồi nghỉ...")).changes
    assert [(change.file, change.line, change.was, change.now) for change in changes] == [
        (ARTICLE, 47, " ,", ","),
        (ARTICLE, 47, "...", "…"),
    ]


PIECES = st.sampled_from(
    [
        "họp", "Nghị quyết", "chỉ đạo", "và", "của", "Uỷ ban Kiểm tra Đảng uỷ Khối", "Ủy ban Kiểm tra", "uỷ",
        "khoẻ", "$(ky-luat)", "$(ky-luat.change)", "“Vì  dân ,...”", '"Gần  dân"', '"', "...", "2015 - 2020",
        "2015-2020", "12,5 %", "8/7", "29-11-2024", ",", ".", ";", ":", "!", "?", "(", ")", "https://a.example/x,y",
    ]
)  # fmt: skip
GAPS = st.sampled_from([" ", " ", " ", "  ", "\n      ", " \n      ", ""])
TEXTS = st.lists(st.tuples(PIECES, GAPS), min_size=1, max_size=14).map(
    lambda pairs: "".join(piece + gap for piece, gap in pairs).strip()
)
KEPT = re.compile(r"\$\([^)]*\)|“[^“”]*”|https://\S+(?<![,.;:!?])")


def check_mending(text: str) -> None:
    files = in_article(f"Rồi {text}")
    if ARTICLE in checked(files).dataset.unread:
        return
    mending = mend(files)
    after = {**files, **mending.files}
    then, now = files[ARTICLE].decode(), after[ARTICLE].decode()
    assert re.findall(r"\d", now) == re.findall(r"\d", then)
    assert re.findall(r"\$\([^)]*\)", now) == re.findall(r"\$\([^)]*\)", then)
    if '"' not in text:
        assert KEPT.findall(now) == KEPT.findall(then)
    assert ARTICLE not in mending.left
    assert mend(after).files == {}
    assert read_source(ARTICLE, after[ARTICLE]).problems == read_source(ARTICLE, files[ARTICLE]).problems


@settings(max_examples=15, derandomize=True)
@given(TEXTS)
def test_a_text_keeps_its_digits_references_and_quotations_and_is_mended_once(text: str) -> None:
    check_mending(text)


@pytest.mark.slow
@settings(max_examples=150, derandomize=True)
@given(TEXTS)
def test_any_text_keeps_its_digits_references_and_quotations_and_is_mended_once(text: str) -> None:
    check_mending(text)
