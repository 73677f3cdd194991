"""The theme's own files: colours, fonts, and what a first view costs."""

from __future__ import annotations

import gzip
import re
from itertools import product

import pytest
import yaml

from bantin.site.style import lean
from tests.pages.built import ROOT, THEME

CSS = (THEME / "assets" / "bantin.css").read_text()
FONTS = THEME / "assets" / "fonts"
BLOCKS = {
    "light": r":root \{\n  color-scheme: light;(.*?)\n\n",
    "dark by preference": r':root:not\(\[data-nen="sang"\]\) \{(.*?)\}',
    "dark by choice": r':root\[data-nen="toi"\] \{(.*?)\}',
    "print": r":root:root:root \{(.*?)\}",
}
TEXT, GROUNDS = ("ink", "quiet", "accent"), ("paper", "tint")


def colours(block: str) -> dict[str, str]:
    found = re.search(BLOCKS[block], CSS, re.DOTALL)
    assert found
    return dict(re.findall(r"--([a-z]+): (#[0-9a-f]+)", found[1]))


def luminance(colour: str) -> float:
    """WCAG 2.2, "relative luminance"."""
    digits = colour[1:] if len(colour) == 7 else "".join(2 * digit for digit in colour[1:])
    parts = [int(digits[start : start + 2], 16) / 255 for start in (0, 2, 4)]
    red, green, blue = (c / 12.92 if c <= 0.04045 else ((c + 0.055) / 1.055) ** 2.4 for c in parts)
    return 0.2126 * red + 0.7152 * green + 0.0722 * blue


def contrast(one: str, other: str) -> float:
    """WCAG 2.2, "contrast ratio"."""
    high, low = sorted((luminance(one), luminance(other)), reverse=True)
    return (high + 0.05) / (low + 0.05)


def test_the_measure_of_contrast() -> None:
    assert round(contrast("#000", "#ffffff"), 2) == 21
    assert round(contrast("#777777", "#ffffff"), 2) == 4.48


@pytest.mark.parametrize("block", BLOCKS)
def test_text_can_be_read_on_every_ground(block: str) -> None:
    palette = colours(block)
    weak = {
        (text, ground): round(contrast(palette[text], palette[ground]), 2)
        for text, ground in product(TEXT, GROUNDS)
        if contrast(palette[text], palette[ground]) < 4.5
    }
    assert weak == {}


@pytest.mark.parametrize("block", BLOCKS)
def test_bars_stand_out_from_the_paper(block: str) -> None:
    palette = colours(block)
    assert min(contrast(palette[bar], palette["paper"]) for bar in ("accent", "earlier")) >= 3


def test_dark_is_the_same_by_preference_and_by_choice() -> None:
    assert colours("dark by preference") == colours("dark by choice")
    assert set(colours("light")) == set(colours("dark by choice")) == set(colours("print"))


def test_colours_are_named_once() -> None:
    rest = CSS
    for pattern in BLOCKS.values():
        rest = re.sub(pattern, "", rest, flags=re.DOTALL)
    assert re.findall(r"#[0-9a-f]{3,8}\b", rest) == []


def test_every_font_of_the_style_sheet_is_there_and_no_other() -> None:
    named = set(re.findall(r"url\(fonts/([^)]+)\)", CSS))
    assert named == {path.name for path in FONTS.glob("*.woff2")}
    faces = re.findall(r"@font-face \{(.*?)\}", CSS, re.DOTALL)
    loaded = [face for face in faces if "url(" in face]
    assert len(faces) == CSS.count("@font-face")
    assert len(loaded) == len(named) and all("font-display: swap" in face for face in loaded)
    assert all("local(" in face and "size-adjust" in face for face in faces if face not in loaded)


def test_every_font_has_its_licence_beside_it() -> None:
    families = {path.name.split("-latin")[0].split("-vietnamese")[0] for path in FONTS.glob("*.woff2")}
    assert families == {path.name.removesuffix("-OFL.txt") for path in FONTS.glob("*-OFL.txt")}
    assert all("SIL OPEN FONT LICENSE" in path.read_text() for path in FONTS.glob("*-OFL.txt"))


@pytest.mark.parametrize("letter", "aĐđăâêôơưạếộữỹẵ0…–“”")
def test_every_letter_has_a_font(letter: str) -> None:
    ranges = {
        (family, weight): spans
        for family, weight, spans in re.findall(
            r'font-family: "([^"]+)"; font-weight: (\d+).*?unicode-range: ([^;]+);', CSS, re.DOTALL
        )
    }
    assert set(ranges) == {("Be Vietnam Pro", "400"), ("Be Vietnam Pro", "600"), ("Source Serif 4", "400")}
    for family, weight in ranges:
        spans = re.findall(rf'"{family}"; font-weight: {weight}.*?unicode-range: ([^;]+);', CSS, re.DOTALL)
        assert sum(covers(span, letter) for span in spans) == 1, (family, weight)


def covers(spans: str, letter: str) -> bool:
    bounds = (span.strip().removeprefix("U+").split("-") for span in spans.split(","))
    return any(int(first[0], 16) <= ord(letter) <= int(first[-1], 16) for first in bounds)


def test_readers_load_the_style_sheet_without_its_comments() -> None:
    loaded = lean(CSS)
    assert "/*" in CSS and "/*" not in loaded and "\n " not in loaded
    assert re.sub(r"\s+", "", loaded) == re.sub(r"\s+|/\*.*?\*/", "", CSS, flags=re.DOTALL)


def test_the_style_of_a_first_view_is_small() -> None:
    fonts = sum(path.stat().st_size for path in FONTS.glob("*.woff2"))
    script = (THEME / "assets" / "bantin.js").read_bytes()
    code = sum(len(gzip.compress(part)) for part in (lean(CSS).encode(), script))
    assert fonts < 96_000
    assert code < 10_000


def test_the_configuration_takes_nothing_from_elsewhere() -> None:
    configuration = yaml.safe_load((ROOT / "mkdocs.yml").read_text())
    assert configuration["theme"]["name"] == "material"
    assert configuration["theme"]["font"] is False
    assert configuration["plugins"] == []
    assert "hooks" not in configuration
