"""What is not public leaves no byte in a release: drafts, what is due later, and their photos."""

from __future__ import annotations

import io
from datetime import timedelta
from pathlib import Path

import pytest
from PIL import Image

from bantin.language import parse_iso_instant
from bantin.problems import Silence
from bantin.way import Built, build
from tests.golden.cases import Case

pytestmark = pytest.mark.slow

CANARY = "chim-hoang-yen"
WORDS = "chim hoàng yến"
DUE = parse_iso_instant("2026-12-24T07:30+07:00")


def records(status: str) -> dict[str, str]:
    """A meeting, a result and an article that all say the canary, with a status of their own."""
    head = f"format: 1\nstatus: {status}\n"
    return {
        "data/meetings/2026/canary.yml": head
        + f"id: m-{CANARY}\nstate: held\nbody: dang-uy-khoi\nsession:\n  kinds:\n    - noun: {WORDS}\n"
        f"when:\n  first_day: 20/11/2026\nplace: {WORDS}\nagenda:\n  - {WORDS}\n"
        f"attendees:\n  - group: {WORDS}\nacts:\n  - force: decided\n    text: {WORDS}\n",
        "data/results/2026/canary.yml": head
        + f"id: r-{CANARY}\norganisation: dang-uy-khoi\nperiod: tháng 10/2026\nobservations:\n"
        f"  - name: {CANARY}\n    indicator: dang-vien\n    actual: 987654\n    note: {WORDS}\n",
        "data/articles/2026/canary.yml": head
        + f"id: a-{CANARY}\naddress: tin/2026/11/{CANARY}\npublished_on: 21/11/2026\n"
        f"covers: [m-{CANARY}, r-{CANARY}]\nheadline: {WORDS}\nlead: {WORDS} $({CANARY})\n"
        f"byline: [{WORDS}]\nphotos:\n  - id: anh\n    file: anh/{CANARY}.png\n    caption: {WORDS}\n"
        f"    alt: {WORDS} ngồi\n    credit: {WORDS}\nbody:\n  - photo: anh\n  - text: {WORDS}\n",
    }


def photo() -> bytes:
    target = io.BytesIO()
    Image.new("RGB", (64, 48), (12, 200, 99)).save(target, "PNG")
    return target.getvalue()


def project(case: Case, folder: Path, status: str) -> Path:
    case.copied_to(folder)
    for name, text in records(status).items():
        (folder / name).parent.mkdir(parents=True, exist_ok=True)
        (folder / name).write_text(text, "utf-8")
    (folder / "content" / "anh").mkdir()
    (folder / "content" / "anh" / f"{CANARY}.png").write_bytes(photo())
    return folder


def published(outcome: Built) -> str:
    """Every path and every byte of a release, the composed pages included."""
    assert outcome.site is not None, outcome.problems
    release = outcome.site.resolve().parent
    told = [path.relative_to(release).as_posix().encode() for path in sorted(release.rglob("*"))]
    told += [path.read_bytes() for path in sorted(release.rglob("*")) if path.is_file()]
    return b"\n".join(told).decode("utf-8", "replace")


def test_a_ready_record_is_published(example: Case, tmp_path: Path) -> None:
    text = published(build(project(example, tmp_path, "ready"), now=DUE, report=Silence()))
    assert f"anh/{CANARY}-png-64.webp" in text
    assert "987.654" in text


@pytest.mark.parametrize("status", ["draft", "withdrawn"])
def test_a_draft_leaves_no_byte(example: Case, tmp_path: Path, status: str) -> None:
    text = published(build(project(example, tmp_path, status), now=DUE, report=Silence()))
    assert CANARY not in text and WORDS not in text.lower()
    assert "987.654" not in text and "987654" not in text


def test_what_is_due_later_leaves_no_byte_before_and_comes_to_the_minute(
    example: Case, tmp_path: Path
) -> None:
    status = "ready\npublish_at: 24/12/2026 07:30"
    folder = project(example, tmp_path, status)
    before = build(folder, now=DUE - timedelta(minutes=1), report=Silence())
    text = published(before)
    assert CANARY not in text and WORDS not in text.lower()
    assert before.next_due == DUE
    after = build(folder, now=DUE, report=Silence())
    assert CANARY in published(after)
    assert after.next_due is None


def test_an_article_is_not_public_before_its_first_day(example: Case, tmp_path: Path) -> None:
    folder = project(example, tmp_path, "ready")
    eve = parse_iso_instant("2026-11-20T23:59+07:00")
    before = build(folder, now=eve, report=Silence())
    text = published(before)
    assert CANARY not in text and WORDS not in text.lower()
    assert before.next_due == eve + timedelta(minutes=1)
