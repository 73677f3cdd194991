"""Dependencies: declared once, locked with hashes, told in docs/dependencies.md, and all of them needed."""

from __future__ import annotations

import ast
import re
import sys
import tomllib
from collections.abc import Mapping
from functools import cache
from importlib.metadata import packages_distributions
from typing import Any

import pytest
from packaging.requirements import Requirement
from packaging.utils import canonicalize_name

from tests.setup.places import ROOT, project_files

PYPROJECT: dict[str, Any] = tomllib.loads((ROOT / "pyproject.toml").read_text(encoding="utf-8"))
PROJECT, GROUPS = PYPROJECT["project"], PYPROJECT["dependency-groups"]
RUNTIME = [*PROJECT["dependencies"], *PROJECT["optional-dependencies"]["pdf"], *GROUPS["build"]]
LOCKS = {
    "runtime": RUNTIME,
    "test": [*RUNTIME, *GROUPS["test"], *PROJECT["optional-dependencies"]["zensical"]],
    "bench": [*RUNTIME, *GROUPS["bench"], *PROJECT["optional-dependencies"]["zensical"]],
    "lock": GROUPS["lock"],
    "pelican": GROUPS["pelican"],
}
EVERY = [text for texts in LOCKS.values() for text in texts]
PINNED = re.compile(
    r"^(?P<name>[a-z0-9-]+)==(?P<version>[^ ;]+)(?P<marker> ; [^\\]+)? \\\n"
    r"(?: {4}--hash=sha256:[0-9a-f]{64}(?: \\)?\n)+(?: {4}#.*\n)*",
    re.MULTILINE,
)
NOT_IMPORTED = {"mkdocs-material", "tzdata", "zensical"}
"""Needed without an import: a theme found by its name, dates of time zones, a program that is called."""
PART_OF = {"pydantic-core": "pydantic"}


def locked_text(name: str) -> str:
    return (ROOT / "requirements" / f"{name}.txt").read_text(encoding="utf-8")


def locked(name: str) -> dict[str, str]:
    return {found["name"]: found["version"] for found in PINNED.finditer(locked_text(name))}


def test_the_locks_are_these() -> None:
    assert {path.stem for path in (ROOT / "requirements").glob("*.txt")} == set(LOCKS)


@pytest.mark.parametrize("name", LOCKS)
def test_a_lock_says_how_it_is_remade_and_is_pinned_and_hashed_throughout(name: str) -> None:
    header, body = re.split(r"^(?=[a-z])", locked_text(name), maxsplit=1, flags=re.MULTILINE)
    assert "make lock" in header
    assert PINNED.sub("", body) == ""
    assert not re.search(r"https?:|file:|index|find-links|\s/", locked_text(name))


@pytest.mark.parametrize("name", LOCKS)
def test_a_lock_holds_what_is_declared(name: str) -> None:
    versions = locked(name)
    for requirement in map(Requirement, LOCKS[name]):
        version = versions[canonicalize_name(requirement.name)]
        assert requirement.specifier.contains(version), f"{requirement} is locked as {version}: make lock"


def test_the_locks_agree_with_each_other() -> None:
    runtime = locked("runtime")
    for name in ("test", "bench"):
        others = locked(name)
        assert {package: others.get(package) for package in runtime} == runtime


def test_zensical_is_the_version_that_can_be_had() -> None:
    assert PROJECT["optional-dependencies"]["zensical"] == ["zensical==0.0.73"]


def test_what_builds_the_package_is_locked_too() -> None:
    assert PYPROJECT["build-system"]["requires"] == GROUPS["build"]


def test_each_direct_dependency_is_told_in_the_documents() -> None:
    text = (ROOT / "docs" / "dependencies.md").read_text(encoding="utf-8")
    told = dict(re.findall(r"^\| `([^`]+)` \| .* \| ([^|]+) \|[^|]*\|$", text, re.MULTILINE))
    versions = locked("test") | locked("bench") | locked("lock") | locked("pelican")
    assert told == {name: versions[canonicalize_name(name)] for name in names_of(EVERY)}


@pytest.mark.slow
def test_the_package_imports_what_it_declares_and_no_more() -> None:
    found = outside_packages("bantin/*.py", "build_site.py")
    assert found | NOT_IMPORTED == names_of(PROJECT["dependencies"]) | {"typst", "zensical"}


def test_tests_and_benchmarks_import_what_is_declared() -> None:
    found = outside_packages("tests/*.py", "benchmarks/*.py")
    assert found > {"pytest", "hypothesis"}
    assert found - names_of([*LOCKS["test"], *LOCKS["bench"]]) == set()


def outside_packages(*patterns: str) -> set[str]:
    """The distributions that Python files of the project import, by the names they are declared under."""
    imported = {
        name.partition(".")[0]
        for path in project_files(*patterns)
        for node in ast.walk(ast.parse((ROOT / path).read_text(encoding="utf-8")))
        for name in names_imported(node)
    }
    owners = owners_of_names()
    outside = imported - set(sys.stdlib_module_names) - {"bantin", "tests", "benchmarks"}
    found = {canonicalize_name(owners[name][0]) for name in outside}
    return {PART_OF.get(name, name) for name in found}


@cache
def owners_of_names() -> Mapping[str, list[str]]:
    """The distributions by the names that they are imported under; looked for once, as it takes a while."""
    return packages_distributions()


def names_of(requirements: list[str]) -> set[str]:
    return {canonicalize_name(Requirement(text).name) for text in requirements}


def names_imported(node: ast.AST) -> list[str]:
    if isinstance(node, ast.Import):
        return [alias.name for alias in node.names]
    if isinstance(node, ast.ImportFrom) and not node.level and node.module:
        return [node.module]
    return []
