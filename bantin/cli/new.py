"""``bantin new``: a few questions, and the first text of a record with comments on what to fill in.

Every question can be answered by an option instead, so that it works without a terminal.
"""

from __future__ import annotations

import json
import re
from importlib.resources import files
from pathlib import Path
from string import Template
from typing import Any

import click

from bantin.cli.kinds import KINDS, Kind
from bantin.cli.options import Ordered, Tell, common_options, opened
from bantin.cli.questions import Answers, Question
from bantin.cli.session import Session
from bantin.dataset.records.refused import Refused
from bantin.dataset.schema import schema_files
from bantin.language import HO_CHI_MINH, format_date
from bantin.problems import say

TO_FILL = "# cần điền"
"""Marks a line of a template that is left to be filled in."""

_PLAIN = re.compile(r"[^\W_][\w /,.()–-]*")
"""Text that YAML takes as it stands: no sign in it means anything there."""


def new_command(tell: Tell) -> click.Group:
    """The command ``new`` with one command below it for each kind."""
    return Ordered(
        "new",
        commands={kind.name: _command(kind, tell) for kind in KINDS},
        help=tell(say("Begin a record or a project, from a few questions.")),
        options_metavar=tell(say("[OPTIONS]")),
        subcommand_metavar=tell(say("COMMAND …")),
        params=common_options(tell),
    )


class Answer(click.ParamType[str, str]):
    """The answer to a question, given as an option or at the prompt."""

    name = "text"

    def __init__(self, question: Question, tell: Tell) -> None:
        self.question = question
        self.tell = tell

    def convert(self, value: Any, param: click.Parameter | None, ctx: click.Context | None) -> str:
        """The answer as it goes into a record."""
        try:
            return self.question.read(value)
        except Refused as refused:
            said = [refused.message, *([refused.remedy] if refused.remedy else [])]
            self.fail("; ".join(self.tell(message) for message in said), param, ctx)


def first_texts(kind: Kind, answers: Answers, today: str) -> dict[str, str]:
    """The files to write, by their paths in the project."""
    known = {**answers, **kind.derived(answers)}
    scalars = {name: _scalar(value) for name, value in {**known, "today": today}.items()}
    return {path.format(**known): Template(_template(name)).substitute(scalars) for path, name in kind.files}


def _template(name: str) -> str:
    return (files("bantin.cli") / "templates" / name).read_text(encoding="utf-8")


def _scalar(text: str) -> str:
    """The text as YAML, quoted where it must be."""
    return text if _PLAIN.fullmatch(text) else json.dumps(text, ensure_ascii=False)


def _command(kind: Kind, tell: Tell) -> click.Command:
    @click.pass_obj
    def write(session: Session, /, **given: str | None) -> int:
        project = session.project if kind.founds else opened(session)
        answers: dict[str, str] = {}
        for question in kind.questions:
            answers[question.name] = given[question.name] or _asked(question, answers, tell)
        today = format_date(session.clock().astimezone(HO_CHI_MINH))
        texts = first_texts(kind, answers, today) | (schema_files() if kind.founds else {})
        _write(session, {project / path: text for path, text in texts.items()})
        return 0

    options = [
        click.Option(
            [f"--{question.name}"],
            type=Answer(question, tell),
            metavar=tell(say("TEXT")),
            help=tell(question.words),
        )
        for question in kind.questions
    ]
    return click.Command(
        kind.name,
        params=[*options, *common_options(tell)],
        callback=write,
        help=tell(kind.words),
        options_metavar=tell(say("[OPTIONS]")),
    )


def _asked(question: Question, answers: Answers, tell: Tell) -> str:
    default = question.default(answers) if question.default else None
    words = tell(question.words)
    try:
        return click.prompt(words, default, type=Answer(question, tell), err=True)
    except click.Abort as abort:
        if isinstance(abort.__context__, EOFError):
            unanswered = say(
                "no answer to “{question}”; it can be given as --{name}", question=words, name=question.name
            )
            raise click.UsageError(tell(unanswered), click.get_current_context()) from None
        raise


def _write(session: Session, texts: dict[Path, str]) -> None:
    """All files or none: what is already there is never written over."""
    for target in texts:
        if target.exists():
            raise click.ClickException(
                session.text(say("“{file}” is already there; nothing was written", file=target))
            )
    for target, text in texts.items():
        target.parent.mkdir(parents=True, exist_ok=True)
        with target.open("x", encoding="utf-8", newline="\n") as stream:
            stream.write(text)
        click.echo(session.text(say("written: {file}", file=target)))
        _list_blanks(target, text)
    click.echo(session.text(say("fill in what is listed, then run “bantin check”")))


def _list_blanks(target: Path, text: str) -> None:
    for number, line in enumerate(text.splitlines(), start=1):
        field, marker, hint = line.partition(TO_FILL)
        if marker:
            click.echo(f"  {target}:{number}: {field.strip()} {hint.lstrip(' :')}".rstrip())
