"""What `make bench` compares builds by: fair turns, honest changes, real previews, goals; the document."""

from __future__ import annotations

import json
import os
import subprocess
import sys
import xml.etree.ElementTree as ET
from dataclasses import replace
from pathlib import Path

import pytest

from benchmarks import __main__ as command
from benchmarks import contest, document, goals, preview
from benchmarks.changing import change, stamps, written
from benchmarks.contest import beyond_its_start, clear, complete, measured
from benchmarks.document import as_kept, contests_of, marked
from benchmarks.measure import CommandFailed
from benchmarks.pages import Page
from benchmarks.parts import Measured
from benchmarks.peers import Generator, for_pelican, mkdocs_material
from benchmarks.picture import picture
from benchmarks.preview import saved_to_seen
from benchmarks.project import write_project
from benchmarks.records import Bulletin, word
from benchmarks.rows import text
from benchmarks.table import Contest, Result, cells
from tests.setup.places import ROOT

MEGABYTE = 1_000_000


def test_one_word_changes_and_each_time_into_another(tmp_path: Path) -> None:
    write_project(tmp_path / "project", 12)
    record = contest.bantin(tmp_path / "project", Bulletin(0, 2024, 3)).changed_file
    seen = [record.read_text(encoding="utf-8")]
    told = []
    for _ in range(11):
        told.append(change(record))
        seen.append(record.read_text(encoding="utf-8"))
    assert told == [f"đợt {word(number)}" for number in range(1, 12)]
    assert [f"đợt {word(number)} của" in text for number, text in enumerate(seen)] == [True] * 12
    assert len(set(seen)) == 10
    record.write_text("format: 1\n", encoding="utf-8")
    with pytest.raises(ValueError, match="nothing to change"):
        change(record)


def test_files_that_were_written_are_counted_and_links_to_older_ones_are_not(tmp_path: Path) -> None:
    (tmp_path / "first").mkdir()
    for name in ("same", "again", "gone"):
        (tmp_path / "first" / name).write_text(name, encoding="utf-8")
    before = stamps(tmp_path)
    (tmp_path / "second").mkdir()
    os.link(tmp_path / "first" / "same", tmp_path / "second" / "same")
    assert written(before, stamps(tmp_path)) == 0
    (tmp_path / "first" / "gone").unlink()
    (tmp_path / "first" / "again").write_text("again", encoding="utf-8")
    (tmp_path / "second" / "new").touch()
    (tmp_path / "link").symlink_to(tmp_path / "first" / "same")  # a file of its own
    assert written(before, stamps(tmp_path)) == 3


def test_material_gets_the_chief_pages_in_its_navigation_and_no_others(tmp_path: Path) -> None:
    years = (f"so-lieu/{year}/index.md" for year in range(1900, 1950))
    pages = [Page(path, "") for path in ("so-lieu/index.md", "index.md", *years, "tin/x/index.md")]
    peer = mkdocs_material(tmp_path, pages, pages[-1])
    settings = json.loads((peer.folder / "mkdocs.yml").read_text(encoding="utf-8"))
    assert (settings["nav"], settings["not_in_nav"]) == (["index.md", "so-lieu/index.md"], "*")
    assert peer.changed_file.is_file()
    mkdocs_material(tmp_path, pages, pages[-1], automatic_nav=True)
    assert "nav" not in json.loads((peer.folder / "mkdocs.yml").read_text(encoding="utf-8"))


def test_pelican_is_told_where_a_page_stands_and_its_title_without_quotes() -> None:
    page = for_pelican(Page("tin/x/index.md", '---\ntitle: "“A”: \\"b\\""\ndescription: C\n---\n# A\n'))
    assert page.text.splitlines() == [
        "---",
        'title: “A”: "b"',
        "slug: tin/x/index.md",
        "save_as: tin/x/index.html",
        "url: tin/x/index.html",
        "---",
        "# A",
    ]
    assert "save_as: lien-he/index.html" in for_pelican(Page("lien-he.md", "# Liên hệ\n")).text


def generator(folder: Path, name: str) -> Generator:
    (folder / name).mkdir(parents=True)
    (folder / name / "record").write_text("đợt một", encoding="utf-8")
    build = (
        "import pathlib; page = pathlib.Path('site/tin/x/index.html'); cold = not page.exists()\n"
        "page.parent.mkdir(parents=True, exist_ok=True); page.write_text('x')\n"
        f"open('../log', 'a').write(f'{name} {{open(\"record\").read()}} {{cold}}\\n')"
    )
    own = folder / name
    return Generator(name, "1", own, (sys.executable, "-c", build), ("site",), own / "site", own / "record")


