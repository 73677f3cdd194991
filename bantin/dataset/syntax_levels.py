"""Lines that stand too deep or not deep enough, and values that go on where they should have ended."""

from __future__ import annotations

import re

from bantin.dataset.scene import Scene
from bantin.problems import Problem, say

_OPENING_AT_END = re.compile(r"""(?:^|[:,\[{-]\s+)["']$""")


def out_of_place(scene: Scene) -> Problem | None:
    """Something else than the next field or entry stands where the parser expects it."""
    line, column = scene.stop.at
    before, sign = scene.line(line)[: column - 1].rstrip(), scene.line(line)[column - 1 : column]
    above = scene.above(line)
    header = scene.block_header(line)
    if before.endswith(("'", '"')):
        return _after_quote(scene, before[-1])
    if before.endswith(("]", "}")) or sign in ("]", "}"):
        return _after_bracket(scene)
    if cut := scene.cut_column(above):
        return cut_off(scene, above, cut)
    if header and scene.indent(line) > scene.indent(header):
        return out_of_block(scene, line, header)
    if sign == ":":
        return empty_key(scene, line, column)
    if before.strip(" -"):
        return None
    if column not in scene.levels(line):
        return bad_indent(scene)
    began, first = scene.stop.began
    return _in_list(scene) if scene.line(began)[first - 1 : first] == "-" else _among_fields(scene)


def _after_quote(scene: Scene, mark: str) -> Problem:
    line, column = scene.stop.at
    before = scene.line(line)[: column - 1].rstrip()
    if _OPENING_AT_END.search(before):
        for number in range(line - 1, 0, -1):
            if scene.line(number).count(mark) % 2:
                return unclosed_quote(scene, number, scene.line(number).rfind(mark) + 1)
    twice = say("inside '…' an apostrophe is written twice: ''")
    return Problem(
        "text-after-quote",
        scene.rest(line, column),
        say("the value ended with the quotation mark before, and here it goes on"),
        (twice,) if mark == "'" else (),
        remedy=say("put the whole value into the other kind of quotation marks, or write it below “>-”"),
    )


def unclosed_quote(scene: Scene, line: int, column: int) -> Problem:
    """A quotation mark that opens a value and has no partner."""
    mark = scene.line(line)[column - 1 : column]
    return Problem(
        "unclosed-quote",
        scene.place(line, column),
        say("the quotation mark {mark} that opens here is not closed", mark=mark),
        remedy=say("put {mark} at the end of the value as well, or take this one away", mark=mark),
    )


def _after_bracket(scene: Scene) -> Problem:
    line, column = scene.stop.at
    return Problem(
        "text-after-bracket",
        scene.rest(line, column),
        say("the value ended with the bracket before, and here it goes on"),
        remedy=scene.in_quotes(line, scene.value_column(line)),
    )


def cut_off(scene: Scene, line: int, column: int) -> Problem:
    """A ``#`` after a space, directly followed by text: for YAML the value ends before it."""
    return Problem(
        "comment-in-value",
        scene.rest(line, column),
        say("for YAML a comment begins here, so the value ends before the #"),
        remedy=scene.in_quotes(line, scene.value_column(line)),
    )


def out_of_block(scene: Scene, line: int, header: int) -> Problem:
    """A line that is not as deep as the block of text it belongs to."""
    return Problem(
        "block-indent",
        scene.rest(line),
        say("this line does not stand as deep as the text below line {line}", line=header),
        remedy=say("let all its lines begin in one column, two spaces deeper than line {line}", line=header),
    )


def empty_key(scene: Scene, line: int, column: int) -> Problem:
    """A colon with no name of a field before it."""
    return Problem(
        "empty-key",
        scene.place(line, column),
        say("the name of the field before the colon is missing"),
        remedy=say("write it before the colon, or put the text into quotation marks"),
    )


def bad_indent(scene: Scene) -> Problem:
    """A line in a column that no open list or field has."""
    line, column = scene.stop.at
    columns = ", ".join(str(level) for level in scene.levels(line))
    return Problem(
        "bad-indent",
        scene.rest(line),
        say("this line begins in column {column}, but nothing above it does", column=column),
        (say("the lines above it begin in column {columns}", columns=columns),),
        remedy=say("let it begin in the same column as the lines that it belongs to"),
    )


def _in_list(scene: Scene) -> Problem:
    return Problem(
        "list-indent",
        scene.rest(scene.stop.at[0]),
        say("the list that begins in line {line} goes on here without a dash", line=scene.stop.began[0]),
        remedy=say("begin a new entry with “- ”; what belongs to the entry above stands two spaces deeper"),
    )


def _among_fields(scene: Scene) -> Problem:
    began = scene.stop.began[0]
    return Problem(
        "list-among-fields",
        scene.rest(scene.stop.at[0]),
        say("the fields that begin in line {line} go on here with something that is no field", line=began),
        remedy=say("write “field: value”; entries of a list stand below their field, two spaces deeper"),
    )
