"""Photos as they are published: upright, in the colours of the web, light, nothing of their owner in them."""

from __future__ import annotations

import io

import pytest
from PIL import Image, ImageCms

from bantin.dataset.pictures import Size, measure
from bantin.outputs.photos import PHONE_BYTES, encode, forms, is_for_phones
from tests.way.drawn import SECRET, drawing, photo

RED, BLUE = (155, 28, 28), (28, 60, 130)


def published(data: bytes) -> dict[str, Image.Image]:
    size = measure(data)
    assert size is not None
    made = encode(data, size)
    assert made is not None
    return {name: Image.open(io.BytesIO(file)) for name, file in made.items()}


def near(colour: object, wanted: tuple[int, int, int]) -> bool:
    assert isinstance(colour, tuple)
    return all(abs(one - other) < 12 for one, other in zip(colour, wanted, strict=True))


@pytest.mark.parametrize(
    ("size", "widths"),
    [
        ((4000, 3000), [360, 720, 1280]),
        ((1280, 1), [360, 720, 1280]),
        ((1000, 700), [360, 720, 1000]),
        ((740, 500), [360, 740]),
        ((300, 200), [300]),
        ((1, 900), [1]),
    ],
)
def test_a_photo_has_three_widths_and_none_larger_than_itself(size: Size, widths: list[int]) -> None:
    files = forms("anh/hop.jpg", *size)
    assert [form.width for form in files] == widths * 2
    assert [form.kind for form in files] == ["webp"] * len(widths) + ["jpg"] * len(widths)
    assert all(form.height >= 1 and form.height <= size[1] for form in files)


def test_two_photos_with_one_name_and_different_endings_stay_two() -> None:
    names = [form.path for file in ("anh/hop.jpg", "anh/hop.png") for form in forms(file, 900, 600)]
    assert names[0] == "anh/hop-jpg-360.webp"
    assert len(set(names)) == len(names)


@pytest.mark.slow
@pytest.mark.parametrize("orientation", range(1, 9))
@pytest.mark.parametrize("kind", ["JPEG", "PNG", "WEBP"])
def test_a_photo_stands_as_the_camera_was_held_and_tells_nothing_of_it(kind: str, orientation: int) -> None:
    upright = drawing((900, 600))
    turned = {
        1: upright,
        2: upright.transpose(Image.Transpose.FLIP_LEFT_RIGHT),
        3: upright.transpose(Image.Transpose.ROTATE_180),
        4: upright.transpose(Image.Transpose.FLIP_TOP_BOTTOM),
        5: upright.transpose(Image.Transpose.TRANSPOSE),
        6: upright.transpose(Image.Transpose.ROTATE_90),
        7: upright.transpose(Image.Transpose.TRANSVERSE),
        8: upright.transpose(Image.Transpose.ROTATE_270),
    }[orientation]
    exif = Image.Exif()
    exif[0x0112], exif[0x010E] = orientation, SECRET
    target = io.BytesIO()
    turned.save(target, kind, exif=exif, quality=95, **({"comment": SECRET} if kind == "JPEG" else {}))
    assert SECRET.encode() in target.getvalue()
    assert measure(target.getvalue()) == (900, 600)
    for name, image in published(target.getvalue()).items():
        width, height = image.size
        assert height == round(600 * width / 900), name
        assert near(image.getpixel((width // 50, height - height // 50 - 1)), RED), name
        assert near(image.getpixel((width - width // 50 - 1, height - height // 50 - 1)), BLUE), name
        assert not image.getexif() and not set(image.info) & {"exif", "comment", "icc_profile", "xmp"}, name
    made = encode(target.getvalue(), (900, 600))
    assert made is not None and SECRET.encode() not in b"".join(made.values())


def test_a_second_picture_and_the_place_do_not_come_along() -> None:
    image = drawing((800, 500))
    data = photo((800, 500), "MPO", save_all=True, append_images=[image])
    assert b"MPF\0" in data
    made = encode(data, (800, 500))
    assert made is not None
    assert all(b"MPF\0" not in file and b"Exif" not in file for file in made.values())


def test_colours_of_another_space_are_turned_into_those_of_the_web() -> None:
    lab = ImageCms.ImageCmsProfile(ImageCms.createProfile("LAB"))
    plain = io.BytesIO()
    drawing((400, 300)).save(plain, "PNG")
    odd = io.BytesIO()
    drawing((400, 300)).save(odd, "PNG", icc_profile=b"no profile at all")
    same = io.BytesIO()
    srgb = ImageCms.ImageCmsProfile(ImageCms.createProfile("sRGB")).tobytes()
    drawing((400, 300)).save(same, "PNG", icc_profile=srgb)
    assert lab is not None
    for target in (plain, odd, same):
        image = published(target.getvalue())["400.jpg"]
        assert near(image.getpixel((10, 290)), RED)


@pytest.mark.parametrize("mode", ["1", "L", "LA", "P", "RGBA", "I;16", "CMYK"])
def test_a_photo_of_any_mode_is_shown_on_white(mode: str) -> None:
    image = Image.new("RGBA", (500, 300), (0, 0, 0, 0)) if mode in ("LA", "RGBA") else drawing((500, 300))
    target = io.BytesIO()
    kind = "JPEG" if mode == "CMYK" else "PNG"
    turned = Image.new(mode, (500, 300), 65535) if mode == "I;16" else image.convert(mode)
    turned.save(target, kind)
    for shown in published(target.getvalue()).values():
        assert shown.mode == "RGB"
        if mode in ("LA", "RGBA", "I;16"):
            assert near(shown.getpixel((250, 150)), (255, 255, 255))


@pytest.mark.slow
def test_a_busy_photo_is_lowered_in_quality_until_a_phone_can_bear_it() -> None:
    data = photo((1600, 1067), noise=45)
    made = encode(data, (1600, 1067))
    assert made is not None
    for form in forms("x.x", 1600, 1067):
        if is_for_phones(form):
            assert len(made[form.name]) <= PHONE_BYTES, form.name
    best = io.BytesIO()
    Image.open(io.BytesIO(data)).resize((720, 480)).save(best, "JPEG", quality=82)
    assert len(best.getvalue()) > PHONE_BYTES, "else the photo proves nothing"


@pytest.mark.slow
def test_the_same_photo_gives_the_same_bytes() -> None:
    data = photo((1500, 1000), noise=30)
    assert encode(data, (1500, 1000)) == encode(data, (1500, 1000))


@pytest.mark.parametrize("kind", ["JPEG", "PNG", "WEBP"])
def test_a_photo_that_breaks_off_is_none(kind: str) -> None:
    data = photo((600, 400), kind, noise=40)
    for length in (0, 10, 40, len(data) // 2, len(data) - 200):
        assert measure(data[:length]) is None, length
        assert encode(data[:length], (600, 400)) is None, length


def test_a_picture_of_too_many_points_is_refused_before_it_is_unpacked() -> None:
    target = io.BytesIO()
    Image.new("1", (9_000, 9_000)).save(target, "PNG")
    assert measure(target.getvalue()) is None


def test_a_photo_of_another_size_than_the_page_says_is_refused() -> None:
    assert encode(photo((600, 400)), (400, 600)) is None
