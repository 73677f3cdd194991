"""The rules of the house about structure: stages, doors to outside packages, sizes."""

from __future__ import annotations

import ast
from collections.abc import Iterator
from pathlib import Path

import pytest

ROOT = Path(__file__).parents[2]
PACKAGE = ROOT / "bantin"

STAGES = (
    "language",
    "problems",
    "dataset",
    "figures",
    "compose",
    "ledger",
    "outputs",
    "pages",
    "site",
    "release",
    "visits",
    "cli",
)
"""A stage imports itself and earlier ones. Modules beside the stages join them: the way, the commands."""

DOORS = {
    "yaml": ("dataset/notation.py", "dataset/source.py", "dataset/syntax.py"),
    "pydantic": ("dataset/", "reference.py"),
    "pydantic_core": ("dataset/",),
    "PIL": ("dataset/pictures.py", "outputs/photos.py", "outputs/cards/drawing.py"),
    "babel": ("language/numbers.py", "problems/catalogues.py"),
    "icalendar": ("outputs/calendar_file.py",),
    "jinja2": ("pages/render.py",),
    "typst": ("outputs/documents/typesetting.py",),
    "mkdocs": ("site/",),
    "material": ("site/",),
    "zensical": ("site/",),
    "python_calamine": ("site/audit/read_back.py",),
    "selectolax": ("site/audit/", "site/search/"),
    "xlsxwriter": ("outputs/workbooks.py", "outputs/worksheets.py"),
    "click": ("cli/",),
    "rich": ("cli/", "problems/show.py", "problems/excerpt.py"),
}
"""Where an outside package may be imported, and nowhere else."""

MODULE_LINES, FUNCTION_LINES = 300, 40


def modules() -> list[Path]:
    found = sorted(PACKAGE.rglob("*.py"))
    assert len(found) > 60
    return found


def imports(path: Path) -> Iterator[str]:
    for node in ast.walk(ast.parse(path.read_text("utf-8"))):
        if isinstance(node, ast.Import):
            yield from (alias.name for alias in node.names)
        elif isinstance(node, ast.ImportFrom) and node.module:
            yield node.module
            yield from (f"{node.module}.{alias.name}" for alias in node.names)


def wrong_stages(stage: str, imported: Iterator[str]) -> list[str]:
    later = STAGES[STAGES.index(stage) + 1 :]
    return sorted(
        {
            name
            for name in imported
            if name.split(".")[:1] == ["bantin"] and name.split(".")[1:2] and name.split(".")[1] in later
        }
    )


def wrong_doors(name: str, imported: Iterator[str]) -> list[str]:
    packages = {module.split(".")[0] for module in imported}
    return sorted(package for package in packages & DOORS.keys() if not name.startswith(DOORS[package]))


@pytest.mark.parametrize("path", modules(), ids=lambda path: path.relative_to(PACKAGE).as_posix())
def test_a_module_imports_only_what_its_place_allows(path: Path) -> None:
    name = path.relative_to(PACKAGE).as_posix()
    if name.split("/")[0] in STAGES:
        assert wrong_stages(name.split("/")[0], imports(path)) == []
    assert wrong_doors(name, imports(path)) == []


def test_the_rules_are_seen_to_fail() -> None:
    assert wrong_stages("figures", iter(["bantin.compose.said", "bantin.dataset"])) == ["bantin.compose.said"]
    assert wrong_stages("language", iter(["bantin.problems"])) == ["bantin.problems"]
    assert wrong_doors("compose/articles.py", iter(["yaml", "datetime"])) == ["yaml"]
    assert wrong_doors("dataset/source.py", iter(["yaml"])) == []


def functions(path: Path) -> Iterator[tuple[str, int]]:
    for node in ast.walk(ast.parse(path.read_text("utf-8"))):
        if isinstance(node, ast.FunctionDef | ast.AsyncFunctionDef):
            yield node.name, (node.end_lineno or node.lineno) - node.lineno + 1


def test_modules_and_functions_stay_small() -> None:
    long_modules = {
        path.relative_to(PACKAGE).as_posix(): lines
        for path in modules()
        if (lines := len(path.read_text("utf-8").splitlines())) > MODULE_LINES
    }
    long_functions = {
        f"{path.relative_to(PACKAGE).as_posix()}:{name}": lines
        for path in modules()
        for name, lines in functions(path)
        if lines > FUNCTION_LINES
    }
    print(
        "\nlongest modules:",
        *sorted(
            ((len(p.read_text("utf-8").splitlines()), p.relative_to(PACKAGE).as_posix()) for p in modules()),
            reverse=True,
        )[:8],
        sep="\n  ",
    )
    assert long_modules == {}
    assert long_functions == {}
