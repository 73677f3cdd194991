"""Photos below ``content/``: read, turned upright, and stripped of what the camera wrote into them."""

from __future__ import annotations

import io
import warnings
from collections.abc import Mapping
from dataclasses import dataclass

from PIL import Image, ImageOps, UnidentifiedImageError

from bantin.dataset.dataset import Dataset
from bantin.problems import Problem, say

_FORMATS = {"JPEG": {"quality": 88, "optimize": True}, "PNG": {"optimize": True}, "WEBP": {"quality": 86}}

_READ = (*_FORMATS, "MPO")
"""What is read: cameras call a JPEG with a second picture in it MPO."""
_MOST_PIXELS = 50_000_000
_BROKEN = (
    UnidentifiedImageError,
    OSError,
    ValueError,
    SyntaxError,
    MemoryError,
    Image.DecompressionBombError,
)


@dataclass(frozen=True, slots=True)
class Picture:
    """A photo ready for publication: its path, its bytes without metadata, its size in pixels."""

    file: str
    data: bytes
    width: int
    height: int


def read_pictures(dataset: Dataset, content: Mapping[str, bytes]) -> tuple[dict[str, Picture], list[Problem]]:
    """The photos that the articles of the dataset show, by path; files that hold no photo are problems."""
    pictures: dict[str, Picture] = {}
    problems: list[Problem] = []
    for article in dataset.articles:
        for photo in article.photos:
            if photo.file is None or photo.file in pictures or photo.file not in content:
                continue
            picture = read_picture(photo.file, content[photo.file])
            if picture is not None:
                pictures[photo.file] = picture
                continue
            problems.append(
                Problem(
                    "broken-photo",
                    photo.where("file"),
                    say("content/{name} is not a photo that can be read", name=photo.file),
                    remedy=say("save it again as JPEG, PNG or WebP, with at most 50 million pixels"),
                )
            )
    return pictures, problems


def read_picture(file: str, data: bytes) -> Picture | None:
    """The photo without metadata (place, camera, owner) and turned upright, or None if it is none."""
    try:
        with warnings.catch_warnings(action="ignore"), Image.open(io.BytesIO(data), formats=_READ) as image:
            if image.width * image.height > _MOST_PIXELS:
                return None
            kind = "JPEG" if image.format == "MPO" else str(image.format)
            upright = ImageOps.exif_transpose(image)
            clean = Image.new(upright.mode, upright.size)
            clean.paste(upright)
            if upright.mode == "P" and (palette := upright.getpalette()):
                clean.putpalette(palette)
            target = io.BytesIO()
            clean.save(target, kind, **_FORMATS[kind])  # type: ignore[arg-type]  # options of each format
    except _BROKEN:
        return None
    return Picture(file, target.getvalue(), clean.width, clean.height)
