"""The commands: each reads its options, calls one function of the way, and tells what came of it.

They are made anew for each run, in its language, and only those that are asked for: to say that nothing
has changed, nothing is loaded that reads records or makes pages.
"""

from __future__ import annotations

from collections.abc import Callable
from datetime import datetime
from functools import partial
from importlib import import_module
from pathlib import Path

import click

from bantin import __version__
from bantin.cli.options import Folder, Lazily, Ordered, Port, Tell, common_options, now_option, opened
from bantin.cli.progress import progress
from bantin.cli.session import Session
from bantin.cli.telling import told_of_build, told_of_check, told_of_shard, told_problems
from bantin.problems import say

ENGINES = ("mkdocs", "zensical")
DEFAULT = "build"

ELSEWHERE = {"why": "why", "proof": "prove", "new": "new", "trace": "tracing", "visits": "visits"}
"""The modules of commands that are not made here, by the commands' names."""


def bantin_command(tell: Tell) -> click.Group:
    """The command ``bantin`` with all below it."""
    return Bantin(
        "bantin",
        params=[*common_options(tell), _version_option(tell)],
        commands=Lazily(
            {
                "build": partial(_build_command, tell),
                "check": partial(_check_command, tell),
                "serve": partial(_serve_command, tell),
                **{name: partial(_made_elsewhere, name, tell) for name in ELSEWHERE},
            }
        ),
        help=tell(
            say(
                "Makes records of meetings and results into a checked site of bulletins. "
                "Without a command it builds."
            )
        ),
        options_metavar=tell(say("[OPTIONS]")),
        subcommand_metavar=tell(say("[COMMAND] …")),
    )


def _made_elsewhere(name: str, tell: Tell) -> click.Command:
    """A command of a module of its own: there, ``why_command`` makes the command ``why``."""
    make: Callable[[Tell], click.Command] = getattr(
        import_module(f"bantin.cli.{ELSEWHERE[name]}"), f"{name}_command"
    )
    return make(tell)


class Bantin(Ordered):
    """The group that builds when no command is named."""

    def parse_args(self, ctx: click.Context, args: list[str]) -> list[str]:
        """Where no command is named, the options are those of ``build``."""
        own = {*ctx.help_option_names, "--version"}
        if not own.intersection(args) and not self._names_command(args):
            args = [DEFAULT, *args]
        return super().parse_args(ctx, args)

    def _names_command(self, arguments: list[str]) -> bool:
        """Whether there is a word that is neither an option nor the value of one."""
        options = [*self.params, *self.commands[DEFAULT].params]
        with_value = {
            name
            for option in options
            if isinstance(option, click.Option) and not option.is_flag
            for name in option.opts
        }
        return any(
            not word.startswith("-")
            for before, word in zip(["", *arguments], arguments, strict=False)
            if before not in with_value
        )


def _version_option(tell: Tell) -> click.Option:
    def show_version(context: click.Context, _: click.Parameter, asked: bool) -> None:
        if asked and not context.resilient_parsing:
            click.echo(f"bantin {__version__}")
            context.exit()

    return click.Option(
        ["--version"],
        is_flag=True,
        is_eager=True,
        expose_value=False,
        callback=show_version,
        help=tell(say("Show the version and exit.")),
    )


def _build_command(tell: Tell) -> click.Command:
    return click.Command(
        "build",
        params=[
            click.Option(
                ["--out"],
                type=Folder(tell),
                metavar=tell(say("FOLDER")),
                help=tell(say("Write the site as a plain folder there, in place of site/ in the project.")),
            ),
            now_option(tell),
            click.Option(
                ["--hints"],
                is_flag=True,
                help=tell(say("Also show hints, as the command check does.")),
            ),
            click.Option(
                ["--engine"],
                type=click.Choice(ENGINES),
                default=ENGINES[0],
                help=tell(say("What makes pages of the composed texts; usually mkdocs.")),
            ),
            *_shard_options(tell),
            *common_options(tell),
        ],
        callback=_build,
        help=tell(say("Check the records, build the site and publish it.")),
        options_metavar=tell(say("[OPTIONS]")),
    )


def _shard_options(tell: Tell) -> list[click.Option]:
    """For archives that several machines build."""
    return [
        click.Option(
            ["--shard"],
            type=click.IntRange(1900, 9999),
            metavar=tell(say("YEAR")),
            help=tell(say("Only make photos, cards and documents of this year's bulletins, to merge.")),
        ),
        click.Option(
            ["--merge"],
            type=Folder(tell),
            multiple=True,
            metavar=tell(say("FOLDER")),
            help=tell(say("First take in what --shard has made there; can be given several times.")),
        ),
    ]


def _check_command(tell: Tell) -> click.Command:
    return click.Command(
        "check",
        params=[
            click.Option(
                ["--fix"],
                is_flag=True,
                help=tell(say("Before that, mend what needs no one's judgement, and say what was mended.")),
            ),
            now_option(tell),
            *common_options(tell),
        ],
        callback=_check,
        help=tell(say("Check the records and say what is wrong, without building.")),
        options_metavar=tell(say("[OPTIONS]")),
    )


def _serve_command(tell: Tell) -> click.Command:
    return click.Command(
        "serve",
        params=[
            click.Option(
                ["--port"],
                type=Port(tell),
                metavar=tell(say("PORT")),
                help=tell(say("Where the preview is offered on this machine.")),
            ),
            now_option(tell),
            *common_options(tell),
        ],
        callback=_serve,
        help=tell(say("Show a live preview, drafts included, until Ctrl+C.")),
        options_metavar=tell(say("[OPTIONS]")),
    )


@click.pass_obj
def _build(
    session: Session,
    out: Path | None,
    now: datetime | None,
    hints: bool,
    engine: str,
    shard: int | None,
    merge: tuple[Path, ...],
) -> int:
    project, now = opened(session), now or session.clock()
    if shard is not None and out:
        refused = say("--shard publishes nothing, so that it cannot be used together with --out")
        raise click.UsageError(session.text(refused), click.get_current_context())
    if merge and (problems := session.way().merge(project, merge)):
        return told_problems(session, problems)
    if shard is not None:
        with progress(session) as report:
            made = session.way().make_shard(project, shard, now=now, report=report)
        return told_of_shard(session, made, shard, hints=hints)
    built = None if out else session.remembered(project, now, engine)
    if built is None:
        with progress(session) as report:
            built = session.way().build(project, now=now, out=out, engine=engine, report=report)
    return told_of_build(session, built, hints=hints)


@click.pass_obj
def _check(session: Session, fix: bool, now: datetime | None) -> int:
    project, way = opened(session), session.way()
    fixed = way.fix(project) if fix else None
    return told_of_check(session, way.check(project, now=now or session.clock()), fixed)


@click.pass_obj
def _serve(session: Session, port: int | None, now: datetime | None) -> int:
    clock = (lambda: now) if now else session.clock
    problems = session.way().serve(
        opened(session), port=port, now=clock, announce=click.echo, translate=session.translate
    )
    return told_problems(session, problems)
