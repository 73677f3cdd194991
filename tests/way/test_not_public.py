"""What is not public leaves no byte in a release: drafts, what is due later, and their photos."""

from __future__ import annotations

import gzip
import io
import json
import math
import re
import shutil
import zipfile
from collections.abc import Iterator
from datetime import timedelta
from pathlib import Path

import pytest
from PIL import Image

from bantin.built import Built
from bantin.language import parse_iso_instant
from bantin.problems import Silence
from bantin.way import build
from tests.documents import text_of
from tests.golden.cases import Case, cases

pytestmark = pytest.mark.slow

CANARY = "chim-hoang-yen"
WORDS = "chim hoàng yến"
DUE = parse_iso_instant("2026-12-24T07:30+07:00")


def records(status: str) -> dict[str, str]:
    """A meeting, a result and an article that all say the canary, with a status of their own."""
    head = f"format: 1\nstatus: {status}\n"
    return {
        "data/meetings/2026/canary.yml": head
        + f"id: m-{CANARY}\nstate: held\nbody: o-{CANARY}\nsession:\n  kinds:\n    - noun: {WORDS}\n"
        f"when:\n  first_day: 20/11/2026\nplace: {WORDS}\nagenda:\n  - {WORDS}\n"
        f"chairs:\n  - person: p-{CANARY}\n    title: {WORDS} trưởng\n"
        f"documents:\n  - id: van-ban\n    kind: thông báo\n    title: {WORDS}\n    relation: adopted\n"
        f"    file: van-ban/{CANARY}.pdf\n"
        f"attendees:\n  - group: {WORDS}\nacts:\n  - force: decided\n    text: {WORDS}\n",
        "data/results/2026/canary.yml": head
        + f"id: r-{CANARY}\norganisation: o-{CANARY}\nperiod: tháng 10/2026\nobservations:\n"
        f"  - name: {CANARY}\n    indicator: i-{CANARY}\n    actual: 987654\n    note: {WORDS}\n",
        "data/articles/2026/canary.yml": head
        + f"id: a-{CANARY}\naddress: tin/2026/11/{CANARY}\npublished_on: 21/11/2026\n"
        f"covers: [m-{CANARY}, r-{CANARY}]\nheadline: {WORDS}\nlead: {WORDS} $({CANARY})\n"
        f"byline: [{WORDS}]\nphotos:\n  - id: anh\n    file: anh/{CANARY}.png\n    caption: {WORDS}\n"
        f"    alt: {WORDS} ngồi\n    credit: {WORDS}\nbody:\n  - photo: anh\n  - text: {WORDS}\n",
    }


REGISTERS = {
    "organisations": f"  - id: o-{CANARY}\n    name: Hội {WORDS}\n    kind: party_committee\n",
    "people": f"  - id: p-{CANARY}\n    name: Bà {WORDS.title()}\n    positions:\n"
    f"      - title: {WORDS} trưởng\n        organisation: o-{CANARY}\n",
    "indicators": f"  - id: i-{CANARY}\n    label: Số {WORDS}\n    subject: to-chuc\n    unit: {WORDS}\n"
    f"    verb: nuôi\n    stock: yes\n    definition: Số {WORDS} trong lồng.\n",
}
"""Entries that only the canary's records use."""

COLOUR = (12, 200, 99)


def photo() -> bytes:
    target = io.BytesIO()
    Image.new("RGB", (64, 48), COLOUR).save(target, "PNG")
    return target.getvalue()


def is_of_the_canary(data: bytes) -> bool:
    """Whether a picture has the colour that only the canary's photo has."""
    with Image.open(io.BytesIO(data)) as image:
        data = image.convert("RGB").resize((32, 32), Image.Resampling.NEAREST).tobytes()
    return any(
        math.dist(colour, COLOUR) < 20 for colour in zip(data[::3], data[1::3], data[2::3], strict=True)
    )


def project(case: Case, folder: Path, status: str) -> Path:
    case.published_from(folder)
    for name, text in records(status).items():
        (folder / name).parent.mkdir(parents=True, exist_ok=True)
        (folder / name).write_text(text, "utf-8")
    for name, entry in REGISTERS.items():
        path = folder / "data" / f"{name}.yml"
        path.write_text(path.read_text("utf-8").rstrip("\n") + "\n" + entry, "utf-8")
    for kind, data in (("anh", photo()), ("van-ban", f"%PDF-1.4\n% {WORDS}\n%%EOF\n".encode())):
        (folder / "content" / kind).mkdir()
        ending = "png" if kind == "anh" else "pdf"
        (folder / "content" / kind / f"{CANARY}.{ending}").write_bytes(data)
    return folder


