"""Files of a project: what leads out of it or is no file is refused, nothing hangs."""

from __future__ import annotations

import io
import os
from pathlib import Path

import pytest
from PIL import Image

from bantin.dataset.pictures import read_picture
from bantin.project import read_project


def project(folder: Path) -> Path:
    for below in ("data/meetings", "content"):
        (folder / below).mkdir(parents=True)
    (folder / "mkdocs.yml").write_text("theme: {name: material}\n")
    return folder


def refused(folder: Path) -> list[tuple[str, str]]:
    return [(problem.rule, problem.location.file) for problem in read_project(folder).problems]


@pytest.mark.parametrize("name", ["content/x.md", "content/y.jpg", "data/meetings/x.yml"])
def test_a_link_out_of_the_project_is_refused(tmp_path: Path, name: str) -> None:
    folder = project(tmp_path / "du-an")
    (tmp_path / "secret").write_text("bí mật")
    (folder / name).symlink_to(tmp_path / "secret")
    assert refused(folder) == [("foreign-file", name)]
    assert b"secret" not in b"".join(read_project(folder).content.values())


def test_a_linked_folder_is_refused(tmp_path: Path) -> None:
    folder = project(tmp_path / "du-an")
    (tmp_path / "other").mkdir()
    (folder / "data" / "results").symlink_to(tmp_path / "other")
    assert refused(folder) == [("foreign-file", "data/results")]


def test_a_pipe_does_not_hang(tmp_path: Path) -> None:
    folder = project(tmp_path)
    os.mkfifo(folder / "content" / "x.jpg")
    assert refused(folder) == [("foreign-file", "content/x.jpg")]


def test_names_are_composed_and_endings_are_kept(tmp_path: Path) -> None:
    folder = project(tmp_path)
    (folder / "content" / "a\u0309nh.png").write_bytes(b"x")
    (folder / "data" / "site.yml.txt").write_text("format: 1\n")
    files = read_project(folder)
    assert list(files.content) == ["\u1ea3nh.png"]
    assert list(files.data) == ["data/site.yml.txt"]


def test_a_photo_loses_what_the_camera_wrote_and_a_second_picture() -> None:
    exif = Image.Exif()
    exif[0x010E] = "nha rieng"
    target = io.BytesIO()
    image = Image.new("RGB", (40, 20), "white")
    image.save(target, "MPO", save_all=True, append_images=[image], exif=exif)
    picture = read_picture("a.jpg", target.getvalue())
    assert picture is not None and (picture.width, picture.height) == (40, 20)
    assert b"nha rieng" not in picture.data
    assert Image.open(io.BytesIO(picture.data)).format == "JPEG"


def test_a_picture_of_too_many_points_is_refused_before_it_is_unpacked() -> None:
    target = io.BytesIO()
    Image.new("1", (9_000, 9_000)).save(target, "PNG")
    assert read_picture("a.png", target.getvalue()) is None
