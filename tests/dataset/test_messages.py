"""What a clerk reads after a mistake: one message, at its place, in Vietnamese.

A folder of ``mistakes/`` is a case. ``patch.json`` says what is changed in a good project: ``changes``
(file, a text that stands there once, and what replaces it), ``rename`` (null: removed), ``project``
(usually the example). ``expected.txt`` is what ``bantin check`` prints where there are no colours;
``make accept`` (BANTIN_ACCEPT) takes the present output as the expected one.
"""

from __future__ import annotations

import json
from functools import cache
from pathlib import Path
from typing import Any

import pytest

from tests.dataset.projects import EXAMPLE, Seen, accepted, changed, checked, files_of

FOLDERS = sorted(path.parent for path in (Path(__file__).parent / "mistakes").glob("*/patch.json"))


def patch_of(folder: Path) -> dict[str, Any]:
    patch = json.loads((folder / "patch.json").read_text(encoding="utf-8"))
    assert set(patch) <= {"mistake", "project", "changes", "rename", "messages"}, folder
    assert isinstance(patch, dict)
    return patch


@cache
def seen(folder: Path) -> Seen:
    patch = patch_of(folder)
    files = files_of(patch.get("project", EXAMPLE))
    for change in patch.get("changes", ()):
        files = changed(files, change["file"], change["replace"], change["with"])
    for old, new in patch.get("rename", {}).items():
        text = files.pop(old)
        if new is not None:
            files[new] = text
    return checked(files)


def test_there_are_cases_numbered_without_a_gap() -> None:
    numbers = [int(folder.name.split("-")[0]) for folder in FOLDERS]
    assert numbers == list(range(1, len(FOLDERS) + 1))
    assert len(FOLDERS) >= 60


@pytest.mark.golden
@pytest.mark.parametrize("folder", FOLDERS, ids=lambda folder: folder.name)
def test_a_mistake_gives_its_message(folder: Path) -> None:
    text = seen(folder).text()
    assert text == accepted(folder / "expected.txt", text)


@pytest.mark.parametrize("folder", FOLDERS, ids=lambda folder: folder.name)
def test_one_mistake_gives_one_message_that_helps(folder: Path) -> None:
    """It leads to what was changed (stands there, or its evidence names the file), says what to do, and is
    said in English as well."""
    patch, found = patch_of(folder), seen(folder)
    assert len(found.problems) == patch.get("messages", 1)
    assert all(problem.remedy for problem in found.problems)
    assert found.text("en") != found.text("vi")
    touched = {change["file"] for change in patch.get("changes", ())}
    touched |= {name for pair in patch.get("rename", {}).items() for name in pair if name}
    assert not found.problems or any(file in found.text() for file in touched)
