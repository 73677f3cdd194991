"""Files that are attached: what they are, how large, and that pictures among them tell nothing of anybody."""

from __future__ import annotations

import io
from typing import Any

import pytest
from PIL import Image

from bantin.dataset import load
from bantin.dataset.attachments import published_bytes, read_attachments
from bantin.dataset.stripping import stripped
from bantin.language import format_file_size
from tests.dataset.projects import changed, files_of
from tests.way.drawn import ORIENTATION, SECRET, photo

SESSION = "data/meetings/2024/ky-hop-thu-15.yml"


def attached(file: str, data: bytes) -> tuple[list[tuple[str, str, int]], list[str]]:
    number = "    number: 61/NQ-HĐND\n"
    files = changed(files_of("ky-hop-hdnd"), SESSION, number, f"{number}    file: {file}\n")
    found, problems = read_attachments(load(files).dataset, {file: data})
    where = [f"{one.rule} {one.location.file}:{one.location.line}" for one in problems]
    return [(one.file, one.kind, one.size) for one in found.values()], where


@pytest.mark.parametrize(
    ("file", "data", "kind"),
    [
        ("van-ban/nq.pdf", b"%PDF-1.7 ...", "PDF"),
        ("van-ban/nq.PDF", b"%PDF-1.7 ...", "PDF"),
        ("van-ban/nq.docx", b"PK\x03\x04...", "DOCX"),
    ],
)
def test_a_file_is_told_with_kind_and_size_and_stays_as_it_is(file: str, data: bytes, kind: str) -> None:
    assert attached(file, data) == ([(file, kind, len(data))], [])
    assert published_bytes({file: data}, file) == data


@pytest.mark.parametrize(
    ("file", "data"),
    [
        ("van-ban/nq.pdf", b""),
        ("van-ban/nq.pdf", b"PK\x03\x04 a document that was only renamed"),
        ("van-ban/nq.docx", b"\xd0\xcf\x11\xe0 an old document that was only renamed"),
        ("van-ban/nq.png", b"\x89PNG\r\n\x1a\n\0\0\0\x0dIHDR"),
        ("van-ban/nq.jpg", photo((80, 60))[:500]),
        ("van-ban/nq.webp", photo((80, 60), "WEBP")[:200]),
    ],
)
def test_a_file_that_is_not_what_its_name_says_is_told_at_its_line(file: str, data: bytes) -> None:
    assert attached(file, data) == ([], [f"broken-attachment {SESSION}:74"])


@pytest.mark.parametrize("kind", ["JPEG", "PNG", "WEBP"])
@pytest.mark.parametrize("orientation", [1, 6])
def test_a_picture_loses_what_the_camera_told_and_no_point_of_itself(kind: str, orientation: int) -> None:
    told: dict[str, dict[str, Any]] = {"JPEG": {"comment": SECRET}, "WEBP": {"xmp": SECRET.encode()}}
    data = photo((321, 123), kind, orientation, **told.get(kind, {}))
    clean = stripped(data)
    assert SECRET.encode() in data and SECRET.encode() not in clean
    before, after = Image.open(io.BytesIO(data)), Image.open(io.BytesIO(clean))
    assert before.tobytes() == after.tobytes()
    assert dict(after.getexif()) == ({ORIENTATION: 6} if orientation == 6 else {})
    assert stripped(clean) == clean


def test_the_colours_of_a_picture_stay_and_what_stands_behind_it_goes() -> None:
    data = photo((80, 60), "JPEG", icc_profile=b"colours" * 9) + b"a film " + SECRET.encode()
    clean = stripped(data)
    assert Image.open(io.BytesIO(clean)).info["icc_profile"] == b"colours" * 9
    assert clean.endswith(b"\xff\xd9")


@pytest.mark.parametrize(
    ("size", "said"),
    [
        (1, "1 KB"),
        (999, "1 KB"),
        (4_001, "5 KB"),
        (999_000, "999 KB"),
        (999_001, "1 MB"),
        (1_180_000, "1,2 MB"),
        (30_000_000, "30 MB"),
    ],
)
def test_a_size_is_said_as_a_reader_weighs_it(size: int, said: str) -> None:
    assert format_file_size(size) == said
