from __future__ import annotations

import errno
import os
from pathlib import Path

import pytest

from bantin.site import Configuration, write_folder
from bantin.site.folder import Writer, add_files, settle, share, write_file
from tests.site.sample import BASE, PAGES, Compose

SETTINGS = Configuration(name="Bản tin", description="Tin", nav=(("Đầu", "index.md"),))


def modes(folder: Path) -> set[tuple[bool, int]]:
    return {(path.is_dir(), path.stat().st_mode & 0o777) for path in [folder, *folder.rglob("*")]}


def test_everything_the_engine_needs_stands_in_the_folder(tmp_path: Path, compose: Compose) -> None:
    photo = tmp_path / "anh.jpg"
    photo.write_bytes(b"\xff\xd8")
    assert compose(tmp_path / "pages", files={"anh/a.jpg": photo, "anh/b.jpg": b"\xff"}) == []
    written = {
        path.relative_to(tmp_path / "pages").as_posix(): path.read_bytes()
        for path in (tmp_path / "pages").rglob("*")
        if path.is_file()
    }
    assert written.pop("mkdocs.yml").startswith(b"{")
    assert written.pop("theme/assets/own.css").startswith(b"body")
    assert written == {
        "base.yml": BASE.encode(),
        "docs/index.md": PAGES["index.md"].encode(),
        "docs/tin/2024/11/phien/index.md": PAGES["tin/2024/11/phien/index.md"].encode(),
        "docs/anh/a.jpg": b"\xff\xd8",
        "docs/anh/b.jpg": b"\xff",
    }


def test_modes_do_not_follow_the_umask(tmp_path: Path, compose: Compose) -> None:
    before = os.umask(0o077)
    try:
        assert compose(tmp_path / "pages") == []
    finally:
        os.umask(before)
    assert modes(tmp_path / "pages") == {(True, 0o755), (False, 0o644)}
    (tmp_path / "pages" / "base.yml").chmod(0o777)
    settle(tmp_path / "pages")
    assert modes(tmp_path / "pages") == {(True, 0o755), (False, 0o644)}


def test_no_path_leaves_the_folder(tmp_path: Path, compose: Compose) -> None:
    problems = compose(tmp_path / "pages", pages=PAGES | {"../../evil.md": "x"})
    assert [problem.rule for problem in problems] == ["unsafe-path"]
    assert not (tmp_path / "pages").exists()


def test_a_page_and_a_file_at_the_same_place_are_refused(tmp_path: Path, compose: Compose) -> None:
    problems = compose(tmp_path / "pages", files={"INDEX.md": b"x"})
    assert {problem.rule for problem in problems} == {"paths-collide"}
    problems = compose(tmp_path / "pages", files={"index.md": b"x"})
    assert {problem.rule for problem in problems} == {"paths-collide"}


def test_what_lies_about_in_the_folder_could_be_published(tmp_path: Path, compose: Compose) -> None:
    write_file(tmp_path / "pages" / "docs" / "draft.md", b"secret")
    with pytest.raises(ValueError, match="not empty"):
        compose(tmp_path / "pages")


@pytest.mark.parametrize(
    ("number", "rule"),
    [
        (errno.ENOSPC, "disk-full"),
        (errno.EACCES, "not-permitted"),
        (errno.EROFS, "not-permitted"),
        (errno.EIO, "cannot-write"),
    ],
)
def test_a_refusal_of_the_system_is_a_problem(tmp_path: Path, theme: Path, number: int, rule: str) -> None:
    def refusing(path: Path, content: bytes) -> None:
        if path.suffix == ".md":
            raise OSError(number, os.strerror(number), str(path))
        write_file(path, content)

    problems = write_folder(
        tmp_path / "pages", SETTINGS, base=BASE, pages=PAGES, files={}, theme=theme, write=refusing
    )
    assert [problem.rule for problem in problems] == [rule]
    assert problems[0].location.file.endswith("index.md")


