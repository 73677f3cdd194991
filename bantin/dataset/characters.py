"""Bytes of a file → clean text: UTF-8, NFC, plain line ends and spaces, nothing that cannot be seen.

Files that differ only in a byte order mark, line ends, composed or decomposed letters, or kinds of
space (a Tab too, where it does not indent a line) give the same text. What is refused is told at its
place and replaced by ``LOST``, one for one, so that the columns of everything else stay true.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from contextlib import suppress
from dataclasses import dataclass
from itertools import islice
from unicodedata import is_normalized, normalize

from bantin.problems import Location, Message, Problem, say

MOST_OF_A_KIND = 100
"""How many problems of one kind are told for one file; nobody reads more, and hostile files have millions."""

LOST = "\ufffd"
"""Stands for a character that was refused; programs also put it where they lost one."""


@dataclass(frozen=True, slots=True)
class _Kind:
    """A kind of characters that are refused: rule, members as a regular expression class, messages."""

    rule: str
    members: str
    message: Message
    remedy: Message


_DELETE = say("delete it: put the cursor behind it and press Backspace, or type the word again")

# Unicode 15, general categories Cc, Cf, Cs, Co, Zl and Zp, noncharacters, and the letters and marks
# that are drawn as nothing (Default_Ignorable_Code_Point). Written out, so that the rule is the
# same under every version of Python.
_KINDS = (
    _Kind(
        "control-character",
        "\x00-\x08\x0b-\x1f\x7f-\x9f",
        say("a control character stands here: it cannot be seen and is no part of any text"),
        _DELETE,
    ),
    _Kind(
        "direction-character",
        "\u061c\u200e\u200f\u202a-\u202e\u2066-\u2069",
        say("an invisible character stands here that turns the direction of writing and can hide text"),
        _DELETE,
    ),
    _Kind(
        "invisible-character",
        "\u00ad\u034f\u0600-\u0605\u06dd\u070f\u0890\u0891\u08e2\u115f\u1160\u17b4\u17b5\u180b-\u180f"
        "\u200b-\u200d\u2028\u2029\u2060-\u2065\u206a-\u206f\u3164\ufe00-\ufe0f\ufeff\uffa0\ufff0-\ufffb"
        "\U000110bd\U000110cd\U00013430-\U0001343f\U0001bca0-\U0001bca3\U0001d173-\U0001d17a"
        "\U000e0000-\U000e0fff",
        say("an invisible character stands here; such characters often come along with copied text"),
        _DELETE,
    ),
    _Kind(
        "lone-surrogate",
        "\ud800-\udfff",
        say("half of a character stands here: another program has cut it in two"),
        say("delete it and type the character again"),
    ),
    _Kind(
        "private-character",
        "\ue000-\uf8ff\ufdd0-\ufdef\ufffe\uffff"
        + "".join(f"{chr(plane + 0xFFFE)}{chr(plane + 0xFFFF)}" for plane in range(0x10000, 0xF0000, 0x10000))
        + "\U000f0000-\U0010ffff",
        say("this character belongs to one font only (a symbol of Word, an old font): readers see a box"),
        say("replace it by an ordinary character, such as • or –"),
    ),
    _Kind(
        "lost-character",
        "\ufffc" + LOST,
        say("something was lost here when the text was converted or copied before"),
        say("type the word again"),
    ),
)
_KIND_OF = {kind.rule.replace("-", "_"): kind for kind in _KINDS}

REFUSED = re.compile("[" + "".join(kind.members for kind in _KINDS) + "]")
"""Finds a character that must not stand in any text."""

_REFUSED_RUN = re.compile("|".join(f"(?P<{name}>[{kind.members}]+)" for name, kind in _KIND_OF.items()))
_SPACES = "\u00a0\u1680\u2000-\u200a\u202f\u205f\u3000"
_SPACE = re.compile(f"[{_SPACES}]")
_UNUSUAL = re.compile("[^\t\n -~\u00a1-\u00ac\u00ae-\u034e\u1e00-\u1eff\u2010-\u2027\u2030-\u205e\u20ab]")
"""Finds what is not usual in Vietnamese text, and so may be refused or a space; it is ten times faster."""
_WORD = re.compile(r"\S+")
_WHITE_LINE = re.compile("^[ \t]+$", re.MULTILINE)
_TABS = re.compile("^ *(?:- +)*-?(\t+)", re.MULTILINE)


def read_text(file: str, data: bytes) -> tuple[str, list[Problem]]:
    """The text of a file and what is wrong with its characters.

    The text holds no refused character and ends all lines alike; where the bytes are not UTF-8, it
    is only good for showing the line to people, and the one problem says ``not-utf-8``.
    """
    try:
        text = _decoded(data)
    except UnicodeDecodeError as error:
        text = data.decode("utf-8", "replace")
        return REFUSED.sub(LOST, _plain(text)), [_not_utf8(file, data, error)]
    text = _plain(text)
    problems: list[Problem] = []
    if _UNUSUAL.search(text):
        problems += _refused(file, text)
        text = _REFUSED_RUN.sub(lambda run: LOST * len(run[0]), text)
    tabs = list(_tabs(file, text))
    return text if tabs else text.replace("\t", " "), problems + tabs


def in_pieces(data: bytes) -> tuple[tuple[int, int, int], ...]:
    """The words of a file, line by line, whose letters are not saved as one character each (NFC).

    Line, column and length are those of the composed text. Raises UnicodeDecodeError.
    """
    text = _decoded(data)
    if is_normalized("NFC", text):
        return ()
    lines = text.removeprefix("\ufeff").replace("\r\n", "\n").replace("\r", "\n").split("\n")
    return tuple(
        (number, len(normalize("NFC", line[: word.start()])) + 1, len(normalize("NFC", word[0])))
        for number, line in enumerate(lines, 1)
        if not is_normalized("NFC", line)
        for word in _WORD.finditer(line)
        if not is_normalized("NFC", word[0])
    )


def cleaned(text: str) -> str:
    """The text of a quoted value after its escapes were read: NFC, plain spaces, nothing refused."""
    return normalize("NFC", REFUSED.sub("", _SPACE.sub(" ", text.replace(LOST, ""))))


def refusal(location: Location, characters: str) -> Problem:
    """The problem of refused characters of one kind that stand at a place."""
    found = _REFUSED_RUN.match(characters)
    kind = _KIND_OF[found.lastgroup or ""] if found else _KINDS[0]
    code = say("it is the character {code}", code=f"U+{ord(characters[0]):04X}")
    return Problem(kind.rule, location, kind.message, (code,), kind.remedy)


def _decoded(data: bytes) -> str:
    if data.count(0) * 4 > len(data):
        raise UnicodeDecodeError("utf-8", data, 0, 1, "every other byte is zero")
    with suppress(UnicodeDecodeError):
        return data.decode("utf-8")
    return data.decode("utf-8", "surrogatepass")


def _plain(text: str) -> str:
    """Without byte order mark, all line ends alike, composed letters and one kind of space."""
    text = text.removeprefix("\ufeff")
    if "\r" in text:
        text = text.replace("\r\n", "\n").replace("\r", "\n")
    if not is_normalized("NFC", text):
        text = normalize("NFC", text)
    if _UNUSUAL.search(text):
        text = _SPACE.sub(" ", text)
    return _WHITE_LINE.sub("", text)


def _refused(file: str, text: str) -> Iterator[Problem]:
    for run in islice(_REFUSED_RUN.finditer(text), MOST_OF_A_KIND + 1):
        yield refusal(_place(file, text, run.start(), run.end()), run[0])


def _tabs(file: str, text: str) -> Iterator[Problem]:
    for found in islice(_TABS.finditer(text), MOST_OF_A_KIND + 1) if "\t" in text else ():
        yield Problem(
            "tab-indent",
            _place(file, text, found.start(1), found.end(1)),
            say("a Tab stands at the beginning of this line: only spaces can tell how deep a line is"),
            remedy=say("replace the Tab by spaces, two for each level"),
        )


def _not_utf8(file: str, data: bytes, error: UnicodeDecodeError) -> Problem:
    before = _plain(data[: error.start].decode("utf-8", "replace") + LOST)[:-1]
    sixteen = error.start == 0 and 0 in data[:4]
    return Problem(
        "not-utf-8",
        _place(file, before, len(before), len(before) + 1),
        say("the file is not saved as UTF-8, so its Vietnamese letters cannot be read"),
        (
            say("it looks like UTF-16, which Notepad calls “Unicode” or “UTF-16 LE”")
            if sixteen
            else say("here it goes on in another encoding, such as ANSI (Windows-1258)"),
        ),
        say("save the file again with the encoding UTF-8; in Notepad: File, Save as, Encoding: UTF-8"),
    )


def _place(file: str, text: str, start: int, end: int) -> Location:
    column = start - text.rfind("\n", 0, start)
    return Location(file, text.count("\n", 0, start) + 1, column, end - start)
