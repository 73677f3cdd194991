from __future__ import annotations

import os
from pathlib import Path

import pytest

from bantin.problems import Problem
from bantin.release import Outcome, Work, make_release
from bantin.release.switch import MARKER
from bantin.site.folder import write_file
from tests.release.builds import DAY, NOW, contents, names, released, said, writing

SITE = {"index.html", "tin/a.html", MARKER}


def rules(outcome: Outcome) -> list[str]:
    return [problem.rule for problem in outcome.problems]


def test_a_plain_folder_for_hosts_without_links(tmp_path: Path) -> None:
    out = tmp_path / "xuất" / "web"
    outcome = released(tmp_path / "p", "một", out)
    assert outcome.site == out
    assert set(contents(out)) == SITE
    assert not out.is_symlink()
    assert not (tmp_path / "p" / "site").exists()
    assert not any(path.is_symlink() for path in out.rglob("*"))


def test_a_plain_folder_of_ours_is_replaced(tmp_path: Path) -> None:
    out = tmp_path / "web"
    released(tmp_path / "p", "một", out)
    (out / "index.html").write_text("sửa tay", encoding="utf-8")
    released(tmp_path / "p", "hai", out)
    assert (out / "index.html").read_bytes() == b"hai"
    assert set(contents(out)) == SITE
    assert names(tmp_path) == {"p", "web"}


def test_modes_in_a_plain_folder_do_not_follow_the_umask(tmp_path: Path) -> None:
    before = os.umask(0o077)
    try:
        released(tmp_path / "p", "một", tmp_path / "web")
    finally:
        os.umask(before)
    for path in [tmp_path / "web", *(tmp_path / "web").rglob("*")]:
        assert path.stat().st_mode & 0o777 == (0o755 if path.is_dir() else 0o644), path


def test_an_empty_folder_may_be_used(tmp_path: Path) -> None:
    (tmp_path / "web" / "css").mkdir(parents=True)
    released(tmp_path / "p", "một", tmp_path / "web")
    assert set(contents(tmp_path / "web")) == SITE


@pytest.mark.parametrize("stranger", ["CNAME", ".git/config", "tin/anh.jpg"])
def test_a_folder_that_holds_other_things_is_refused(tmp_path: Path, stranger: str) -> None:
    out = tmp_path / "web"
    write_file(out / stranger, b"x")
    built: list[Work] = []

    def build(work: Work) -> list[Problem]:
        built.append(work)
        return []

    outcome = make_release(tmp_path / "p", build, out, lambda: NOW)
    assert rules(outcome) == ["not-our-folder"]
    assert built == [], "it is said before the long build"
    assert contents(out) == {stranger: b"x"}


def test_what_was_put_into_our_folder_later_is_not_lost(tmp_path: Path) -> None:
    out = tmp_path / "web"
    released(tmp_path / "p", "một", out)
    (out / "CNAME").write_text("tin.example.vn", encoding="utf-8")
    outcome = make_release(tmp_path / "p", writing("hai"), out, lambda: NOW)
    assert rules(outcome) == ["not-our-folder"]
    assert ("files", "CNAME") in outcome.problems[0].evidence[0].gaps
    assert (out / "index.html").read_text(encoding="utf-8") == "một"


def test_a_file_in_the_way_is_refused(tmp_path: Path) -> None:
    (tmp_path / "web").write_text("x", encoding="utf-8")
    outcome = make_release(tmp_path / "p", writing("một"), tmp_path / "web", lambda: NOW)
    assert rules(outcome) == ["not-our-folder"]
    assert (tmp_path / "web").read_text(encoding="utf-8") == "x"


@pytest.mark.parametrize("out", [".", "build", "data"])
def test_folders_of_the_project_are_refused(tmp_path: Path, out: str) -> None:
    released(tmp_path, "một")
    write_file(tmp_path / "data" / "site.yml", b"x")
    before = contents(tmp_path)
    assert rules(make_release(tmp_path, writing("hai"), tmp_path / out, lambda: NOW)) == ["not-our-folder"]
    assert contents(tmp_path) == before


def test_a_site_folder_of_someone_else_is_not_replaced(tmp_path: Path) -> None:
    write_file(tmp_path / "site" / "index.html", b"other")
    assert rules(make_release(tmp_path, writing("một"), clock=lambda: NOW)) == ["not-our-folder"]
    assert said(tmp_path) == "other"


def test_without_the_right_to_make_links_the_site_is_a_plain_folder(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    def refused(*args: object, **named: object) -> None:
        raise OSError(1314, "A required privilege is not held by the client")

    with monkeypatch.context() as patched:
        patched.setattr(Path, "symlink_to", refused)
        for text in ("một", "hai"):
            released(tmp_path, text)
            assert said(tmp_path) == text
            page = tmp_path / "build" / "pages" / "docs" / "index.md"
            assert page.read_text(encoding="utf-8") == f"# {text}"
        assert not (tmp_path / "site").is_symlink()
    released(tmp_path, "ba")
    assert said(tmp_path) == "ba"
    assert names(tmp_path) == {"build", "site"}


def test_a_system_that_does_not_replace_links_to_folders(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    released(tmp_path, "một")

    def refused(source: object, target: object) -> None:
        raise PermissionError(13, "Access is denied")

    monkeypatch.setattr(os, "replace", refused)
    released(tmp_path, "hai")
    assert said(tmp_path) == "hai"
    assert (tmp_path / "site").is_symlink()
    assert names(tmp_path) == {"build", "site"}


def test_our_link_may_become_a_plain_folder(tmp_path: Path) -> None:
    released(tmp_path, "một")
    released(tmp_path, "hai", out=tmp_path / "site")
    assert not (tmp_path / "site").is_symlink()
    assert said(tmp_path) == "hai"


def test_a_link_of_the_administrator_is_followed(tmp_path: Path) -> None:
    (tmp_path / "www").mkdir()
    (tmp_path / "p").mkdir()
    (tmp_path / "p" / "site").symlink_to(tmp_path / "www")
    released(tmp_path / "p", "một")
    assert (tmp_path / "www" / "index.html").read_text(encoding="utf-8") == "một"
    assert os.readlink(tmp_path / "p" / "site") == str(tmp_path / "www")
    write_file(tmp_path / "www" / "khac.html", b"x")
    assert rules(make_release(tmp_path / "p", writing("hai"), clock=lambda: NOW)) == ["not-our-folder"]


def test_if_the_second_renaming_fails_the_first_is_undone(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    out = tmp_path / "web"
    released(tmp_path / "p", "một", out)
    real = os.rename

    def fragile(source: Path, target: Path) -> None:
        if Path(target) == out and ".new-" in Path(source).name:
            raise PermissionError(13, "held by another program", str(target))
        real(source, target)

    monkeypatch.setattr(os, "rename", fragile)
    outcome = make_release(tmp_path / "p", writing("hai"), out, lambda: NOW)
    assert rules(outcome) == ["not-permitted"]
    assert (out / "index.html").read_text(encoding="utf-8") == "một"
    assert names(tmp_path) == {"p", "web"}


def test_leftovers_beside_a_plain_folder_are_removed_after_a_day(tmp_path: Path) -> None:
    ages = {".web.new-a": 2 * DAY, ".web.old-b": 2 * DAY, ".web.new-c": 0, ".other.new-d": 2 * DAY}
    for name, age in ages.items():
        (tmp_path / name).mkdir()
        os.utime(tmp_path / name, (NOW - age, NOW - age))
    released(tmp_path / "p", "một", tmp_path / "web")
    assert names(tmp_path) == {"p", "web", ".web.new-c", ".other.new-d"}
