"""Officialese: words that offices pile up and newspapers leave out, each with what says the same."""

from __future__ import annotations

import re
from collections.abc import Iterator

from bantin.dataset.dataset import Dataset
from bantin.dataset.house_style.slips import Slip, house_rule
from bantin.dataset.passages import Passage
from bantin.problems import Message, Severity, say

PLAINER = {
    "trên cơ sở": "theo, dựa vào, từ",
    "nhằm mục đích": "nhằm, để",
    "với mục đích": "để",
    "có chiều hướng": "đang",
    "đã được tiến hành": "đã làm, đã diễn ra",
    "được tiến hành": "được làm, diễn ra",
    "tổ chức triển khai thực hiện": "thực hiện",
    "triển khai thực hiện": "thực hiện",
    "công tác tổ chức thực hiện": "việc thực hiện",
    "công tác triển khai": "việc triển khai",
    "công tác phối hợp": "việc phối hợp",
    "trong thời gian vừa qua": "vừa qua",
    "trong giai đoạn hiện nay": "hiện nay",
    "trong quá trình thực hiện": "khi thực hiện",
    "hết sức quan trọng": "rất quan trọng",
    "góp phần quan trọng vào việc": "giúp",
    "một cách có hiệu quả": "có hiệu quả",
}
"""What is written → what says the same."""

_PILED = re.compile(
    r"(?:" + "|".join(sorted(PLAINER, key=len, reverse=True)).replace(" ", r"\s+") + r")(?!\w)"
)
_CARRYING_OUT = re.compile(
    r"tiến\s+hành(?=\s+(?!các|những|một|nhiều|mọi|từng|cuộc|việc)[^\W\d_])(?<!được tiến hành)"
)
_WORK_ON_WORK = re.compile(r"công\s+tác(?:\s+\w+){1,4}?,?\s+công\s+tác(?!\w)")


@house_rule(Severity.HINT)
def officialese(passage: Passage, _: Dataset) -> Iterator[Slip]:
    """Plain words stand where offices pile them up; what people said is left as they said it."""
    small = passage.plain.lower()
    if passage.is_spoken or not passage.is_prose or len(small) != len(passage.plain):
        return
    for found in _found(_PILED, small):
        plainer = PLAINER[" ".join(found[0].split())]
        yield _hint(passage, found, say("write “{plainer}”", plainer=plainer))
    if "tiến" in small:
        for found in _found(_CARRYING_OUT, small):
            yield _hint(passage, found, say("write the verb alone: “kiểm tra”, not “tiến hành kiểm tra”"))
    if small.count("công") > 1:
        for found in _found(_WORK_ON_WORK, small):
            yield _hint(passage, found, say("name the work once, or write “việc”"))


def _found(pattern: re.Pattern[str], text: str) -> Iterator[re.Match[str]]:
    """Where the pattern stands at the beginning of a word."""
    return (
        found for found in pattern.finditer(text) if not text[found.start() - 1 : found.start()].isalnum()
    )


def _hint(passage: Passage, found: re.Match[str], remedy: Message) -> Slip:
    words = " ".join(passage.plain[found.start() : found.end()].split())
    return Slip(found.start(), len(found[0]), say("“{words}” is officialese", words=words), remedy=remedy)
