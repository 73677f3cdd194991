from __future__ import annotations

import errno
import hashlib
import logging
import os
import shutil
import subprocess
import sys
from concurrent.futures import ThreadPoolExecutor
from pathlib import Path

import pytest

from bantin.problems import Location
from bantin.site import Engine, build
from bantin.site.engine import FRAME
from bantin.site.mkdocs_engine import as_problem
from tests.site.sample import BASE, PAGES, Compose

ROOT = Path(__file__).parents[2]
BROKEN = PAGES | {"index.md": PAGES["index.md"] + "\n[mất](khong-co.md)\n"}


def digests(site: Path) -> dict[str, str]:
    return {
        f"{path.relative_to(site).as_posix()} {path.stat().st_mode:o}": hashlib.sha256(
            path.read_bytes()
        ).hexdigest()
        for path in sorted(site.rglob("*"))
        if path.is_file()
    }


def test_a_site_is_built_outside_the_folder(tmp_path: Path, compose: Compose) -> None:
    assert compose(tmp_path / "pages") == []
    steps: list[tuple[int, int]] = []
    built = build(tmp_path / "pages", tmp_path / "site", progress=lambda done, of: steps.append((done, of)))
    assert built.problems == ()
    assert built.path == tmp_path / "site"
    assert built.pages == ("404.html", "index.html", "tin/2024/11/phien/index.html")
    assert "trên 4.300" in (tmp_path / "site" / "tin/2024/11/phien/index.html").read_text(encoding="utf-8")
    assert not (tmp_path / "pages" / "site").exists()
    assert steps == [(3, 4), (4, 4)]


@pytest.mark.slow
@pytest.mark.parametrize("engine", Engine)
def test_warnings_are_problems_and_leave_nothing_behind(
    tmp_path: Path, compose: Compose, engine: Engine, caplog: pytest.LogCaptureFixture
) -> None:
    compose(tmp_path / "pages", pages=BROKEN)
    built = build(tmp_path / "pages", tmp_path / "site", engine)
    assert {problem.location.file for problem in built.problems} == {"index.md"}
    assert built.pages == ()
    assert not (tmp_path / "site").exists()
    assert not (tmp_path / "pages" / "site").exists()
    assert not (tmp_path / "pages" / ".cache").exists()
    assert caplog.records == []


@pytest.mark.slow
def test_one_build_leaves_no_warning_for_the_next(tmp_path: Path, compose: Compose) -> None:
    compose(tmp_path / "broken", pages=BROKEN)
    compose(tmp_path / "good")
    first, good, again = (
        build(tmp_path / name, tmp_path / f"site{turn}")
        for turn, name in enumerate(("broken", "good", "broken"))
    )
    assert [problem.rule for problem in first.problems] == ["broken-link"]
    assert good.problems == ()
    assert again.problems == first.problems


@pytest.mark.slow
def test_builds_in_two_threads_do_not_mix(tmp_path: Path, compose: Compose) -> None:
    names = ["good", "broken"] * 2
    for turn, name in enumerate(names):
        compose(tmp_path / f"{name}{turn}", pages=BROKEN if name == "broken" else PAGES)
    with ThreadPoolExecutor(4) as pool:
        built = list(
            pool.map(
                lambda turn: build(tmp_path / f"{names[turn]}{turn}", tmp_path / f"site{turn}"), range(4)
            )
        )
    assert [len(site.problems) for site in built] == [0, 1, 0, 1]
    assert digests(tmp_path / "site0") == digests(tmp_path / "site2")


@pytest.mark.slow
def test_what_other_threads_log_is_not_of_this_build(tmp_path: Path, compose: Compose) -> None:
    compose(tmp_path / "pages")
    with ThreadPoolExecutor(1) as other:

        def progress(done: int, of: int) -> None:
            other.submit(logging.getLogger("mkdocs.livereload").warning, "code 404").result()

        built = build(tmp_path / "pages", tmp_path / "site", progress=progress)
    assert built.problems == ()


