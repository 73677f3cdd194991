from __future__ import annotations

import errno
import hashlib
import json
import os
import shutil
import tempfile
from pathlib import Path

import pytest

from bantin.problems import Location, Problem, Severity, say
from bantin.release import Work, make_release
from bantin.release.kept import KEPT
from bantin.release.manifest import manifest_text
from bantin.site.folder import write_file
from tests.release.builds import DAY, NOW, contents, names, nobody, released, said, writing

RELEASES = Path("build", "releases")


def test_a_release_has_its_name_from_its_content(tmp_path: Path) -> None:
    outcome = released(tmp_path, "một")
    release = tmp_path / RELEASES / outcome.identity
    manifest = (release / "manifest.json").read_bytes()
    assert outcome.identity == hashlib.sha256(manifest).hexdigest()[:16]
    assert json.loads(manifest)["files"] == [
        {"path": path, "sha256": hashlib.sha256(content).hexdigest(), "mode": "0644"}
        for path, content in sorted(contents(release).items())
        if path != "manifest.json"
    ]
    assert names(release) == {"pages", "site", "manifest.json"}
    assert outcome.site == tmp_path / "site"


def test_a_manifest_does_not_depend_on_the_order_of_the_disk(tmp_path: Path) -> None:
    for number in range(40, 0, -1):
        write_file(tmp_path / "site" / f"{number * 7919 % 97}.html", b"x")
    paths = [entry["path"] for entry in json.loads(manifest_text(tmp_path, ("site",)))["files"]]
    assert paths == sorted(paths)
    assert len(paths) == 40


def test_the_site_is_a_relative_link_to_the_release(tmp_path: Path) -> None:
    outcome = released(tmp_path / "a", "một")
    assert os.readlink(tmp_path / "a" / "site") == f"build/releases/{outcome.identity}/site"
    assert os.readlink(tmp_path / "a" / "build" / "pages") == f"releases/{outcome.identity}/pages"
    (tmp_path / "a").rename(tmp_path / "b")
    assert said(tmp_path / "b") == "một"


def test_the_next_release_takes_its_place_and_the_last_is_kept(tmp_path: Path) -> None:
    first, second = released(tmp_path, "một"), released(tmp_path, "hai")
    assert said(tmp_path) == "hai"
    assert names(tmp_path / RELEASES) - {".lock"} == {first.identity, second.identity}
    assert (tmp_path / "build" / "pages" / "docs" / "index.md").read_bytes() == b"# hai"
    assert names(tmp_path) == {"build", "site"}


def test_the_same_content_is_the_same_release(tmp_path: Path) -> None:
    first = released(tmp_path, "một")
    node = (tmp_path / RELEASES / first.identity).stat().st_ino
    released(tmp_path, "hai")
    again = released(tmp_path, "một")
    assert again.identity == first.identity
    assert (tmp_path / RELEASES / first.identity).stat().st_ino == node
    assert said(tmp_path) == "một"
    assert len(names(tmp_path / RELEASES) - {".lock"}) == 2


def test_a_release_that_someone_changed_is_mended(tmp_path: Path) -> None:
    outcome = released(tmp_path, "một")
    before = contents(tmp_path / RELEASES / outcome.identity)
    (tmp_path / "site" / "index.html").write_text("sửa tay", encoding="utf-8")
    (tmp_path / "site" / "tin" / "a.html").unlink()
    (tmp_path / "site" / "them.html").touch()
    released(tmp_path, "một")
    assert contents(tmp_path / RELEASES / outcome.identity) == before


def test_modes_are_fixed_and_readable_under_a_strict_umask(tmp_path: Path) -> None:
    first = released(tmp_path / "a", "một")
    before = os.umask(0o077)
    try:
        second = released(tmp_path / "b", "một")
    finally:
        os.umask(before)
    assert first.identity == second.identity
    folders = [tmp_path / "b" / "build", tmp_path / "b" / RELEASES]
    release = folders[1] / second.identity
    for path in [*folders, release, *release.rglob("*")]:
        assert path.stat().st_mode & 0o777 == (0o755 if path.is_dir() else 0o644), path


def test_an_error_leaves_the_last_good_site_untouched(tmp_path: Path) -> None:
    good = released(tmp_path, "một")
    wrong = Problem("no-h1", Location("site/index.html"), say("the page has no main heading (h1)"))

    def build(work: Work) -> list[Problem]:
        return [*writing("hai")(work), wrong]

    outcome = make_release(tmp_path, build, clock=lambda: NOW)
    assert (outcome.problems, outcome.identity, outcome.site) == ((wrong,), "", None)
    assert said(tmp_path) == "một"
    assert names(tmp_path / RELEASES) - {".lock"} == {good.identity}


