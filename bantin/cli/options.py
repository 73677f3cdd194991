"""What several commands share: options, and the kinds of values they take."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Mapping, MutableMapping
from datetime import datetime
from pathlib import Path
from typing import Any

import click

from bantin.cli.session import Session
from bantin.problems import Message, say
from bantin.problems.catalogues import LANGUAGES
from bantin.problems.form import Form

Tell = Callable[[Message], str]
"""Puts a message into the language of the run."""


class Ordered(click.Group):
    """A group whose commands are listed in the order they were given."""

    def list_commands(self, ctx: click.Context) -> list[str]:
        return list(self.commands)


class Lazily(MutableMapping[str, click.Command]):
    """Commands by name in the order given, each made, with all it needs, when it is first asked for.

    makers: what makes each of them.
    """

    def __init__(self, makers: Mapping[str, Callable[[], click.Command]]) -> None:
        self.makers = dict(makers)

    def __getitem__(self, name: str) -> click.Command:
        command = self.makers[name]()
        self.makers[name] = lambda: command
        return command

    def __setitem__(self, name: str, command: click.Command) -> None:
        self.makers[name] = lambda: command

    def __delitem__(self, name: str) -> None:
        del self.makers[name]

    def __iter__(self) -> Iterator[str]:
        return iter(self.makers)

    def __len__(self) -> int:
        return len(self.makers)


class Folder(click.ParamType[Path, str]):
    """A folder, which may not be there yet."""

    name = "folder"

    def __init__(self, tell: Tell) -> None:
        self.tell = tell

    def convert(self, value: Any, param: click.Parameter | None, ctx: click.Context | None) -> Path:
        """The path; refuses what is a file."""
        path = Path(value)
        if path.exists() and not path.is_dir():
            self.fail(self.tell(say("“{path}” is a file, not a folder", path=path)), param, ctx)
        return path


class Instant(click.ParamType[datetime, str]):
    """A moment in ISO 8601."""

    name = "instant"

    def __init__(self, tell: Tell) -> None:
        self.tell = tell

    def convert(self, value: Any, param: click.Parameter | None, ctx: click.Context | None) -> datetime:
        """The moment, in the time of Việt Nam where no zone is named."""
        from bantin.language import Unreadable, parse_iso_instant  # dear to load, and rarely asked for

        try:
            return parse_iso_instant(value)
        except Unreadable as unreadable:
            from bantin.dataset.records.unreadable import refusal  # dearer still

            refused = refusal(value, unreadable)
            said = [refused.message, *([refused.remedy] if refused.remedy else [])]
            self.fail("; ".join(self.tell(message) for message in said), param, ctx)


class Port(click.ParamType[int, str]):
    """A port on this machine."""

    name = "port"

    def __init__(self, tell: Tell) -> None:
        self.tell = tell

    def convert(self, value: Any, param: click.Parameter | None, ctx: click.Context | None) -> int:
        """The number, from 0 (any free port) to 65535."""
        text = str(value)
        if not (text.isascii() and text.isdecimal() and int(text) <= 65535):
            self.fail(
                self.tell(say("“{text}” is no port; write a number from 1024 to 65535", text=text)),
                param,
                ctx,
            )
        return int(text)


def common_options(tell: Tell) -> list[click.Parameter]:
    """The options that stand before or after any command."""
    return [
        click.Option(
            ["--project"],
            type=Folder(tell),
            metavar=tell(say("FOLDER")),
            expose_value=False,
            callback=_keep_project,
            help=tell(say("The project's folder, which holds data/ and content/; usually where you stand.")),
        ),
        click.Option(
            ["--lang"],
            type=click.Choice(LANGUAGES),
            expose_value=False,
            help=tell(say("The language of messages: Vietnamese (vi, the usual one) or English (en).")),
        ),
        click.Option(
            ["--format"],
            type=click.Choice([form.value for form in Form]),
            expose_value=False,
            callback=_keep_form,
            help=tell(say("How problems are shown: to people (text), to programs (json, github).")),
        ),
    ]


def now_option(tell: Tell) -> click.Option:
    """The moment that decides what is public."""
    return click.Option(
        ["--now"],
        type=Instant(tell),
        metavar=tell(say("INSTANT")),
        help=tell(say("The moment to go by, such as 2026-11-22T07:30; usually the clock's.")),
    )


def opened(session: Session) -> Path:
    """The project's folder; refuses a folder that holds no records."""
    if not session.project.is_dir():
        problem = say("there is no folder “{folder}”", folder=session.project)
    elif not (session.project / "data").is_dir():
        problem = say(
            "“{folder}” is no project: it holds no folder data; “bantin new project” makes one",
            folder=session.project.absolute(),
        )
    else:
        return session.project
    raise click.UsageError(session.text(problem), click.get_current_context())


def _keep_project(context: click.Context, _: click.Parameter, value: Path | None) -> None:
    if value is not None:
        context.obj.project = value


def _keep_form(context: click.Context, _: click.Parameter, value: str | None) -> None:
    if value is not None:
        context.obj.form = Form(value)