@pytest.mark.slow
def test_logging_and_environment_are_left_as_they_were(
    tmp_path: Path, compose: Compose, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("SOURCE_DATE_EPOCH", "1500000000")
    logger = logging.getLogger("mkdocs")
    before = (logger.level, logger.propagate, list(logger.handlers), dict(os.environ))
    compose(tmp_path / "pages", pages=BROKEN)
    build(tmp_path / "pages", tmp_path / "site")
    after = dict(os.environ)
    after.pop("NO_MKDOCS_2_WARNING", None)  # the theme sets it for good when it is first imported
    before[3].pop("NO_MKDOCS_2_WARNING", None)
    assert (logger.level, logger.propagate, list(logger.handlers), after) == before


@pytest.mark.parametrize(
    ("base", "rule"),
    [
        ("theme: {name: no-such-theme}", "configuration"),
        ("plugins: [no-such-plugin]", "configuration"),
        ("a: [", "site-builder"),
        ("markdown_extensions: [no.such.extension]", "configuration"),
    ],
)
def test_a_bad_configuration_is_a_problem(tmp_path: Path, compose: Compose, base: str, rule: str) -> None:
    compose(tmp_path / "pages", base=base)
    built = build(tmp_path / "pages", tmp_path / "site")
    assert [problem.rule for problem in built.problems] == [rule]
    assert built.problems[0].location == Location("mkdocs.yml")


def test_an_error_in_a_template_is_a_problem(tmp_path: Path, compose: Compose, theme: Path) -> None:
    (theme / "main.html").write_text("{{ nothing.at.all }}", encoding="utf-8")
    compose(tmp_path / "pages")
    built = build(tmp_path / "pages", tmp_path / "site")
    assert [problem.rule for problem in built.problems] == ["site-builder"]


@pytest.mark.slow
def test_a_full_disk_is_a_problem(tmp_path: Path, compose: Compose, monkeypatch: pytest.MonkeyPatch) -> None:
    def full(content: bytes, path: str) -> None:
        if path.endswith("phien/index.html"):
            raise OSError(errno.ENOSPC, os.strerror(errno.ENOSPC), path)

    compose(tmp_path / "pages")
    monkeypatch.setattr("mkdocs.utils.write_file", full)
    built = build(tmp_path / "pages", tmp_path / "site")
    assert [problem.rule for problem in built.problems] == ["disk-full"]
    assert not (tmp_path / "pages" / "site").exists()


@pytest.mark.slow
def test_a_place_that_is_taken_is_a_problem(tmp_path: Path, compose: Compose) -> None:
    compose(tmp_path / "pages")
    (tmp_path / "site").mkdir()
    (tmp_path / "site" / "x").touch()
    assert [p.rule for p in build(tmp_path / "pages", tmp_path / "site").problems] == ["cannot-write"]
    assert [path.name for path in (tmp_path / "site").iterdir()] == ["x"]


@pytest.mark.parametrize(
    ("text", "rule", "file"),
    [
        (
            "Doc file 'tin/x.md' contains a link '../y.md', but the target 'y.md' is not found among "
            "documentation files.",
            "broken-link",
            "tin/x.md",
        ),
        (
            "Doc file 'a.md' contains an absolute link '/x/', it was left as is.",
            "rooted-link",
            "a.md",
        ),
        ("Config value 'nav': Expected a list", "configuration", "mkdocs.yml"),
        ("Error reading page 'tin/x.md': oh", "site-builder", "tin/x.md"),
        ("Something new", "site-builder", "mkdocs.yml"),
    ],
)
def test_what_the_engine_says_stands_at_its_file(text: str, rule: str, file: str) -> None:
    problem = as_problem(text)
    assert (problem.rule, problem.location) == (rule, Location(file))


@pytest.mark.slow
def test_absolute_links_in_hand_written_pages_are_refused(tmp_path: Path, compose: Compose) -> None:
    compose(tmp_path / "pages", pages=PAGES | {"lien-he.md": "# Liên hệ\n\n[đầu](/)\n"})
    assert [p.rule for p in build(tmp_path / "pages", tmp_path / "site").problems] == ["rooted-link"]


BUILD_HERE = """\
import os, sys
from pathlib import Path
from bantin.site import build
os.umask(int(sys.argv[3], 8))
sys.argv[0] = "mkdocs"  # as which it advertises
built = build(Path(sys.argv[1]), Path(sys.argv[2]))
assert not built.problems, built.problems
"""


def build_elsewhere(folder: Path, site: Path, umask: str, **environment: str) -> str:
    done = subprocess.run(
        [sys.executable, "-c", BUILD_HERE, str(folder), str(site), umask],
        env=os.environ | {"PYTHONPATH": str(ROOT), "PYTHONDONTWRITEBYTECODE": "1"} | environment,
        cwd=folder.parent,
        capture_output=True,
        text=True,
        check=True,
    )
    return done.stdout + done.stderr


@pytest.mark.slow
def test_the_same_bytes_at_any_time_and_place_and_nothing_on_the_terminal(
    tmp_path: Path, compose: Compose
) -> None:
    composed = {"sitemap.xml": b"<urlset><!-- as it was composed --></urlset>"}
    compose(tmp_path / "one" / "pages", files=composed, address="https://tin.example.vn/ban-tin/")
    shutil.copytree(tmp_path / "one" / "pages", tmp_path / "two where else" / "trang")
    first, second = tmp_path / "one" / "site", tmp_path / "two where else" / "site"
    said = build_elsewhere(
        tmp_path / "one" / "pages", first, "022", TZ="Asia/Ho_Chi_Minh", PYTHONHASHSEED="1"
    )
    said += build_elsewhere(
        tmp_path / "two where else" / "trang", second, "077",
        TZ="America/Anchorage", PYTHONHASHSEED="2", LC_ALL="C", LANG="C", SOURCE_DATE_EPOCH="1500000000",
        NO_MKDOCS_2_WARNING="",
    )  # fmt: skip
    assert said == ""
    assert digests(first) == digests(second)
    assert {entry.split()[-1] for entry in digests(first)} == {"100644"}
    assert (first / "sitemap.xml").read_bytes() == composed["sitemap.xml"]
    assert not (first / "sitemap.xml.gz").exists()


@pytest.mark.slow
def test_plain_mkdocs_gives_byte_identical_pages(tmp_path: Path, compose: Compose) -> None:
    compose(tmp_path / "pages", address="https://tin.example.vn/ban-tin/")
    build(tmp_path / "pages", tmp_path / "site")
    subprocess.run(
        [sys.executable, "-m", "mkdocs", "build", "--quiet"],
        cwd=tmp_path / "pages",
        env=os.environ | {"NO_MKDOCS_2_WARNING": "1"},
        check=True,
    )
    plain = digests(tmp_path / "pages" / "site")
    clocks = {entry for entry in plain if entry.startswith(("sitemap.xml", *FRAME))}
    ours = {entry: digest for entry, digest in digests(tmp_path / "site").items() if entry not in clocks}
    assert len(ours) > 3
    assert {entry: digest for entry, digest in plain.items() if entry not in clocks} == ours


@pytest.mark.slow
def test_the_base_may_turn_strictness_off_but_warnings_stay_problems(
    tmp_path: Path, compose: Compose
) -> None:
    compose(tmp_path / "pages", pages=BROKEN, base=BASE + "strict: false\n")
    assert len(build(tmp_path / "pages", tmp_path / "site").problems) == 1
