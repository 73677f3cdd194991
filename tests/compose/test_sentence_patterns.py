"""No sentence pattern three times in a row in what the program composes.

The pattern of a sentence is what is left of it when everything is masked that comes from records: how it
begins (with its period, with a linking word, with its subject), who acts, the verb, the amounts, and what
is said of their change, of the plan and of their parts, in order.
"""

from __future__ import annotations

import re
from itertools import pairwise

import pytest

from bantin.compose.said import Article, FigureMention, Paragraph, Prose, plain
from tests.dataset.projects import EXAMPLE, NAMES, files_of
from tests.figures.small import composed, good, small

_MASKS = (
    (r"\((?!tăng|giảm|không thay đổi)[^()#]*\)", "(NOTE)"),
    (r"so với [^,.;]*", "COMPARED"),
    (r"(?:tăng|giảm) ", "MOVED "),
    (r"không thay đổi", "MOVED"),
    (r"(?:tháng|quý|năm|nhiệm kỳ|giai đoạn) [^ ,.;]+", "PERIOD"),
    (r"\d+ tháng (?:đầu|cuối) PERIOD", "PERIOD"),
)


def sentences(prose: Prose) -> list[str]:
    """The sentences of a paragraph, figures as #."""
    text = plain(tuple("#" if isinstance(piece, FigureMention) else piece for piece in prose))
    return [sentence for sentence in re.split(r"(?<=[.…]) (?=[A-ZĐÀ-Ỹ#])", text) if sentence]


def pattern(sentence: str, names: dict[str, str]) -> str:
    """The sentence with all that comes from records masked."""
    for expression, mask in _MASKS:
        sentence = re.sub(expression, mask, sentence)
    for name, mask in names.items():
        sentence = re.sub(rf"(?<!\w){re.escape(name)}(?!\w)", mask, sentence, flags=re.IGNORECASE)
    return re.sub(r"(#(?: [^ ,.;]+)*?)(?:,| và) #", r"\1 #", sentence)


def threefold(patterns: list[str]) -> list[str]:
    """The patterns that stand three times in a row."""
    pairs = list(pairwise(patterns))
    return [one for (one, two), (_, three) in pairwise(pairs) if one and one == two == three]


def masks(files: dict[str, bytes]) -> dict[str, str]:
    dataset = good(files)
    names: dict[str, str] = {}
    for organisation in dataset.organisations:
        names |= {organisation.name: "ACTOR", organisation.short_name or organisation.name: "ACTOR"}
    for indicator in dataset.indicators:
        names |= {indicator.unit: "UNIT", indicator.unit_short or indicator.unit: "UNIT"}
        names |= {indicator.verb: "VERB"}
    return dict(sorted(names.items(), key=lambda pair: -len(pair[0])))


def sentences_of(article: Article) -> list[str]:
    paragraphs = [block for block in article.body if isinstance(block, Paragraph)]
    return [sentence for block in paragraphs for sentence in sentences(block.prose)]


def patterns_of(article: Article, files: dict[str, bytes]) -> list[str]:
    names = masks(files)
    return [pattern(sentence, names) for sentence in sentences_of(article)]


def compared(article: Article) -> list[str]:
    """With what its figures are compared, sentence by sentence; "" where they are not."""
    found = [re.search(r"so với [^,.;]*", sentence) for sentence in sentences_of(article)]
    return [match[0] if match else "" for match in found]


@pytest.mark.parametrize("name", NAMES)
def test_no_pattern_stands_three_times_in_a_row(name: str) -> None:
    files = files_of(name)
    for article in composed(files).articles:
        assert threefold(patterns_of(article, files)) == []
        assert threefold(compared(article)) == []


def many(count: int, change: str = "", actors: tuple[str, ...] = ("ubkt", "huyen-uy")) -> dict[str, bytes]:
    """A year told by nothing but figures of one kind, with actors that alternate."""
    lines = [
        f"- {{name: x{at}, indicator: {'kiem-tra' if at % 3 else 'ky-luat'}, "
        f"actor: {actors[at % len(actors)]}, "
        f"scope: khu vực {chr(ord('A') + at)}, actual: {10 + at}{change}}}"
        for at in range(count)
    ]
    return small("\n".join(lines))


@pytest.mark.parametrize("change", ["", ", change: +2", ", change: 0"])
def test_not_even_in_a_long_list_of_like_figures(change: str) -> None:
    files = many(12, change)
    [article] = composed(files).articles
    found = patterns_of(article, files)
    assert len(found) == 12
    assert threefold(found) == []
    assert threefold(compared(article)) == []
    assert any(compared(article)) == bool(change)


@pytest.mark.parametrize("change", ["", ", change: +2", ", change: 0", ", plan: 9"])
def test_nor_where_one_body_did_it_all(change: str) -> None:
    files = many(12, change, ("ubkt",))
    [article] = composed(files).articles
    assert threefold(patterns_of(article, files)) == []
    assert threefold(compared(article)) == []
    assert len({sentence.split(" đã ")[0] for sentence in sentences_of(article)}) > 2


def test_a_pattern_masks_what_records_say_and_nothing_else() -> None:
    names = masks(files_of(EXAMPLE))
    one = "Trong năm 2019, UBKT hai cấp đã kiểm tra, giám sát # tổ chức đảng, tăng # tổ chức so với năm 2018."
    other = "Trong năm 2023, Đảng ủy Khối đã thi hành kỷ luật # đảng viên, giảm # đảng viên so với năm 2022."
    assert (
        pattern(one, names)
        == pattern(other, names)
        == "Trong PERIOD, ACTOR đã VERB # UNIT, MOVED # UNIT COMPARED."
    )
    assert pattern(one.removeprefix("Trong năm 2019, "), names) != pattern(one, names)


def test_three_in_a_row_are_seen() -> None:
    assert threefold(["a", "b", "b", "b", "a"]) == ["b"]
    assert threefold(["a", "a", "b", "a"]) == threefold(["a", "a"]) == threefold(["", "", ""]) == []
