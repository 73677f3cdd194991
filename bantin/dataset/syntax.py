"""What a YAML parser could not read, in words for the people who wrote it.

The parser's own sentences name neither the mistake nor always its place. A table leads from them to
small functions that look at the lines around and say what to write instead. Both parsers of PyYAML
are known, the one in C and the one in Python, which word their sentences a little differently.
"""

from __future__ import annotations

import re
from collections.abc import Callable

from bantin.dataset.notation import no_directives, no_tags, several_documents
from bantin.dataset.scene import Scene, Stop
from bantin.dataset.syntax_colons import forgotten_colon, unexpected_colon
from bantin.dataset.syntax_levels import bad_indent, out_of_place, unclosed_quote
from bantin.problems import Message, Problem, say


def explain(scene: Scene) -> Problem:
    """What a person can mend, where it must be mended."""
    for context, words, explained in _TABLE:
        if re.search(context, scene.stop.context) and re.search(words, scene.stop.problem):
            return explained(scene) or _unknown(scene)
    return _unknown(scene)


def _unclosed_quote(scene: Scene) -> Problem:
    return unclosed_quote(scene, *scene.stop.began)


def _bad_escape(scene: Scene) -> Problem:
    line, column = scene.stop.at
    column = scene.line(line).rfind("\\", 0, column) + 1 or column
    return Problem(
        "bad-escape",
        scene.place(line, column, 2),
        say('inside "…" the sign \\ begins the code of a character, and this is no such code'),
        remedy=say("write \\\\ for the sign itself, or use '…' instead of \"…\""),
    )


def _half_character(scene: Scene) -> Problem:
    line, column = scene.stop.at
    column = scene.line(line).rfind("\\", 0, column) + 1 or column
    return Problem(
        "lone-surrogate",
        scene.place(line, column, 6),
        say("this code stands for half of a character or for none at all"),
        remedy=say("type the character itself instead of its code"),
    )


def _bracket(scene: Scene) -> Problem:
    (began, first), (line, column) = scene.stop.began, scene.stop.at
    opened = scene.line(began)[first - 1 : first]
    closing = "]" if opened == "[" else "}"
    if line == began and closing in scene.line(line)[column - 1 :]:
        return _bracket_content(scene)
    return Problem(
        "unclosed-bracket",
        scene.place(began, first),
        say("the bracket “{sign}” that opens here is not closed", sign=opened),
        remedy=_close_or_quote(scene, began, first, closing),
    )


def _close_or_quote(scene: Scene, line: int, column: int, closing: str) -> Message:
    return say(
        "close it with “{sign}”; if it belongs to a text, {quote}",
        sign=closing,
        quote=scene.in_quotes(line, column),
    )


def _bracket_content(scene: Scene) -> Problem:
    return Problem(
        "bracket-content",
        scene.place(*scene.stop.at),
        say("this cannot stand here inside brackets, where commas part one entry from the next"),
        remedy=say("put text with signs such as : or , into quotation marks, or begin each entry with “- ”"),
    )


def _no_content(scene: Scene) -> Problem:
    line, column = scene.stop.at
    if scene.line(line).startswith(("...", "---")):
        return several_documents(scene, line)
    if "flow" not in scene.stop.context:
        return _reserved_start(scene)
    if line <= len(scene.lines):
        return _bracket_content(scene)
    for number in range(len(scene.lines), 0, -1):
        found = re.search(r"[\[{][^\]}]*$", scene.line(number))
        if found:
            at = (number, found.start() + 1)
            return _bracket(Scene(scene.file, scene.lines, Stop("", "", at, (line, column))))
    return _bracket_content(scene)


def _reserved_start(scene: Scene) -> Problem:
    return _reserved(scene, *scene.stop.at)


def _reserved_context(scene: Scene) -> Problem:
    return _reserved(scene, *scene.stop.began)


def _reserved(scene: Scene, line: int, column: int) -> Problem:
    sign = scene.line(line)[column - 1 : column]
    return Problem(
        "reserved-start",
        scene.place(line, column),
        say("a value cannot begin with “{sign}”, which has a meaning of its own in YAML", sign=sign),
        remedy=scene.in_quotes(line, column),
    )


def _block_header(scene: Scene) -> Problem:
    line, column = scene.stop.began
    return Problem(
        "text-after-block-sign",
        scene.place(line, column),
        say(
            "behind “{sign}” the text must begin on the next line", sign=scene.line(line)[column - 1 : column]
        ),
        remedy=say(
            "write the text on the next line, two spaces deeper; if the sign belongs to it, {quote}",
            quote=scene.in_quotes(line, column),
        ),
    )


def _tag(scene: Scene) -> Problem:
    return no_tags(scene, *scene.stop.began)


def _directive(scene: Scene) -> Problem:
    return no_directives(scene, scene.stop.began[0])


def _second_document(scene: Scene) -> Problem:
    line = scene.stop.at[0]
    if any(other.startswith(("...", "%")) for other in scene.lines[: line - 1]):
        return several_documents(scene, line)
    return bad_indent(scene)


def _list_beside_key(scene: Scene) -> Problem:
    line, column = scene.stop.at
    return Problem(
        "list-beside-field",
        scene.place(line, column),
        say("an entry of a list begins here, in the line of its field"),
        remedy=say(
            "begin the list on the next line, two spaces deeper; if the dash belongs to a text, {quote}",
            quote=scene.in_quotes(line, column),
        ),
    )


def _unknown(scene: Scene) -> Problem:
    words = ": ".join(filter(None, (scene.stop.context, scene.stop.problem)))
    return Problem(
        "yaml-syntax",
        scene.place(*scene.stop.at),
        say("this place cannot be read as YAML"),
        (say("the parser says: {words}", words=words),),
        remedy=say("compare this line and the one above with a record that can be read"),
    )


_TABLE: tuple[tuple[str, str, Callable[[Scene], Problem | None]], ...] = (
    ("", "could not find expected ':'", forgotten_colon),
    ("", "mapping values are not allowed", unexpected_colon),
    ("quoted scalar", "end of stream|document (?:indicator|separator)", _unclosed_quote),
    ("quoted scalar", "unknown escape|hexa?decimal", _bad_escape),
    ("quoted scalar", "Unicode character escape", _half_character),
    ("flow", "',' or", _bracket),
    ("plain scalar", "unexpected ':'", _bracket_content),
    ("", "expected (?:the )?node content", _no_content),
    ("", "cannot start any token", _reserved_start),
    ("block scalar", "", _block_header),
    ("tag|parsing a node", "", _tag),
    ("alias|anchor", "", _reserved_context),
    ("", "mapping keys are not allowed", _reserved_start),
    ("", "sequence entries are not allowed", _list_beside_key),
    ("irective|%YAML|%TAG", "", _directive),
    ("", "incompatible|directive", _directive),
    ("", "<document start>", _second_document),
    ("", "expected key|'-' indicator|<block end>", out_of_place),
)
"""What the parser was doing and what it said (regular expressions) → who explains it."""
