"""Photos below ``content/``: what they are and how large, read without keeping them in memory."""

from __future__ import annotations

import io
import struct
import warnings
from collections.abc import Callable, Iterator, Mapping
from contextlib import contextmanager
from dataclasses import dataclass

from PIL import Image, ImageOps, UnidentifiedImageError

from bantin.dataset.dataset import Dataset
from bantin.problems import Location, Problem, say

KINDS = (".jpg", ".jpeg", ".png", ".webp")
"""How the names of photos end."""

BROKEN = (
    UnidentifiedImageError,
    OSError,
    EOFError,
    LookupError,
    MemoryError,
    SyntaxError,
    TypeError,
    ValueError,
    struct.error,
    Image.DecompressionBombError,
)
"""What reading a file raises that holds no photo, or only half of one."""

_READ = ("JPEG", "PNG", "WEBP")

_MOST_PIXELS = 50_000_000
_ORIENTATION = 0x0112
_LYING = range(5, 9)
"""The orientations in which a camera was held on its side."""

Size = tuple[int, int]
"""Width and height in pixels."""


@dataclass(frozen=True, slots=True)
class Picture:
    """A photo that can be published: its path below ``content/`` and its size in pixels, upright."""

    file: str
    width: int
    height: int


def read_pictures(
    dataset: Dataset, content: Mapping[str, bytes], known: Callable[[bytes], Size | None] = lambda _: None
) -> tuple[dict[str, Picture], list[Problem]]:
    """The photos that the articles of the dataset show, by path; files that hold no photo are problems.

    content: asked for one file at a time; known: the size of a photo that was looked at before.
    """
    pictures: dict[str, Picture] = {}
    problems: list[Problem] = []
    for file, place in photo_places(dataset).items():
        if file not in content:
            continue
        size = _size(content, file, known)
        if size is not None:
            pictures[file] = Picture(file, *size)
        else:
            problems.append(broken_photo(file, place))
    return pictures, problems


def photo_places(dataset: Dataset) -> dict[str, Location]:
    """The files of photos that articles name, each with the first place that names it."""
    places: dict[str, Location] = {}
    for article in dataset.articles:
        for photo in article.photos:
            if photo.file is not None:
                places.setdefault(photo.file, photo.where("file"))
    return places


def broken_photo(file: str, place: Location) -> Problem:
    """A file that holds no photo, named at a place."""
    return Problem(
        "broken-photo",
        place,
        say("content/{name} is not a photo that can be read", name=file),
        remedy=say("save it again as JPEG, PNG or WebP, with at most 50 million pixels"),
    )


def _size(content: Mapping[str, bytes], file: str, known: Callable[[bytes], Size | None]) -> Size | None:
    try:
        data = content[file]
    except OSError:
        return None
    return known(data) or measure(data)


def measure(data: bytes) -> Size | None:
    """The size of a photo, upright, or None if it is none; all of it is read, for it may break off."""
    try:
        with quiet(), opened(data) as image:
            width, height = image.size
            image.draft(None, (1, 1))
            image.load()
            return (height, width) if is_lying(image) else (width, height)
    except BROKEN:
        return None


def stated_size(data: bytes) -> Size | None:
    """The size that the head of a photo states, upright, or None if it has none; the rest may be broken."""
    try:
        with quiet(), opened(data) as image:
            return image.size[::-1] if is_lying(image) else image.size
    except BROKEN:
        return None


def quiet() -> warnings.catch_warnings[None]:
    """What Pillow remarks on odd files is not for readers; one for all threads, which share its setting."""
    return warnings.catch_warnings(action="ignore")


@contextmanager
def opened(data: bytes) -> Iterator[Image.Image]:
    """A photo to be read; raises one of BROKEN when it is none, or has too many pixels to unpack."""
    with Image.open(io.BytesIO(data), formats=_READ) as image:
        if image.width * image.height > _MOST_PIXELS:
            raise ValueError("too many pixels")
        yield image


def is_lying(image: Image.Image) -> bool:
    """Whether the camera was held on its side, so that width and height change places."""
    return image.getexif().get(_ORIENTATION) in _LYING


def upright(image: Image.Image) -> Image.Image:
    """The picture turned as the camera says it was held."""
    return ImageOps.exif_transpose(image)
