"""The files that a photo is published as: two kinds in three widths, each as heavy as a phone can bear."""

from __future__ import annotations

import io
from collections.abc import Mapping
from dataclasses import dataclass

from PIL import Image, ImageCms, features
from PIL import __version__ as pillow

from bantin.dataset.pictures import BROKEN, Size, is_lying, opened, upright

WIDTHS = (360, 720, 1280)
"""Pixels: a phone; a phone with two of them to the point, or a column of text; that column with two."""

PHONE = 720
PHONE_BYTES = 60_000
"""What a photo may weigh at the width that phones take."""

_NEARLY = 1.1
"""Two widths that differ by less are one: the second file would save nobody anything."""


@dataclass(frozen=True, slots=True)
class Encoding:
    """How files of a kind are written: from the best quality down to the least, a step at a time."""

    kind: str
    best: int
    least: int
    options: Mapping[str, object]


_STEP = 5
_MOST_BYTES = {360: 25_000, PHONE: PHONE_BYTES, 1280: 150_000}
"""Beyond that the quality is lowered, within its bounds."""

ENCODINGS = {
    "webp": Encoding("WEBP", 80, 50, {"method": 4}),
    "jpg": Encoding("JPEG", 82, 55, {"optimize": True, "progressive": True, "subsampling": "4:2:0"}),
}
"""By the ending of the file, the better kind first."""

SETTINGS = "; ".join(
    (
        f"1 {WIDTHS} {_NEARLY} {_STEP} {sorted(_MOST_BYTES.items())}",
        *map(str, ENCODINGS.values()),
        f"pillow {pillow}, webp {features.version('webp')}, jpeg {features.version('libjpeg_turbo')}",
    )
)
"""All that the bytes depend on but the photo itself."""


@dataclass(frozen=True, slots=True)
class Form:
    """One file of a photo: its path below the site, its size in pixels, how its kind is called ("webp")."""

    path: str
    width: int
    height: int
    kind: str

    @property
    def name(self) -> str:
        """What tells it from the other files of its photo."""
        return f"{self.width}.{self.kind}"


def forms(file: str, width: int, height: int) -> tuple[Form, ...]:
    """The files of a photo, WebP before JPEG, narrow before wide; none is larger than the photo.

    The ending of the photo stays in their names, so that a.png and a.jpg never become one.
    """
    stem, _, ending = file.rpartition(".")
    return tuple(
        Form(f"{stem}-{ending}-{wide}.{kind}", wide, max(1, round(height * wide / width)), kind)
        for kind in ENCODINGS
        for wide in _widths(width)
    )


def is_for_phones(form: Form) -> bool:
    """Whether a phone takes the file."""
    return form.width <= PHONE * _NEARLY


def _widths(width: int) -> list[int]:
    most = min(width, WIDTHS[-1])
    return [*(narrow for narrow in WIDTHS if narrow * _NEARLY < most), most]


def encode(data: bytes, size: Size) -> dict[str, bytes] | None:
    """The files of a photo of this size by the names of their forms, or None if it is not such a photo.

    Upright, in sRGB, without anything that the camera or a program wrote beside the picture.
    """
    wanted = forms("x.x", *size)
    widest = max(wanted, key=lambda form: form.width)
    try:
        with opened(data) as image:
            lying = is_lying(image)
            if (image.size[::-1] if lying else image.size) != size:
                return None
            picture = _picture(image, (widest.width, widest.height), lying)
    except BROKEN:
        return None
    scaled = {form.width: _scaled(picture, (form.width, form.height)) for form in wanted}
    return {form.name: _lightest(scaled[form.width], form) for form in wanted}


def _picture(image: Image.Image, size: Size, lying: bool) -> Image.Image:
    """The picture at its largest size, upright, in sRGB, on white where it lets something through."""
    within = size[::-1] if lying else size
    image.draft(None, (2 * within[0], 2 * within[1]))
    whole = _plain_mode(image)
    turned = upright(whole.resize(within, Image.Resampling.LANCZOS, reducing_gap=3.0))
    if turned.mode == "RGBA":
        white = Image.new("RGB", turned.size, "white")
        white.paste(turned, mask=turned.getchannel("A"))
        white.info = turned.info
        turned = white
    clean = _in_srgb(turned)
    clean.info = {}
    return clean


def _plain_mode(image: Image.Image) -> Image.Image:
    """The picture in a mode that can be scaled: greys, colours, printing colours, see-through colours."""
    if image.mode.startswith("I"):
        return image.point(lambda level: level / 256).convert("L")
    if image.has_transparency_data:
        return image.convert("RGBA")
    return image if image.mode in ("L", "RGB", "CMYK") else image.convert("RGB")


def _in_srgb(image: Image.Image) -> Image.Image:
    """The picture in the colours of the web; a profile that cannot be read is left out of account."""
    profile = image.info.get("icc_profile")
    if profile:
        try:
            source = ImageCms.ImageCmsProfile(io.BytesIO(profile))
            turned = ImageCms.profileToProfile(
                image, source, ImageCms.createProfile("sRGB"), outputMode="RGB"
            )
            if turned is not None:
                return turned
        except (ImageCms.PyCMSError, OSError, ValueError):
            pass
    return image.convert("RGB")


def _scaled(picture: Image.Image, size: Size) -> Image.Image:
    return picture if picture.size == size else picture.resize(size, Image.Resampling.LANCZOS)


def _lightest(picture: Image.Image, form: Form) -> bytes:
    """The file in the best quality that its weight allows, or in the least that is bearable."""
    encoding = ENCODINGS[form.kind]
    most = next(most for wide, most in _MOST_BYTES.items() if form.width <= wide * _NEARLY)
    written = b""
    for quality in range(encoding.best, encoding.least - 1, -_STEP):
        target = io.BytesIO()
        picture.save(target, encoding.kind, quality=quality, **encoding.options)
        written = target.getvalue()
        if len(written) <= most:
            break
    return written
