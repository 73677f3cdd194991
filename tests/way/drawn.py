"""Drawings that stand for photos: nobody's face and nobody's rights are in them."""

from __future__ import annotations

import io

from PIL import Image, ImageDraw, ImageFilter

ORIENTATION, DESCRIPTION, PLACE = 0x0112, 0x010E, 0x8825
SECRET = "nha rieng so 7"
"""What the camera tells of the owner of the photo."""


def drawing(size: tuple[int, int], noise: int = 0) -> Image.Image:
    """A hall with a table: sky above, red to the left and blue to the right below, grains of noise on it."""
    width, height = size
    image = Image.new("RGB", size, (228, 222, 208))
    draw = ImageDraw.Draw(image)
    draw.rectangle((0, height // 2, width // 2, height), (155, 28, 28))
    draw.rectangle((width // 2, height // 2, width, height), (28, 60, 130))
    for seat in range(9):
        left = width * (2 * seat + 1) // 20
        draw.ellipse((left, height * 3 // 5, left + width // 14, height * 4 // 5), (60, 62, 70))
    if noise:
        grains = Image.effect_noise(size, noise).convert("RGB")
        image = Image.blend(image, grains, 0.5)
    return image.filter(ImageFilter.GaussianBlur(1)) if not noise else image


def photo(
    size: tuple[int, int], kind: str = "JPEG", orientation: int = 1, noise: int = 0, **more: object
) -> bytes:
    """A file as a camera writes it: held as said, with the place and the owner of the camera beside it."""
    exif = Image.Exif()
    exif[ORIENTATION] = orientation
    exif[DESCRIPTION] = SECRET
    exif.get_ifd(PLACE).update({1: "N", 2: (18.0, 40.0, 12.0), 3: "E", 4: (105.0, 41.0, 30.0)})
    target = io.BytesIO()
    quality = {} if kind == "PNG" else {"quality": 80}
    drawing(size, noise).save(target, kind, exif=exif, **(quality | more))
    return target.getvalue()