CHANGED = Page("tin/x/index.md", "")


def test_generators_take_turns_and_cold_builds_find_nothing(tmp_path: Path) -> None:
    both = [generator(tmp_path, "A"), generator(tmp_path, "B")]
    found = measured(both, [CHANGED], CHANGED, runs=2)
    assert (tmp_path / "log").read_text(encoding="utf-8").splitlines() == [
        f"{name} đợt {version} {cold}"
        for version, cold in (
            *(("một", True), ("hai", False), ("hai", False)),
            *(("hai", True), ("ba", False), ("ba", False)),
        )
        for name in "AB"
    ]
    results = [contest.result_of(*each) for each in found]
    assert [(each.name, each.runs, each.page, each.written) for each in results] == [
        ("A", 2, 1, 1),
        ("B", 2, 1, 1),
    ]
    assert all(min(each.cold, each.changed, each.nothing) > 0 for each in results)


def test_a_slow_generator_is_measured_once_and_its_table_says_so(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(contest, "SLOW", 0.0)
    found = measured([generator(tmp_path, "A")], [CHANGED], CHANGED, runs=3)
    results = [contest.result_of(*each) for each in found]
    assert [each.runs for each in results] == [1]
    assert Contest(1, 3, 2.0, results).notes[1] == "Measured once only, as a build takes so long: A."
    assert len(Contest(1, 1, 2.0, results).notes) == 1


def test_a_page_that_is_left_out_ends_the_benchmark(tmp_path: Path) -> None:
    lazy = generator(tmp_path, "A")
    with pytest.raises(CommandFailed, match=r"A has left out tin/y/index\.md"):
        measured([lazy], [CHANGED, Page("tin/y/index.md", "")], CHANGED, runs=1)
    complete(lazy, [CHANGED])


def test_a_published_site_is_cleared_without_following_its_link_and_what_is_kept_stays(
    tmp_path: Path,
) -> None:
    (tmp_path / "release").mkdir()
    (tmp_path / "release" / "file").touch()
    built = generator(tmp_path, "A")
    built.site.symlink_to(tmp_path / "release")
    (built.folder / "build" / "cache" / "cards").mkdir(parents=True)
    (built.folder / "build" / "cache" / "cards" / "card").touch()
    (built.folder / "build" / "cache" / "pages").touch()
    whole = replace(built, made=("site", "build"), kept="build/cache/cards")
    clear(whole)
    assert (tmp_path / "release" / "file").exists() and not built.site.is_symlink()
    left = [path.relative_to(built.folder).as_posix() for path in sorted((built.folder / "build").rglob("*"))]
    assert left == ["build/cache", "build/cache/cards", "build/cache/cards/card"]
    clear(replace(whole, kept=""))
    assert not (built.folder / "build").exists()


@pytest.mark.slow
def test_the_start_of_the_interpreter_is_taken_off(tmp_path: Path) -> None:
    wait = (sys.executable, "-c", "import time; time.sleep(0.5)")
    slow = replace(generator(tmp_path, "A"), command=wait)
    assert beyond_its_start(slow) > 0.5
    assert beyond_its_start(replace(slow, idle=wait)) < 0.3


SERVER = """
import http.server, pathlib, sys, tempfile
pathlib.Path("temporary").write_text(tempfile.mkdtemp())
class Pages(http.server.BaseHTTPRequestHandler):
    def do_GET(self):
        self.send_response(200 if self.path == "/tin/x/" else 404)
        self.end_headers()
        self.wfile.write(pathlib.Path("record").read_bytes())
    def log_message(self, *told): pass
http.server.HTTPServer(("127.0.0.1", int(sys.argv[1])), Pages).serve_forever()
"""


def test_a_preview_is_asked_until_it_shows_what_was_saved_and_is_ended(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(preview, "PAUSE", 0.0)
    ended: list[subprocess.Popen[bytes]] = []
    end = preview.end

    def noted(process: subprocess.Popen[bytes]) -> None:
        ended.append(process)
        end(process)

    monkeypatch.setattr(preview, "end", noted)
    folder = generator(tmp_path, "A").folder
    served = (sys.executable, "-c", SERVER, "{port}")
    assert 0 < saved_to_seen(served, folder, folder / "record", "tin/x/") < preview.PATIENCE
    assert (folder / "record").read_text(encoding="utf-8") == f"đợt {word(preview.SAVES)}"
    assert [process.poll() is not None for process in ended] == [True]
    temporary = Path((folder / "temporary").read_text(encoding="utf-8"))
    assert temporary.is_relative_to(tmp_path) and not temporary.exists()


@pytest.mark.slow
def test_a_save_that_a_preview_overlooks_is_made_again_and_measured_from_then(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(preview, "PAUSE", 0.0)
    monkeypatch.setattr(preview, "OVERLOOKED", 2.0)
    folder = generator(tmp_path, "A").folder
    late = """
first, told = pathlib.Path("record").read_bytes(), set()
def seen(record):
    told.add(record)
    return first if len(told) == 2 else record
"""
    server = SERVER.replace("class Pages", f"{late}class Pages")
    server = server.replace(
        'pathlib.Path("record").read_bytes())', 'seen(pathlib.Path("record").read_bytes()))'
    )
    served = (sys.executable, "-c", server, "{port}")
    assert saved_to_seen(served, folder, folder / "record", "tin/x/") < preview.OVERLOOKED
    assert (folder / "record").read_text(encoding="utf-8") == f"đợt {word(preview.SAVES + 1)}"


def test_a_preview_that_ends_or_shows_nothing_is_told(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    folder = generator(tmp_path, "A").folder
    with pytest.raises(CommandFailed, match=r"(?s)ended with 3.*no port"):
        saved_to_seen(
            (sys.executable, "-c", "import sys; print('no port'); sys.exit(3)"), folder, folder / "record", ""
        )
    monkeypatch.setattr(preview, "PATIENCE", 0.3)
    served = (sys.executable, "-c", SERVER, "{port}")
    with pytest.raises(CommandFailed, match="does not show 'đợt một' at tin/y/"):
        saved_to_seen(served, folder, folder / "record", "tin/y/")


OURS = Result("Bản tin", "0.1.0", 1, 4.0, 3.0, 1.0, 0.5, None, 50 * MEGABYTE, 4, 12_000, 90_000)
HUGO = Result("Hugo", "0.168.0", 1, 0.5, 1.5, 0.05, 0.04, 0.5, 100 * MEGABYTE, 100, 6_000, 9_000_000)
MKDOCS = replace(HUGO, name="MkDocs + Material", cold=40.0, changed=90.0)


def test_the_table_says_how_many_times_the_other_s_cost_ours_is() -> None:
    head, *rows = cells([OURS, HUGO])
    assert head == ["", "Bản tin 0.1.0", "Hugo 0.168.0"]
    told = {label: (ours, theirs) for label, ours, theirs in rows}
    assert told == {
        "cold build": ("4.00 s", "× 8.00  (0.50 s)"),
        "its processor time": ("3.00 s", "× 2.00  (1.50 s)"),
        "one record changed": ("1.00 s", "× 20  (0.05 s)"),
        "nothing changed": ("0.50 s", "× 12  (0.04 s)"),
        "save → preview": ("–", "(0.50 s)"),
        "peak memory": ("50 MB", "× 0.50  (100 MB)"),
        "files written for the change": ("4", "× 0.040  (100)"),
        "an article's page": ("12.0 KB", "× 2.00  (6.0 KB)"),
        "its first view": ("90.0 KB", "× 0.010  (9000.0 KB)"),
    }
    assert cells([HUGO, OURS])[5][2] == "–"


def test_goals_are_ratios_to_the_peers_and_hold_from_their_size_on() -> None:
    held = goals.goals(goals.SIZE, [OURS, HUGO, MKDOCS])
    assert [(row.label, round(row.value, 3), row.kept) for row in held.rows] == [
        ("one record changed / Hugo's", 20.0, False),
        ("one record changed / plain MkDocs'", 0.011, False),
        ("cold build / Hugo's", 8.0, False),
        ("plain MkDocs' cold build / ours", 10.0, True),
        ("nothing changed / Hugo's rebuild", 10.0, False),
        ("memory of all processes / Hugo's", 0.5, True),
    ]
    assert held.notes == ("Not to be had here: Zensical.",)
    assert "≥ × 8.00" in text(held) and "≤ × 0.050  BROKEN" in text(held)
    assert goals.goals(goals.SIZE - 1, [OURS, HUGO, MKDOCS]).broken == ()


@pytest.mark.parametrize(
    ("small", "large", "broken"),
    [
        (1_000, 10_000, ("cold build", "one record changed")),
        (1_000, 1_001, ("cold build", "one record changed")),
        (999, 10_000, ()),
        (1_000, 1_000, None),
    ],
)
def test_growth_has_its_goals_from_a_thousand_on(
    small: int, large: int, broken: tuple[str, ...] | None
) -> None:
    more = replace(OURS, cold=OURS.cold * 10.6, changed=OURS.changed * 3.1)
    grown = goals.growth({large: Contest(1, 1, 1.0, [more]), small: Contest(1, 1, 1.0, [OURS])})
    assert (grown.broken if grown else None) == broken
    steep = replace(OURS, cold=OURS.cold * 6)
    between = goals.growth({1_000: Contest(1, 1, 1.0, [OURS]), 5_000: Contest(1, 1, 1.0, [steep])})
    assert between and between.broken == ("cold build",)
    kept = replace(OURS, cold=OURS.cold * 10.4, changed=OURS.changed * 2.9)
    within = goals.growth({1_000: Contest(1, 1, 1.0, [OURS]), 10_000: Contest(1, 1, 1.0, [kept])})
    assert within and within.broken == ()


def test_what_was_kept_gives_the_same_tables_again() -> None:
    contests = {100: Contest(150, 1, 9.0, [OURS, HUGO]), 5_000: Contest(6_000, 1, 99.0, [OURS, MKDOCS])}
    kept = json.loads(json.dumps(as_kept(contests)))
    assert contests_of(kept) == contests
    assert document.plain(contests_of(kept)) == document.plain(contests)
    assert "100 bulletins, 150 pages, runs: 1 (medians)" in document.plain(contests)


def test_the_document_and_its_picture_are_what_the_kept_results_give() -> None:
    kept = json.loads((ROOT / "docs" / "performance.json").read_text(encoding="utf-8"))
    page = (ROOT / "docs" / "performance.md").read_text(encoding="utf-8")
    assert marked(page, document.markdown(kept)) == page, "make bench BENCH=--write"
    assert (ROOT / "docs" / document.PICTURE).read_text(encoding="utf-8") == document.drawn(kept)
    assert f"]({document.PICTURE})" in page
    assert all(name in page for name in ("Hugo", "Zensical", "Eleventy", "Pelican", "MkDocs + Material"))


def test_results_of_builds_are_written_into_the_documents_by_command(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(command, "BUILD", tmp_path)
    monkeypatch.setattr(command, "DOCS", tmp_path)
    assert command.main(["--write"]) == 1
    (tmp_path / "images").mkdir()
    (tmp_path / "performance.md").write_text(
        f"A\n{document.FIRST}before\n{document.LAST}\nB\n", encoding="utf-8"
    )
    found = {300: Contest(380, 1, 9.0, [OURS, HUGO])}
    command.keep("builds", Measured("", as_kept(found)))
    assert command.main(["--write"]) == 0
    page = (tmp_path / "performance.md").read_text(encoding="utf-8")
    assert page.startswith(f"A\n{document.FIRST}Measured on ") and page.endswith(f"{document.LAST}\nB\n")
    assert "| cold build | 4.00 s | × 8.00  (0.50 s) |" in page and "before" not in page
    assert json.loads((tmp_path / "performance.json").read_text("utf-8"))["commit"] == command.commit()
    assert (tmp_path / document.PICTURE).read_text("utf-8") == picture(300, found[300])
    with pytest.raises(ValueError, match="lost its marks"):
        marked("A", "B")


def test_the_picture_draws_ratios_on_powers_of_ten_and_says_them_in_words() -> None:
    drawn = picture(5_000, Contest(1, 1, 1.0, [OURS, replace(HUGO, cold=0.4), MKDOCS]))
    tree = ET.fromstring(drawn)
    names = {"svg": "http://www.w3.org/2000/svg"}
    bars = [bar for bar in tree.findall("svg:rect", names) if bar.get("class") != "paper"]
    cold_hugo, cold_mkdocs = bars[:2]
    assert (cold_hugo.get("class"), cold_mkdocs.get("class")) == ("less", "more")
    assert cold_hugo.get("width") == cold_mkdocs.get("width")  # a tenth, and ten times as much
    assert float(cold_hugo.get("x", "")) < float(cold_mkdocs.get("x", ""))
    assert "Cold build: Hugo × 0.10, MkDocs + Material × 10." in tree.findtext("svg:desc", "", names)
    powers = [each.text for each in tree.findall("svg:text", names) if each.get("class") == "quiet mid"]
    assert powers == ["× 1/100", "× 1/10", "× 1", "× 10", "× 100"]
    assert "Save → preview" not in drawn  # ours was not measured
    assert tree.get("aria-labelledby", "").split() == [
        tree.find(f"svg:{name}", names).get("id")  # type: ignore[union-attr]  # else it fails
        for name in ("title", "desc")
    ]
    assert "prefers-color-scheme:dark" in drawn
