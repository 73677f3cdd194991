"""Proofs: made of what is not public, told where there is none, and never in the site."""

from __future__ import annotations

from datetime import timedelta
from pathlib import Path

import pytest

from bantin import proving
from bantin.problems import Severity
from bantin.way import prove
from tests.documents import info_of
from tests.golden.cases import Case
from tests.way.test_not_public import CANARY, DUE, project

NAME = f"a-{CANARY}"
NOW = DUE - timedelta(days=1)


@pytest.fixture
def drafted(example: Case, tmp_path: Path) -> Path:
    """The example with a draft beside its articles, and without the setting."""
    settings = project(example, tmp_path, "draft") / "data" / "site.yml"
    settings.write_text(settings.read_text("utf-8").replace("pdf: yes", "pdf: no"), "utf-8")
    return tmp_path


def rules(folder: Path, asked: str, out: Path | None = None) -> list[str]:
    proved = prove(folder, asked, now=NOW, out=out)
    assert proved.file is None and not proved.unknown
    return [one.rule for one in proved.problems if one.severity is Severity.ERROR]


@pytest.mark.parametrize(
    "asked",
    [NAME, "data/articles/2026/canary.yml", f"/tin/2026/11/{CANARY}/", f"m-{CANARY}", f"r-{CANARY}"],
)
def test_a_draft_is_set_by_its_id_file_or_address_or_what_it_tells_of(
    drafted: Path, tmp_path: Path, asked: str
) -> None:
    proved = prove(drafted, asked, now=NOW)
    assert proved.file == drafted / "build" / "proofs" / f"{NAME}.pdf"
    data = proved.file.read_bytes()
    assert b"/Alt<FEFF" in data, "its photo is there"
    assert prove(drafted, asked, now=NOW, out=tmp_path / "a" / "b.pdf").file == tmp_path / "a" / "b.pdf"
    assert (tmp_path / "a" / "b.pdf").read_bytes() == data
    assert prove(drafted, asked, now=NOW + timedelta(minutes=1)).file and proved.file.read_bytes() != data
    assert not (drafted / "site").exists()


@pytest.mark.slow
def test_a_proof_says_when_it_was_made_and_when_the_article_is_due(drafted: Path, tmp_path: Path) -> None:
    from tests.documents import text_of

    proved = prove(drafted, NAME, now=NOW)
    assert proved.file
    text = " ".join(text_of(proved.file.read_bytes()).split())
    assert "BẢN THẢO – CHƯA CÔNG BỐ. Dựng lúc 07:30 ngày 23/12/2026. Bản này" in text
    for record in (drafted / "data").rglob("canary.yml"):
        told = record.read_text("utf-8").replace("status: draft", "status: ready")
        told = told.replace(
            "published_on: 21/11/2026", "publish_at: 24/12/2026 07:30\npublished_on: 24/12/2026"
        )
        record.write_text(told, "utf-8")
    proved = prove(drafted, NAME, now=NOW)
    assert proved.file, proved.problems
    text = " ".join(text_of(proved.file.read_bytes()).split())
    assert "Dựng lúc 07:30 ngày 23/12/2026; dự kiến công bố 07:30 ngày 24/12/2026" in text
    assert "yes" in info_of(proved.file.read_bytes(), tmp_path)


def test_what_is_public_and_what_is_no_article_has_no_proof(drafted: Path) -> None:
    assert rules(drafted, "tin-phien-thuong-ky-2024-11") == ["no-proof"]
    for record in (drafted / "data" / "articles").rglob("canary.yml"):
        record.write_text(record.read_text("utf-8").replace(f"m-{CANARY}, ", ""), "utf-8")
    assert rules(drafted, f"m-{CANARY}") == ["no-proof"]
    assert not (drafted / "build" / "proofs").exists()


def test_a_name_that_no_record_has_is_told_with_those_like_it(drafted: Path) -> None:
    proved = prove(drafted, f"a-{CANARY}s", now=NOW)
    assert proved.unknown and proved.file is None
    assert NAME in proved.nearest


@pytest.mark.parametrize("place", ["site", "build/releases", "build/pages"])
def test_a_proof_is_not_written_where_readers_get_their_pages_from(drafted: Path, place: str) -> None:
    assert rules(drafted, NAME, drafted / place / "x" / "a.pdf") == ["proof-in-site"]
    assert not (drafted / place).exists()


def test_a_proof_takes_no_place_of_a_record_nor_lies_in_a_published_folder(
    drafted: Path, tmp_path: Path
) -> None:
    record = drafted / "data" / "site.yml"
    before = record.read_bytes()
    assert rules(drafted, NAME, record) == ["not-our-file"]
    assert rules(drafted, NAME, drafted / "content" / "a.pdf") == ["not-our-file"]
    assert record.read_bytes() == before
    (tmp_path / "trang").mkdir()
    (tmp_path / "trang" / ".bantin-release.json").write_text("{}", "utf-8")
    assert rules(drafted, NAME, tmp_path / "trang" / "x" / "a.pdf") == ["proof-in-site"]


def test_errors_of_the_project_come_first(drafted: Path) -> None:
    (drafted / "data" / "articles" / "2026" / "b.yml").write_text("format: 1\nid: b\n", "utf-8")
    assert "missing-field" in rules(drafted, NAME)
    assert not (drafted / "build" / "proofs").exists()


def test_a_fault_of_the_article_itself_is_told_in_place_of_an_unknown_name(drafted: Path) -> None:
    [record] = (drafted / "data" / "articles").rglob("canary.yml")
    text = record.read_text("utf-8")
    record.write_text(text.replace("published_on: 21/11/2026\n", ""), "utf-8")
    assert "published_on" in text and "missing-field" in rules(drafted, NAME)


def test_typst_that_is_not_there_and_a_folder_that_is_closed_are_told(
    drafted: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    (tmp_path / "file").write_text("", "utf-8")
    assert rules(drafted, NAME, tmp_path / "file" / "a.pdf") == ["cannot-write"]
    monkeypatch.setattr(proving, "is_installed", lambda: False)
    assert rules(drafted, NAME) == ["no-typst"]
