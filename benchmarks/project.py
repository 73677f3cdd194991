"""A project folder with as many bulletins as are wanted, beside what the example project sets for all."""

from __future__ import annotations

import shutil
from pathlib import Path

from benchmarks.records import article, bodies, bulletins, meeting, organisations, people, result

EXAMPLE = Path(__file__).parent.parent
BUILD = EXAMPLE / "build" / "bench"
SHARED = ("mkdocs.yml", "data/site.yml", "data/indicators.yml", "content")

ADDRESS = "address: https://ban-tin.example/"
"""Where the project is published: feeds and maps of the site are made only where that is known."""


def write_project(folder: Path, count: int) -> int:
    """Writes a project of ``count`` bulletins into a folder that is made anew; gives the bytes written.

    Documents are left out: nobody compared with makes any.
    """
    shutil.rmtree(folder, ignore_errors=True)
    (folder / "data").mkdir(parents=True)
    for name in SHARED:
        source = EXAMPLE / name
        (shutil.copytree if source.is_dir() else shutil.copy)(source, folder / name)
    settings = folder / "data" / "site.yml"
    told = settings.read_text("utf-8").replace("pdf: yes", "pdf: no")
    settings.write_text(f"{told.rstrip()}\n{ADDRESS}\n", encoding="utf-8")
    files = records(count)
    for name, text in files.items():
        file = folder / "data" / name
        file.parent.mkdir(parents=True, exist_ok=True)
        file.write_text(text, encoding="utf-8")
    return sum(len(text.encode()) for text in files.values())


def records(count: int) -> dict[str, str]:
    """The records of ``count`` bulletins: path below ``data/`` to text."""
    files = {"organisations.yml": organisations(bodies(count)), "people.yml": people(bodies(count))}
    for bulletin in bulletins(count):
        kind, text = ("meetings", meeting(bulletin)) if bulletin.month else ("results", result(bulletin))
        files[f"{kind}/{bulletin.year}/{bulletin.identity}.yml"] = text
        files[f"articles/{bulletin.year}/{bulletin.identity}.yml"] = article(bulletin)
    return files
