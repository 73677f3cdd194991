"""Problems for other programs: JSON, and annotations on GitHub."""

from __future__ import annotations

import json
import re
from collections.abc import Mapping, Sequence
from dataclasses import asdict

from bantin.problems.counts import Counts
from bantin.problems.excerpt import is_unseen, visible
from bantin.problems.messages import Translate
from bantin.problems.problem import Problem, Severity

_ANNOTATION = {Severity.ERROR: "error", Severity.WARNING: "warning", Severity.HINT: "notice"}


def as_json(problems: Sequence[Problem], translate: Translate, more: Mapping[str, object]) -> str:
    """One JSON object, always with the same keys in the same order.

    ``problems``: a list, in the order given, of objects with ``rule``, ``severity`` (error, warning,
    hint), ``file``, ``line`` and ``column`` (from 1), ``length`` (in characters), ``message``,
    ``evidence`` (a list of texts), ``remedy`` (text or null). ``counts``: ``errors``, ``warnings``,
    ``hints``, ``files``. Then whatever is in ``more``. Unseen characters are escaped, so that the text
    can be shown on a terminal.
    """
    whole = {
        "problems": [_as_object(problem, translate) for problem in problems],
        "counts": asdict(Counts.of(problems)),
        **more,
    }
    text = json.dumps(whole, ensure_ascii=False, indent=2)
    return re.sub(r"[^\n\x20-\x7e]", _escaped_if_unseen, text)


def _as_object(problem: Problem, translate: Translate) -> dict[str, object]:
    return {
        "rule": problem.rule,
        "severity": problem.severity.value,
        **asdict(problem.location),
        "message": problem.message.translated(translate),
        "evidence": [message.translated(translate) for message in problem.evidence],
        "remedy": problem.remedy and problem.remedy.translated(translate),
    }


def _escaped_if_unseen(character: re.Match[str]) -> str:
    return json.dumps(character[0])[1:-1] if is_unseen(character[0]) else character[0]


def as_github(problems: Sequence[Problem], translate: Translate) -> str:
    """One workflow command a line: ``::error file=…,line=…,col=…,endColumn=…,title=…::message``.

    Source: "Workflow commands for GitHub Actions", with the escapes its toolkit uses, so that no text
    from a record can begin another command or another property.
    """
    return "\n".join(_annotation(problem, translate) for problem in problems)


def _annotation(problem: Problem, translate: Translate) -> str:
    place = problem.location
    properties = {
        "file": place.file,
        "line": place.line,
        "col": place.column,
        "endColumn": place.column + place.length,
        "title": problem.rule,
    }
    said = [problem.message, *problem.evidence, *([problem.remedy] if problem.remedy else [])]
    data = "\n".join(visible(message.translated(translate)) for message in said)
    named = ",".join(f"{name}={_escaped_property(str(value))}" for name, value in properties.items())
    return f"::{_ANNOTATION[problem.severity]} {named}::{_escaped(data)}"


def _escaped(data: str) -> str:
    return data.replace("%", "%25").replace("\r", "%0D").replace("\n", "%0A")


def _escaped_property(value: str) -> str:
    return _escaped(value).replace(":", "%3A").replace(",", "%2C")