def test_a_photo_that_has_gone_is_a_problem(tmp_path: Path, compose: Compose) -> None:
    problems = compose(tmp_path / "pages", files={"anh/a.jpg": tmp_path / "gone.jpg"})
    assert [problem.rule for problem in problems] == ["cannot-write"]
    assert problems[0].location.file.endswith("gone.jpg")


def test_a_file_that_an_earlier_folder_holds_just_so_is_linked(tmp_path: Path) -> None:
    before, after = tmp_path / "before", tmp_path / "after"
    for name, text in (("a.html", "một"), ("tin/b.html", "hai"), ("c.html", "ba bốn")):
        write_file(before / name, text.encode())
    write = Writer(after, before)
    for name, text in (("a.html", "một"), ("tin/b.html", "hại"), ("c.html", "ba"), ("d.html", "năm")):
        write(after / name, text.encode())
    linked = {path.name for path in after.rglob("*.html") if path.stat().st_nlink > 1}
    assert linked == {"a.html"}
    assert (after / "tin" / "b.html").read_text("utf-8") == "hại"
    assert (before / "tin" / "b.html").read_text("utf-8") == "hai"


def test_a_folder_may_be_named_from_where_one_stands(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.chdir(tmp_path)
    for name in "ab":
        write_file(tmp_path / "before" / name, b"x")
    write = Writer(Path("after"), Path("before"))
    write(tmp_path / "after" / "a", b"x")
    write(Path("after/b"), b"x")
    assert {path.stat().st_nlink for path in (tmp_path / "after").iterdir()} == {2}


def test_an_earlier_folder_is_never_written_into(tmp_path: Path) -> None:
    before, after = tmp_path / "before", tmp_path / "after"
    write_file(before / "a.html", b"x")
    write = Writer(after, before)
    write(after / "a.html", b"x")
    with pytest.raises(FileExistsError):
        write(after / "a.html", b"y")
    (before / "b.html").symlink_to(before / "a.html")
    write(after / "b.html", b"x")
    assert (before / "a.html").read_bytes() == b"x"
    assert not (after / "b.html").is_symlink()
    assert not (after / "b.html").samefile(before / "a.html")


def test_what_an_engine_wrote_as_it_stood_is_shared_and_nothing_in_the_earlier_folder_changes(
    tmp_path: Path,
) -> None:
    before, after = tmp_path / "before", tmp_path / "after"
    for name, text in (("a.css", "một"), ("tin/b.html", "hai"), ("c.js", "ba"), ("d.svg", "tư")):
        write_file(before / name, text.encode())
        os.utime(before / name, ns=(1, 1))
    for name, text in (("a.css", "một"), ("tin/b.html", "hại"), ("c.js", "ba"), ("e.js", "ba"), ("f", "ba")):
        write_file(after / name, text.encode())
    (before / "c.js").chmod(0o600)
    (before / "f").symlink_to(before / "d.svg")
    (before / "e.js").mkdir()
    modes = {path: path.lstat().st_mode for path in before.rglob("*")}
    settle(after)
    held = {path: path.read_bytes() for path in after.rglob("*") if path.is_file()}
    share(after, before)
    assert {path: path.read_bytes() for path in after.rglob("*") if path.is_file()} == held
    shared = {path.name for path in held if path.stat().st_nlink > 1}
    assert shared == ({"a.css"} if os.name == "posix" else {"a.css", "c.js"})
    assert (after / "a.css").samefile(before / "a.css")
    assert (before / "a.css").stat().st_mtime_ns == 1
    assert {path: path.lstat().st_mode for path in before.rglob("*")} == modes


def test_files_are_added_to_a_site_in_place_of_what_the_engine_made(tmp_path: Path) -> None:
    pages, site = tmp_path / "pages", tmp_path / "site"
    write_file(site / "sitemap.xml", b"the engine's")
    assert add_files(pages, site, {"sitemap.xml": b"ours", "so-lieu/a.csv": b"1"}) == []
    assert (site / "sitemap.xml").read_bytes() == (pages / "docs" / "sitemap.xml").read_bytes() == b"ours"
    assert (site / "so-lieu" / "a.csv").samefile(pages / "docs" / "so-lieu" / "a.csv")
