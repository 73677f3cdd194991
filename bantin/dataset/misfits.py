"""What pydantic says of a record, as problems in place and in words for people."""

from __future__ import annotations

import re
from collections.abc import Iterator
from difflib import get_close_matches

from pydantic import ValidationError
from pydantic_core import ErrorDetails

from bantin.dataset.fields import first_line, in_short, meaning, model_at
from bantin.dataset.located import Mapping, Node, Scalar
from bantin.dataset.records.base import Part, Path, node_at, place_at
from bantin.dataset.records.refused import Refused, not_one_value
from bantin.language import slug
from bantin.problems import Location, Problem, say

_LIKE = 0.6
"""How much a name is like another one that it is taken for."""


def misfits(error: ValidationError, root: Mapping, model: type[Part]) -> Iterator[Problem]:
    """The problems of one record, each where it stands."""
    details = error.errors(include_url=False)
    misspelt = [_path(detail) for detail in details if detail["type"] == "extra_forbidden"]
    for detail in details:
        if detail["type"] != "missing" or not _is_misspelt(_path(detail), misspelt):
            yield _misfit(detail, _path(detail), root, model)


def _path(detail: ErrorDetails) -> Path:
    return tuple(step for step in detail["loc"] if step != "[key]")


def _is_misspelt(missing: Path, unknown: list[Path]) -> bool:
    """Whether one of the unknown fields beside a missing one is likely meant for it, which is told there."""
    beside = [str(path[-1]) for path in unknown if path[:-1] == missing[:-1]]
    return bool(get_close_matches(str(missing[-1]), beside, n=1, cutoff=_LIKE))


def _misfit(detail: ErrorDetails, path: Path, root: Mapping, model: type[Part]) -> Problem:
    place = _key_at(root, path) if detail["loc"][-1:] == ("[key]",) else place_at(root, path)
    match detail["type"]:
        case "missing":
            return _missing(path, root, model)
        case "extra_forbidden":
            return _unknown_key(path, root, model)
        case "enum":
            return _wrong_choice(detail, path, place, model)
        case "value_error":
            return _refused(detail["ctx"]["error"], place, node_at(root, path))
        case "string_pattern_mismatch":
            return _not_a_name(str(detail["input"]), path, place)
        case "string_too_short" | "too_short":
            return Problem("empty-value", place, say("nothing is written here"), remedy=say("fill it in"))
        case "string_too_long":
            limit = detail["ctx"]["max_length"]
            message = say("the text is longer than {limit} characters", limit=limit)
            return Problem("too-long", place, message, remedy=say("shorten it"))
        case "tuple_type":
            return Problem(
                "wrong-type",
                place,
                say("a list is expected here"),
                meaning(path, model),
                say("begin each entry on a line of its own with “- ”"),
            )
        case "model_type" | "dict_type":
            return _no_group(path, place, model)
        case _:
            return _refused(not_one_value(), place, None)


def _missing(path: Path, root: Mapping, model: type[Part]) -> Problem:
    name = str(path[-1])
    empty = node_at(root, path)
    place = root.location if len(path) == 1 and empty is None else place_at(root, path)
    evidence = meaning(path, model)
    if isinstance(empty, Scalar):
        return Problem(
            "missing-field", place, say("“{name}” is left empty", name=name), evidence, say("fill it in")
        )
    return Problem(
        "missing-field",
        Location(place.file, place.line, place.column),
        say("the field “{name}” is missing", name=name),
        evidence,
        say("add a line “{name}: …”", name=name),
    )


def _unknown_key(path: Path, root: Mapping, model: type[Part]) -> Problem:
    name = str(path[-1])
    place = _key_at(root, path)
    part = model_at(model, path[:-1])
    allowed = sorted(part.model_fields) if part else []
    near = get_close_matches(name, allowed, n=1, cutoff=_LIKE)
    remedy = (
        say("did you mean “{name}”?", name=near[0])
        if near
        else say("the fields known here: {names}", names=", ".join(allowed))
    )
    return Problem("unknown-key", place, say("“{name}” is not a field known here", name=name), (), remedy)


def _key_at(root: Mapping, path: Path) -> Location:
    """Where the name of the field at ``path`` stands."""
    holder, name = node_at(root, path[:-1]), str(path[-1])
    return holder.keys[name] if isinstance(holder, Mapping) and name in holder.keys else place_at(root, path)


def _no_group(path: Path, place: Location, model: type[Part]) -> Problem:
    told, part = meaning(path, model), model_at(model, path)
    remedy = say("write “field: value” below, two spaces deeper")
    if part is not None:
        told += (say("the fields of the group: {fields}", fields=in_short(part)),)
        example, at = first_line(part), path[-1]
        remedy = (
            say("write the entry as “- {example}”, further fields below", example=example)
            if isinstance(at, int)
            else say(
                "write “{name}:” alone, and below, two spaces deeper, “{example}”", name=at, example=example
            )
        )
    message = say("a group of fields is expected here, each on a line of its own")
    return Problem("wrong-type", place, message, told, remedy)


def _wrong_choice(detail: ErrorDetails, path: Path, place: Location, model: type[Part]) -> Problem:
    allowed = re.findall(r"'([^']*)'", detail["ctx"]["expected"])
    written = str(detail["input"])
    near = get_close_matches(written, allowed, n=1, cutoff=0.5)
    remedy = (
        say("did you mean “{name}”?", name=near[0])
        if near
        else say(
            "write one of: {names}; for example “{example}”",
            names=", ".join(allowed),
            example=f"- {allowed[0]}" if isinstance(path[-1], int) else f"{path[-1]}: {allowed[0]}",
        )
    )
    choices = (say("the choices: {names}", names=", ".join(allowed)),) if near else ()
    evidence = meaning(path, model) or choices
    return Problem(
        "wrong-choice", place, say("“{text}” is not one of the choices", text=written), evidence, remedy
    )


def _refused(error: Exception, place: Location, node: Node | None) -> Problem:
    assert isinstance(error, Refused), error  # our field types raise nothing else
    if error.stretch and isinstance(node, Scalar):
        place = node.place_of(*error.stretch)
    return Problem(error.rule, place, error.message, error.evidence, error.remedy)


def _not_a_name(written: str, path: Path, place: Location) -> Problem:
    words = [slug(word) for word in written.split("/") if word.strip()]
    joiner = "/" if path[-1] == "address" else "-"
    if not any(words):
        return Problem("empty-value", place, say("nothing is written here"), remedy=say("fill it in"))
    return Problem(
        "not-a-name",
        place,
        say("“{text}” has other signs than a–z, 0–9 and hyphens", text=written),
        remedy=say("write {suggestion}", suggestion=joiner.join(filter(None, words))),
    )
