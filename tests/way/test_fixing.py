"""``bantin check --fix`` on a project's folder: files are changed in one step or not at all."""

from __future__ import annotations

import errno
from pathlib import Path

import pytest

from bantin.fixing import fix
from bantin.project import write_over
from tests.dataset.projects import EXAMPLE, changed, files_of

ARTICLE = "data/articles/2019/ket-qua-2019.yml"
MEETING = "data/meetings/2024/phien-thuong-ky-thang-11.yml"


@pytest.fixture
def project(tmp_path: Path) -> Path:
    """A project with a slip in two files, the first saved on Windows."""
    files = changed(files_of(EXAMPLE), ARTICLE, "Qua đó, nhiều", "Qua đó , nhiều")
    files = changed(files, MEETING, "Bên cạnh kết quả, UBKT", "Bên cạnh kết quả , UBKT")
    files[ARTICLE] = files[ARTICLE].replace(b"\n", b"\r\n")
    for name, content in files.items():
        (tmp_path / name).parent.mkdir(parents=True, exist_ok=True)
        (tmp_path / name).write_bytes(content)
    return tmp_path


def contents(folder: Path) -> dict[str, bytes]:
    return {
        path.relative_to(folder).as_posix(): path.read_bytes() for path in folder.rglob("*") if path.is_file()
    }


def test_what_is_safe_is_mended_and_nothing_else_touched(project: Path) -> None:
    (project / ARTICLE).chmod(0o640)
    fixed = fix(project)
    good = files_of(EXAMPLE)
    assert contents(project) == {**good, ARTICLE: good[ARTICLE].replace(b"\n", b"\r\n")}
    assert [(change.file, change.rule) for change in fixed.changes] == [
        (ARTICLE, "space-before-mark"),
        (MEETING, "space-before-mark"),
    ]
    assert fixed.problems == ()
    assert (project / ARTICLE).stat().st_mode & 0o777 == 0o640


def test_a_second_run_writes_nothing(project: Path) -> None:
    fix(project)

    def refuse(path: Path, content: bytes) -> None:
        raise AssertionError(path)

    assert fix(project, write=refuse).changes == ()


def test_a_file_that_cannot_be_written_is_told_and_the_others_are_mended(project: Path) -> None:
    def full(path: Path, content: bytes) -> None:
        if path.name == Path(ARTICLE).name:
            raise OSError(errno.ENOSPC, "full", str(path))
        write_over(path, content)

    fixed = fix(project, write=full)
    assert [change.file for change in fixed.changes] == [MEETING]
    assert [problem.rule for problem in fixed.problems] == ["disk-full"]


def test_writing_that_breaks_off_leaves_the_old_file_and_no_other(
    project: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    before = contents(project)

    def broken(*_: object) -> None:
        raise OSError(errno.EIO, "gone")

    monkeypatch.setattr(Path, "replace", broken)
    with pytest.raises(OSError, match="gone"):
        write_over(project / ARTICLE, b"x")
    assert contents(project) == before


def test_a_link_keeps_pointing_to_its_file(project: Path) -> None:
    link = project / "data" / "link.yml"
    link.symlink_to(project / ARTICLE)
    write_over(link, b"x")
    assert link.is_symlink()
    assert (project / ARTICLE).read_bytes() == b"x"
