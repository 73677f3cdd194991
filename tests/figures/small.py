"""A project of one body and one year (and, where asked for, the year before), to say figures of."""

from __future__ import annotations

from datetime import datetime
from textwrap import dedent, indent

from bantin.compose import compose
from bantin.compose.said import Bulletins
from bantin.dataset import Dataset
from bantin.figures import Figures, compute
from bantin.language import HO_CHI_MINH
from tests.dataset.projects import Files, checked

NOW = datetime(2026, 12, 1, tzinfo=HO_CHI_MINH)

_REGISTERS = {
    "data/site.yml": """
        format: 1
        title: Bản tin thử
        publisher: {name: Huyện ủy}
        description: Dữ liệu thử.
        licence: {text: Thử, address: 'https://example.org/'}
        house_style: {zero_padding: ZERO}
        """,
    "data/people.yml": "format: 1\npeople: []\n",
    "data/organisations.yml": """
        format: 1
        organisations:
          - {id: huyen-uy, name: Huyện ủy, kind: party_committee}
          - {id: ubkt, name: Ủy ban kiểm tra Huyện ủy, short_name: Ủy ban kiểm tra, kind: agency}
        """,
    "data/indicators.yml": """
        format: 1
        subjects:
          - {id: chung, label: Kết quả}
        classifications:
          - {id: hinh-thuc, label: hình thức, discipline_of: full_member}
          - id: loai
            label: loại
            classes: [{id: dang-bo, label: đảng bộ}, {id: chi-bo, label: chi bộ}]
        indicators:
          - id: ky-luat
            {label: Đảng viên bị kỷ luật, subject: chung, unit: đảng viên, verb: kỷ luật,
             object: full_member, breakdowns: [hinh-thuc, loai]}
          - id: kiem-tra
            {label: Tổ chức được kiểm tra, subject: chung, unit: tổ chức đảng, unit_short: tổ chức,
             verb: kiểm tra, breakdowns: [loai]}
          - id: giam-sat
            {label: Đảng viên được giám sát, subject: chung, unit: đảng viên, verb: kiểm tra}
          - id: ty-le
            {label: Tỷ lệ đúng hạn, subject: chung, unit: số đơn, verb: được giải quyết đúng hạn,
             number: percent}
          - id: von
            {label: Vốn, subject: chung, unit: tỷ đồng, verb: giải ngân, number: decimal}
          - id: dang-vien
            {label: Đảng viên, subject: chung, unit: đảng viên, verb: có, stock: yes}
        """,
}


def small(
    now: str,
    before: str = "",
    text: str = "",
    zero: str = "no",
    period: str = "năm 2025",
    lead: str = "Nhìn lại kết quả.",
) -> Files:
    """A project whose results hold the observations ``now``, and those of the year before ``before``.

    text: what the article says beside them; lead: "" where the program composes it.
    """
    files = {name: _yaml(content.replace("ZERO", zero)) for name, content in _REGISTERS.items()}
    files["data/results/now.yml"] = _result("now", period, now)
    if before:
        files["data/results/before.yml"] = _result("before", "năm 2024", before)
    article = """
        format: 1
        id: tin
        status: ready
        address: tin/2025/12/tin
        published_on: 01/06/2026
        covers: [now]
        lead: LEAD
        """
    said = f"body:\n  - text: >-\n      {text}\n" if text else ""
    files["data/articles/tin.yml"] = _yaml(article.replace("LEAD", lead)) + said.encode()
    return files


def _result(name: str, period: str, observations: str) -> bytes:
    head = f"format: 1\nid: {name}\nstatus: ready\norganisation: huyen-uy\nperiod: {period}\nobservations:\n"
    return (head + indent(dedent(observations).strip("\n"), "  ") + "\n").encode()


def _yaml(text: str) -> bytes:
    """The text without its indentation; braces may stand on the lines below their dash."""
    lines = dedent(text).strip("\n").split("\n")
    joined: list[str] = []
    for line in lines:
        if line.strip().startswith("{") and joined[-1].lstrip().startswith("- id: "):
            head, name = joined.pop().split("- id: ")
            joined.append(f"{head}- {{id: {name}, {line.strip()[1:]}")
        else:
            joined.append(line)
    return ("\n".join(joined) + "\n").encode()


def good(files: Files) -> Dataset:
    """The dataset of files that have no problem."""
    seen = checked(files)
    assert seen.problems == (), seen.text()
    return seen.dataset


def figures(now: str, before: str = "", period: str = "năm 2025") -> dict[str, Figures]:
    """The figures of ``now`` by their names."""
    return compute(good(small(now, before, period=period)))["now"]


def bulletin(name: str, body: str, year: int, indicator: str = "ky-luat", period: str = "") -> Files:
    """The results of a body in a year, and the article that tells of them."""
    article = f"""
        format: 1
        id: tin-{name}
        status: ready
        address: tin/{year + 1}/01/{name}
        published_on: 15/01/{year + 1}
        covers: [{name}]
        headline: Nhìn lại kết quả
        lead: Nhìn lại kết quả.
        """
    result = f"""
        format: 1
        id: {name}
        status: ready
        organisation: {body}
        period: {period or f"năm {year}"}
        observations:
          - {{name: so-{year}, indicator: {indicator}, actor: {body}, actual: {year - 2000}}}
        """
    return {
        f"data/articles/{name}.yml": dedent(article).strip().encode() + b"\n",
        f"data/results/{name}.yml": dedent(result).strip().encode() + b"\n",
    }


def composed(files: Files) -> Bulletins:
    """Everything said of files that have no problem."""
    return compose(good(files).public(NOW), NOW, {}, {})
