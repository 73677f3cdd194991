"""Documents of the golden cases, and what Debian's poppler reads in them."""

from __future__ import annotations

import subprocess
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path

from bantin.checking import Checked, check
from bantin.compose.said import Article, Bulletins
from bantin.documenting import Press
from bantin.outputs.documents import Document, Proof, documented
from tests.golden.cases import Case, cases


@dataclass(frozen=True)
class Printed:
    """A bulletin of a golden case, what the typesetter was given of it, and the PDF."""

    name: str
    article: Article
    document: Document
    data: bytes


def with_documents(case: Case, folder: Path) -> Path:
    """A golden case as a project of its own in an empty folder, whose settings ask for documents."""
    folder.mkdir(parents=True, exist_ok=True)
    settings = case.copied_to(folder) / "data" / "site.yml"
    text = settings.read_text("utf-8")
    if "documents:" not in text:
        settings.write_text(f"{text}\ndocuments:\n  pdf: yes\n", "utf-8")
    return folder


def composed(case: Case, folder: Path) -> tuple[Checked, Bulletins]:
    """A golden case as a project of its own in an empty folder, and everything that it says."""
    checked = check(with_documents(case, folder), now=case.now)
    assert checked.sound
    return checked, checked.composed(checked.dataset.public(case.now), case.now)


def printed(case: Case, folder: Path, proof: Proof | None = None) -> Iterator[Printed]:
    """The documents of a golden case, made in an empty folder."""
    checked, bulletins = composed(case, folder)
    files, problems = checked.enclosed.shown_by(bulletins, lambda *_: None)
    assert problems == []
    press = Press(checked.enclosed.cache, folder / "build" / "cache" / "documents")
    for article in bulletins.articles:
        document = documented(article, bulletins.publisher, press.found(article, files), proof)
        yield Printed(f"{case.name}{article.address}", article, document, press.set(document))


def case_named(name: str) -> Case:
    return next(case for case in cases() if case.name == name)


def read(program: str, *options: str, data: bytes) -> bytes:
    """What a program of poppler gives for a PDF on its standard input."""
    done = subprocess.run([program, *options], input=data, capture_output=True, check=True)
    return done.stdout


def text_of(data: bytes, *options: str) -> str:
    return read("pdftotext", *options, "-", "-", data=data).decode()


def info_of(data: bytes, folder: Path, *options: str) -> str:
    """What pdfinfo says; it reads files only."""
    (folder / "read.pdf").write_bytes(data)
    command = ["pdfinfo", *options, str(folder / "read.pdf")]
    done = subprocess.run(command, capture_output=True, check=True)
    return done.stdout.decode(errors="replace")


def pages_of(data: bytes) -> int:
    return text_of(data).count("\f")
