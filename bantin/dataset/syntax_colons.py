"""Mistakes with colons and dashes: forgotten, without their space, or in the middle of a text."""

from __future__ import annotations

import re
from collections.abc import Iterator

from bantin.dataset.scene import NAME, Scene
from bantin.dataset.syntax_levels import out_of_block
from bantin.problems import Problem, say

MOST_LINES_BACK = 100
"""How far above a place its cause is looked for, where each line has to be looked at."""

_TIGHT_COLON = re.compile(rf"({NAME}):([^\s/].*)")
_MISREAD = re.compile(rf" *(?:-|{NAME}:)")
_TIGHT_DASH = re.compile(r"-((?:[^\W\d]|[|>\"'$(\[]).*)")


def forgotten_colon(scene: Scene) -> Problem:
    """The parser took a line for a field and found no colon in it."""
    return line_without_colon(scene, scene.stop.began[0])


def line_without_colon(scene: Scene, line: int) -> Problem:
    """A line that is neither ``field: value`` nor the continuation of a text."""
    column = scene.item_column(line)
    text = scene.line(line)[column - 1 :].rstrip()
    header = scene.block_header(line)
    if header and header == scene.above(line):
        return out_of_block(scene, line, header)
    if found := re.match(r"-+(?![-\s])(.+)", text):
        return dash_without_space(scene, line, column, found[1])
    if found := re.match(rf"({NAME}):(\S.*)", text):
        return colon_without_space(scene, line, column, found[1], found[2])
    if found := re.match(rf"({NAME})(?:\s*[：=;]\s*|\s+|$)(.*)", text):
        return _without_colon(scene, line, column, f"{found[1]}: {found[2] or '…'}")
    return Problem(
        "forgotten-colon",
        scene.rest(line, column),
        say("this line is no “field: value”, nor does it belong to the text above"),
        remedy=say("write a colon and a space behind the field's name; longer text stands below “>-”"),
    )


def _without_colon(scene: Scene, line: int, column: int, meant: str) -> Problem:
    return Problem(
        "forgotten-colon",
        scene.rest(line, column),
        say("the colon behind the field's name is missing in this line"),
        remedy=say("write “{meant}”; text that goes on from above stands two spaces deeper", meant=meant),
    )


def colon_without_space(scene: Scene, line: int, column: int, name: str, value: str) -> Problem:
    """A field whose colon is not followed by a space: the whole is a text for YAML."""
    return Problem(
        "colon-without-space",
        scene.place(line, column + len(name)),
        say("a space is missing behind the colon, so the field is not recognised"),
        remedy=say("write “{meant}”", meant=f"{name}: {value}"),
    )


def dash_without_space(scene: Scene, line: int, column: int, value: str) -> Problem:
    """An entry of a list whose dash is not followed by a space: the whole is a text for YAML."""
    return Problem(
        "dash-without-space",
        scene.place(line, column),
        say("a space is missing behind the dash, so the entry of the list is not recognised"),
        remedy=say("write “{meant}”", meant=f"- {value}"),
    )


def misread(scene: Scene, line: int, column: int, last_line: int) -> Iterator[Problem]:
    """Lines of a plain text that were meant as fields or entries: ``a:1`` and ``-x`` without the space."""
    first = line if column == scene.item_column(line) else line + 1
    dashes = []
    for number in range(first, last_line + 1):
        if not _MISREAD.match(scene.lines[number - 1]):
            continue
        column = scene.item_column(number) if number == line else scene.indent(number) + 1
        text = scene.line(number)[column - 1 :].rstrip()
        if found := _TIGHT_COLON.match(text):
            yield colon_without_space(scene, number, column, found[1], found[2])
        elif found := _TIGHT_DASH.match(text):
            yield dash_without_space(scene, number, column, found[1])
        elif text.startswith("- "):
            dashes.append(number)
    yield from (dash_in_text(scene, number) for number in dashes)


def dash_in_text(scene: Scene, line: int) -> Problem:
    """A line that looks like an entry of a list and is read as part of the text above it."""
    return Problem(
        "dash-in-text",
        scene.rest(line),
        say("this line begins with a dash, but YAML reads it as part of the text above"),
        remedy=say("let it begin in the column of the other entries; write longer text below “>-”"),
    )


def unexpected_colon(scene: Scene) -> Problem:
    """A colon where YAML expects none: inside a value, or of a field that stands too deep."""
    line, column = scene.stop.at
    name = scene.line(line)[: column - 1].lstrip(" -")
    above = scene.above(line)
    if scene.keyed_before(line, column) or not above:
        return _colon_in_value(scene)
    if not scene.keyed(above):
        return line_without_colon(scene, _first_without_colon(scene, above))
    if re.fullmatch(NAME, name):
        return _too_deep(scene, line, above)
    return _colon_in_value(scene)


def _first_without_colon(scene: Scene, line: int) -> int:
    for _ in range(MOST_LINES_BACK):
        above = scene.above(line)
        dash = scene.item_column(line) > scene.indent(line) + 1
        if not above or dash or scene.keyed(above) or scene.indent(above) != scene.indent(line):
            break
        line = above
    return line


def _colon_in_value(scene: Scene) -> Problem:
    line, column = scene.stop.at
    begins_here = scene.keyed_before(line, column) or scene.item_column(line) > scene.indent(line) + 1
    return Problem(
        "colon-in-value",
        scene.place(line, column),
        say("this colon stands inside a value, where YAML takes it for the colon of a field"),
        remedy=scene.in_quotes(line, scene.value_column(line) if begins_here else 0),
    )


def _too_deep(scene: Scene, line: int, above: int) -> Problem:
    return Problem(
        "bad-indent",
        scene.rest(line),
        say("this field stands deeper than the field in line {line}, which has a value already", line=above),
        remedy=say("let it begin in column {column}, like that one", column=scene.item_column(above)),
    )
