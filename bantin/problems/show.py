"""Problems, shown to people and to other programs.

On a terminal rich colours what is said; anywhere else the same characters stand without colour. Text
from records is never read as markup.
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence

from rich.text import Text

from bantin.problems.counts import Counts
from bantin.problems.excerpt import excerpt, visible
from bantin.problems.form import Form, Lines
from bantin.problems.machine import as_github, as_json
from bantin.problems.messages import Message, Translate, say
from bantin.problems.problem import Location, Problem, Severity, in_order

_COLOURS = {Severity.ERROR: "bold red", Severity.WARNING: "yellow", Severity.HINT: "cyan"}


def show(
    problems: Iterable[Problem],
    lines: Lines,
    translate: Translate,
    form: Form = Form.TEXT,
    more: Mapping[str, object] | None = None,
) -> Text:
    """The problems in order of place, each once, and how many there are; hints for people stand last.

    more: what else belongs into the JSON object. To be printed with a line break at its end and without
    wrapping; ``.plain`` is the text without colours.
    """
    ordered = in_order(list(problems))
    if form is Form.JSON:
        return Text(as_json(ordered, translate, more or {}))
    count = Text(Counts.of(ordered).message().translated(translate))
    if form is Form.GITHUB:
        return Text("\n").join([*([Text(as_github(ordered, translate))] if ordered else []), count])
    hints = [as_hint(problem, translate) for problem in ordered if problem.severity is Severity.HINT]
    others = [
        as_text(problem, lines, translate) for problem in ordered if problem.severity is not Severity.HINT
    ]
    return Text("\n\n").join([*others, *([Text("\n").join(hints)] if hints else []), count])


def as_hint(problem: Problem, translate: Translate) -> Text:
    """A hint in one line, so that many of them do not hide what matters: place, message, rule, what to do."""
    row = _first_row(problem, _COLOURS[problem.severity], translate)
    remedy = f" → {_said(problem.remedy, translate)}" if problem.remedy else ""
    return Text.assemble(row, (remedy, "dim"))


def as_text(problem: Problem, lines: Lines, translate: Translate) -> Text:
    """One problem: place, message and rule; the line with a mark below; evidence; what to do."""
    place = problem.location
    margin = " " * len(str(place.line))
    colour = _COLOURS[problem.severity]
    rows = [_first_row(problem, colour, translate), *_source_rows(place, lines(place.file), colour)]
    for evidence in problem.evidence:
        rows.append(Text.assemble((f"{margin} = {_said(evidence, translate)}", "dim")))
    if problem.remedy:
        rows.append(Text.assemble((f"{margin} → {_said(problem.remedy, translate)}", "green")))
    rows += [Text.assemble((f"{margin}   {visible(line)}", "green")) for line in problem.to_write]
    return Text("\n").join(rows)


def _first_row(problem: Problem, colour: str, translate: Translate) -> Text:
    place = problem.location
    return Text.assemble(
        (f"{visible(place.file)}:{place.line}:{place.column}:", "bold"),
        " ",
        (_said(_with_severity(problem), translate), colour),
        " ",
        (f"[{visible(problem.rule)}]", "dim"),
    )


def _with_severity(problem: Problem) -> Message:
    """Errors are the usual thing; that something is less than an error is said in words."""
    if problem.severity is Severity.WARNING:
        return say("warning: {message}", message=problem.message)
    if problem.severity is Severity.HINT:
        return say("hint: {message}", message=problem.message)
    return problem.message


def _source_rows(place: Location, lines: Sequence[str], colour: str) -> list[Text]:
    if not 0 < place.line <= len(lines):
        return []
    shown = excerpt(lines[place.line - 1].rstrip("\r\n"), place.column, place.length)
    number = str(place.line)
    return [
        Text.assemble((f"{number} | ", "blue"), shown.text),
        Text.assemble((" " * len(number) + " | ", "blue"), " " * shown.indent, ("^" * shown.marked, colour)),
    ]


def _said(message: Message, translate: Translate) -> str:
    return visible(message.translated(translate))