def test_warnings_do_not_stop_a_release(tmp_path: Path) -> None:
    warning = Problem("same-title", Location("site/a.html"), say("x"), severity=Severity.WARNING)
    outcome = make_release(tmp_path, lambda work: [*writing("một")(work), warning], clock=lambda: NOW)
    assert outcome.problems == (warning,)
    assert said(tmp_path) == "một"


def test_a_failure_of_the_program_leaves_nothing_behind(tmp_path: Path) -> None:
    good = released(tmp_path, "một")

    def build(work: Work) -> list[Problem]:
        writing("hai")(work)
        raise RuntimeError("bug")

    with pytest.raises(RuntimeError, match="bug"):
        make_release(tmp_path, build, clock=lambda: NOW)
    assert names(tmp_path / RELEASES) - {".lock"} == {good.identity}


@pytest.mark.parametrize(("number", "rule"), [(errno.ENOSPC, "disk-full"), (errno.EDQUOT, "disk-full")])
def test_a_full_disk_is_a_problem_and_destroys_nothing(tmp_path: Path, number: int, rule: str) -> None:
    good = released(tmp_path, "một")

    def build(work: Work) -> list[Problem]:
        write_file(work.site / "index.html", b"hai")
        raise OSError(number, os.strerror(number), str(work.site / "tin.html"))

    outcome = make_release(tmp_path, build, clock=lambda: NOW)
    assert [problem.rule for problem in outcome.problems] == [rule]
    assert said(tmp_path) == "một"
    assert names(tmp_path / RELEASES) - {".lock"} == {good.identity}


@pytest.mark.parametrize("call", ["os.rename", "os.replace", "os.utime"])
def test_a_disk_that_fills_up_while_publishing(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, call: str
) -> None:
    released(tmp_path, "một")

    def full(*args: object) -> None:
        raise OSError(errno.ENOSPC, os.strerror(errno.ENOSPC), "manifest.json")

    with monkeypatch.context() as patched:
        patched.setattr(call, full)
        outcome = make_release(tmp_path, writing("hai"), clock=lambda: NOW)
    assert [problem.rule for problem in outcome.problems] == ["disk-full"]
    assert said(tmp_path) == "một"
    assert not [name for name in names(tmp_path / RELEASES) if name.startswith((".new-", ".link-"))]
    released(tmp_path, "hai")
    assert said(tmp_path) == "hai"


def test_a_project_that_may_only_be_read_is_a_problem() -> None:
    folder = Path(tempfile.mkdtemp())
    try:
        folder.chmod(0o555)
        with nobody():
            outcome = make_release(folder, writing("một"), clock=lambda: NOW)
        assert [problem.rule for problem in outcome.problems] == ["not-permitted"]
        assert names(folder) == set()
    finally:
        shutil.rmtree(folder)


def test_the_newest_releases_are_kept(tmp_path: Path) -> None:
    made = [released(tmp_path, f"số {turn}", now=NOW + turn).identity for turn in range(KEPT + 2)]
    assert names(tmp_path / RELEASES) - {".lock"} == set(made[2:])
    released(tmp_path, "số 2", now=NOW + 100)
    last = released(tmp_path, "số 99", now=NOW + 101).identity
    assert names(tmp_path / RELEASES) - {".lock"} == {last, made[2], *made[4:]}


def test_the_published_release_is_kept_however_old(tmp_path: Path) -> None:
    published = released(tmp_path, "một").identity
    for turn in range(1, KEPT + 3):
        released(tmp_path, f"ra ngoài {turn}", out=tmp_path / "out", now=NOW + turn)
    assert published in names(tmp_path / RELEASES)
    assert said(tmp_path) == "một"
    assert len(names(tmp_path / RELEASES) - {".lock"}) == KEPT + 1


def test_what_killed_builds_left_is_removed_after_a_day(tmp_path: Path) -> None:
    released(tmp_path, "một")
    releases = tmp_path / RELEASES
    for name, age in ((".new-old", DAY + 1), (".new-young", DAY - 1), (".old-old", DAY + 1)):
        write_file(releases / name / "pages" / "index.md", b"x")
        os.utime(releases / name, (NOW - age, NOW - age))
    (releases / ".link-old").symlink_to("nowhere")
    os.utime(releases / ".link-old", (NOW - 2 * DAY, NOW - 2 * DAY), follow_symlinks=False)
    released(tmp_path, "hai")
    assert {name for name in names(releases) if name.startswith((".new", ".old", ".link"))} == {".new-young"}
