"""Which characters are refused in any text, and which are welcome."""

from __future__ import annotations

import unicodedata
from functools import cache

import pytest
import yaml

from bantin.dataset.characters import _SPACE as SPACE
from bantin.dataset.characters import _UNUSUAL as UNUSUAL
from bantin.dataset.characters import LOST, REFUSED, cleaned, read_text, refusal
from bantin.problems import Location

# All but the ideographs of the planes 2 and 3, and one plane of private characters for both.
PLANES = (range(0x20000), range(0x2FFFE, 0x30000), range(0x3FFFE, 0x40000), range(0x4FFFE, 0x50000))
MORE = (*(range(plane + 0xFFFE, plane + 0x10000) for plane in range(0x50000, 0x110000, 0x10000)),)
EVERYTHING = "".join(chr(code) for codes in (*PLANES, *MORE, range(0xE0000, 0xE1000)) for code in codes)
REFUSED_HERE = set(REFUSED.findall(EVERYTHING))
HIDDEN = {"Cc", "Cf", "Cs", "Co", "Zl", "Zp"}


@cache
def characters_in(*categories: str) -> frozenset[str]:
    return frozenset(character for character in EVERYTHING if unicodedata.category(character) in categories)


def codes(characters: set[str] | frozenset[str]) -> list[str]:
    return [f"{ord(character):x}" for character in sorted(characters)]


def is_noncharacter(character: str) -> bool:
    code = ord(character)
    return 0xFDD0 <= code <= 0xFDEF or code & 0xFFFE == 0xFFFE


def test_all_that_is_not_to_be_seen_is_refused() -> None:
    noncharacters = {character for character in characters_in("Cn") if is_noncharacter(character)}
    assert len(noncharacters) == 66
    assert codes((characters_in(*HIDDEN) | noncharacters) - REFUSED_HERE) == ["9", "a"]


def test_letters_marks_digits_signs_and_emoji_are_welcome() -> None:
    drawn_as_nothing = {*"\u034f\u115f\u1160\u17b4\u17b5\u180b\u180c\u180d\u180f\u3164\uffa0"}
    selectors = {*map(chr, range(0xFE00, 0xFE10)), *map(chr, range(0xE0100, 0xE01F0))}
    refused = REFUSED_HERE - characters_in(*HIDDEN) - characters_in("Cn")
    assert codes(refused) == codes(drawn_as_nothing | selectors | {"\ufffc", LOST})


def test_all_spaces_are_one() -> None:
    spaces = sorted(characters_in("Zs"))
    assert [" ", *SPACE.findall(EVERYTHING)] == spaces
    assert cleaned("".join(spaces)) == " " * len(spaces)


def test_quick_look_overlooks_nothing() -> None:
    usual = set(EVERYTHING) - set(UNUSUAL.findall(EVERYTHING))
    assert len(usual) > 1000
    assert codes(usual & REFUSED_HERE) == []
    assert codes(usual & set(SPACE.findall(EVERYTHING))) == []


def test_quick_look_knows_all_vietnamese_letters() -> None:
    plain = "aăâeêioôơuưy"
    tones = "\u0300\u0301\u0303\u0309\u0323"
    letters = {unicodedata.normalize("NFC", letter + tone) for letter in plain for tone in tones}
    text = "".join(sorted(letters)) + "đ–“”‘’…•₫°§×½"
    assert len(letters) == 60
    assert not UNUSUAL.search(text + text.upper())


def test_parser_takes_every_character_that_is_welcome() -> None:
    welcome = REFUSED.sub("", EVERYTHING).replace("\n", "").replace("\t", "")
    events = list(yaml.parse("a: '" + welcome.replace("'", "''") + "'", Loader=yaml.CBaseLoader))
    assert isinstance(events[3], yaml.ScalarEvent)
    assert isinstance(events[4], yaml.ScalarEvent)
    assert events[4].value == welcome


@pytest.mark.parametrize(
    ("character", "rule", "code"),
    [
        ("\0", "control-character", "U+0000"),
        ("\x85", "control-character", "U+0085"),
        ("\u202e", "direction-character", "U+202E"),
        ("\u200b", "invisible-character", "U+200B"),
        ("\U000e0041", "invisible-character", "U+E0041"),
        ("\ud800", "lone-surrogate", "U+D800"),
        ("\uf0b7", "private-character", "U+F0B7"),
        ("\U0001ffff", "private-character", "U+1FFFF"),
        ("\ufffd", "lost-character", "U+FFFD"),
    ],
)
def test_refusal_names_the_character(character: str, rule: str, code: str) -> None:
    problem = refusal(Location("a.yml"), character)
    assert problem.rule == rule
    assert dict(problem.evidence[0].gaps) == {"code": code}
    text, problems = read_text("a.yml", f"a: 1\nb: x{character * 2}y\n".encode("utf-8", "surrogatepass"))
    assert [(found.rule, found.location) for found in problems] == [(rule, Location("a.yml", 2, 5, 2))]
    assert text == "a: 1\nb: x\ufffd\ufffdy\n"


def test_text_that_is_not_utf8_is_shown_as_far_as_it_goes() -> None:
    text, problems = read_text("a.yml", b"t\xean: \xd0o\xe0n\x07\n")
    assert text == "t\ufffdn: \ufffdo\ufffdn\ufffd\n"
    assert [problem.rule for problem in problems] == ["not-utf-8"]


def test_tabs_indent_nothing_and_part_words() -> None:
    text, problems = read_text("a.yml", b"a:\tb\t\n")
    assert (text, problems) == ("a: b \n", [])
    _, problems = read_text("a.yml", b"a:\n\t\tb: 1\n  \tc: 1\n-\td\n  - \te\n \t \n")
    assert [problem.location for problem in problems] == [
        Location("a.yml", 2, 1, 2),
        Location("a.yml", 3, 3),
        Location("a.yml", 4, 2),
        Location("a.yml", 5, 5),
    ]