def published(outcome: Built) -> str:
    """Every path and every byte of a release, the composed pages included, unpacked; and its pictures."""
    assert outcome.site is not None, outcome.problems
    release = outcome.site.resolve().parent
    told = [path.relative_to(release).as_posix().encode() for path in sorted(release.rglob("*"))]
    for path in sorted(release.rglob("*")):
        if path.is_file():
            told += unpacked(path.name, path.read_bytes())
    return b"\n".join(told).decode("utf-8", "replace")


def unpacked(name: str, data: bytes) -> Iterator[bytes]:
    """The file and what is inside it; its lines as one where a format breaks them; a picture's canary."""
    yield data
    if name.endswith((".zip", ".xlsx")):
        with zipfile.ZipFile(io.BytesIO(data)) as archive:
            for member in archive.namelist():
                yield member.encode()
                yield from unpacked(member, archive.read(member))
    elif name.endswith(".pdf") and data.startswith(b"%PDF-1.7"):
        yield text_of(data).encode()
        for picture in re.findall(rb"stream\n(\xff\xd8\xff.*?)\nendstream", data, re.DOTALL):
            yield from unpacked("in.jpg", picture)
    elif name.endswith(".gz"):
        yield gzip.decompress(data)
    elif name.endswith(".ics"):
        yield re.sub(rb"\r\n[ \t]", b"", data)
    elif name.endswith(".json"):
        yield json.dumps(json.loads(data), ensure_ascii=False).encode()
    elif name.endswith((".png", ".jpg", ".webp")) and is_of_the_canary(data):
        yield f"[{CANARY}]".encode()


def test_a_ready_record_is_published(example: Case, tmp_path: Path) -> None:
    outcome = build(project(example, tmp_path, "ready"), now=DUE, report=Silence())
    text = published(outcome)
    for name in ("nguon-tin/tat-ca.xml", "nguon-tin/tat-ca-rss.xml", "nguon-tin/tat-ca.json", "lich-hop.ics"):
        assert WORDS in b"".join(unpacked(name, site_of(outcome)[name])).decode().lower(), name
    assert f"/tin/2026/11/{CANARY}/<" in site_of(outcome)["sitemap.xml"].decode()
    assert outcome.site
    document = (outcome.site / "tin" / "2026" / "11" / CANARY / f"{CANARY}.pdf").read_bytes()
    inside = b"\n".join(list(unpacked("a.pdf", document))[1:]).decode("utf-8", "replace")
    assert f"[{CANARY}]" in inside and "987.654" in inside and WORDS in inside.lower()
    assert f"anh/{CANARY}-png-64.webp" in text
    assert "987.654" in text
    assert f"[{CANARY}]" in text and f"van-ban/{CANARY}.pdf" in text and f"Hội {WORDS}" in text


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


def site_of(outcome: Built) -> dict[str, bytes]:
    """Every file of a finished site by its path."""
    assert outcome.site is not None, outcome.problems
    site = outcome.site.resolve()
    return {
        path.relative_to(site).as_posix(): path.read_bytes() for path in site.rglob("*") if path.is_file()
    }


RECORDS = ("articles", "meetings", "results", "corrections")
STATUSES = {"draft": "status: draft", "due-later": "status: ready\npublish_at: 24/12/2046 07:30"}


@pytest.mark.parametrize("name", ["dinh-chinh", "ky-hop-hdnd", "phien-btv", "quy-chin-thang"])
def test_a_site_with_what_is_not_public_is_byte_for_byte_the_site_without_it(
    name: str, tmp_path: Path
) -> None:
    """Pages, files beside them, photos, attachments, search: nothing in them is of such a record."""
    case = next(case for case in cases() if case.name == name)
    without = case.copied_to(tmp_path / "without")
    for kind in RECORDS:
        shutil.rmtree(without / "data" / kind, ignore_errors=True)
    expected = site_of(build(without, now=case.now, report=Silence()))
    for key, status in STATUSES.items():
        folder = case.copied_to(tmp_path / key)
        shutil.rmtree(folder / "data" / "corrections", ignore_errors=True)  # they are of what is public
        for path in (folder / "data").rglob("*.yml"):
            text = path.read_text("utf-8")
            path.write_text(text.replace("status: ready", status), "utf-8")
        found = site_of(build(folder, now=case.now, report=Silence()))
        assert sorted(found) == sorted(expected)
        assert {path for path in found if found[path] != expected[path]} == set()
