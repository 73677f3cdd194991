"""What `make bench` compares by cost is the same by content, on 300 records: oracle, rebuilds, peers."""

from __future__ import annotations

import shutil
from pathlib import Path

import pytest

from bantin.site.paths import built_file
from benchmarks.changing import change, stamps
from benchmarks.contest import bantin, cold_build, complete
from benchmarks.measure import run
from benchmarks.pages import composed_pages
from benchmarks.peers import PEERS, Generator, LayOut
from benchmarks.project import write_project
from benchmarks.records import bulletins
from tests.way.plain_mkdocs import files, same_as_plain

pytestmark = pytest.mark.slow

BULLETINS = 150
"""Two records each."""

MIDDLE = bulletins(BULLETINS)[BULLETINS // 2]


@pytest.fixture(scope="module")
def ours(tmp_path_factory: pytest.TempPathFactory) -> Generator:
    """The project of the benchmark, built; whatever a test changes, it builds."""
    folder = tmp_path_factory.mktemp("bench") / "bantin"
    write_project(folder, BULLETINS)
    generator = bantin(folder, MIDDLE)
    cold_build(generator)
    return generator


def published(generator: Generator) -> dict[str, bytes]:
    """Every file of the release that stands, its ledger and manifest among them."""
    release = generator.site.resolve().parent
    return {name: (release / name).read_bytes() for name in files(release)}


def test_plain_mkdocs_makes_the_same_pages(ours: Generator, tmp_path: Path) -> None:
    assert same_as_plain(ours.folder, tmp_path / "pages") > BULLETINS


def test_a_build_after_a_change_is_a_cold_build_of_what_changed(ours: Generator, tmp_path: Path) -> None:
    before = published(ours)
    says = change(ours.changed_file)
    run(ours.command, ours.folder)
    rebuilt = published(ours)
    assert says.encode() in rebuilt[f"site/{MIDDLE.address}/index.html"]
    made = shutil.ignore_patterns("build", "site", "published")
    elsewhere = bantin(shutil.copytree(ours.folder, tmp_path / "bantin", ignore=made), MIDDLE)
    cold_build(elsewhere)
    cold = published(elsewhere)
    assert {name for name in rebuilt.keys() | cold if rebuilt.get(name) != cold.get(name)} == set()
    assert before != cold


def test_a_build_of_what_has_not_changed_leaves_the_release(ours: Generator) -> None:
    release = ours.site.resolve()
    before = published(ours), stamps(release.parent)
    run(ours.command, ours.folder)
    assert ours.site.resolve() == release
    assert (published(ours), stamps(release.parent)) == before


@pytest.mark.parametrize(
    "lay_out", [each for each, there in PEERS.items() if there()], ids=lambda each: each.__name__
)
def test_other_generators_make_the_same_pages_and_no_others(
    lay_out: LayOut, ours: Generator, tmp_path: Path
) -> None:
    pages = composed_pages(ours.folder / "build" / "pages" / "docs")
    changed = next(page for page in pages if page.path == f"{MIDDLE.address}/index.md")
    peer = lay_out(tmp_path / lay_out.__name__, pages, changed)
    assert peer
    cold_build(peer)
    complete(peer, pages)
    found = {name for name in files(peer.site) if name.endswith(".html") and name != "404.html"}
    assert found == {built_file(page.path) for page in pages}
    assert found <= files(ours.site)
