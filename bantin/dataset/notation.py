"""What YAML offers and records do not use, what exceeds the limits, and what records must have."""

from __future__ import annotations

from bantin.dataset.scene import Scene
from bantin.problems import Location, Problem, say


def too_big(file: str, size: int, most: int) -> Problem:
    """A file of more bytes than any record needs."""
    return Problem(
        "too-big",
        Location(file),
        say("the file has {size} kB; at most {most} kB are read", size=size // 1024, most=most // 1024),
        remedy=say("split it into several records; pictures and other files belong into content/"),
    )


def too_deep(scene: Scene, line: int, column: int, most: int) -> Problem:
    """Lists and fields inside each other, deeper than any record needs."""
    return Problem(
        "too-deep",
        scene.place(line, column),
        say("lists and fields stand in each other more than {most} levels deep here", most=most),
        remedy=say("look for brackets, dashes or spaces that are not meant; no record is so deep"),
    )


def too_many_values(scene: Scene, line: int, column: int, most: int) -> Problem:
    """More values than any record needs."""
    return Problem(
        "too-many-values",
        scene.place(line, column),
        say("the file holds more than {most} values", most=most),
        remedy=say("split it into several records"),
    )


def empty_file(scene: Scene) -> Problem:
    """Nothing in the file, or only comments."""
    return Problem(
        "empty-file",
        Location(scene.file),
        say("nothing is written in this file"),
        remedy=say("write the record, or delete the file"),
    )


def not_a_mapping(scene: Scene, place: Location) -> Problem:
    """The file does not begin with fields."""
    return Problem(
        "not-a-mapping",
        place,
        say("a record consists of lines of the form “field: value”, and this file begins otherwise"),
        remedy=say("begin each line with the name of a field, a colon and a space"),
    )


def no_anchors(scene: Scene, place: Location, column: int) -> Problem:
    """A value begins with ``&name`` (an anchor) or ``*name`` (an alias)."""
    return Problem(
        "no-anchors",
        place,
        say("a value that begins with & or * is a mark or a reference for YAML; records use neither"),
        remedy=scene.in_quotes(place.line, column),
    )


def no_tags(scene: Scene, line: int, column: int) -> Problem:
    """A value begins with ``!``, which for YAML is the name of a type."""
    return Problem(
        "no-tags",
        scene.place(line, column),
        say("a value that begins with ! names a type for YAML; records do not use them"),
        remedy=scene.in_quotes(line, column),
    )


def no_merge_keys(scene: Scene, place: Location) -> Problem:
    """The key ``<<``, which takes over the fields of another mapping."""
    return Problem(
        "no-merge-keys",
        place,
        say("<< takes over fields from elsewhere in YAML; records do not use it"),
        remedy=say("write the fields out in this place"),
    )


def no_complex_keys(scene: Scene, line: int, column: int) -> Problem:
    """A list or a mapping where the name of a field belongs."""
    text = scene.line(line)
    while column > 1 and text[column - 2] in "[{":
        column -= 1
    return Problem(
        "no-complex-keys",
        scene.place(line, column),
        say("brackets stand here where the name of a field is expected"),
        remedy=scene.in_quotes(line, column),
    )


def no_directives(scene: Scene, line: int) -> Problem:
    """A line begins with ``%``, which for YAML is an instruction."""
    return Problem(
        "no-directives",
        scene.rest(line),
        say("a line that begins with % is an instruction to YAML; records do not use them"),
        remedy=say("delete the line; if it is text, put it into quotation marks"),
    )


def several_documents(scene: Scene, line: int) -> Problem:
    """A line of three dashes or dots parts the file in two."""
    return Problem(
        "several-documents",
        scene.rest(line),
        say("here a second document begins (--- or ...); a file holds one record"),
        remedy=say("delete the line with --- or ..., or put what follows into a file of its own"),
    )


def doubled_key(scene: Scene, place: Location, name: str, first: Location) -> Problem:
    """The same field twice in one place: YAML would keep the last and drop the first."""
    return Problem(
        "doubled-key",
        place,
        say("the field “{name}” is written twice", name=name),
        (say("it stands in line {line} already", line=first.line),),
        remedy=say("keep one of the two"),
    )
