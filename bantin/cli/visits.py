"""``bantin visits``: a web server's log into the numbers of visitors that the footer shows."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import datetime
from pathlib import Path
from typing import Any
from urllib.parse import urlsplit

import click

from bantin.cli.options import Tell, common_options, now_option
from bantin.cli.session import Session
from bantin.cli.telling import told_problems
from bantin.problems import Location, Problem, say
from bantin.project import write_over
from bantin.visits import Visits, count, is_visits_text, visits_text

SETTINGS = "data/site.yml"


class BasePath(click.ParamType[str, str]):
    """The path of a site on its server, with slashes at both ends."""

    name = "path"

    def __init__(self, tell: Tell) -> None:
        self.tell = tell

    def convert(self, value: Any, param: click.Parameter | None, ctx: click.Context | None) -> str:
        """The path; refuses what does not begin with a slash."""
        text = str(value)
        if not text.startswith("/"):
            self.fail(self.tell(say("“{text}” is no path; write it as /ban-tin/", text=text)), param, ctx)
        return based(text)


def based(path: str) -> str:
    """A path with one slash at both ends."""
    return f"/{path.strip('/')}/" if path.strip("/") else "/"


def visits_command(tell: Tell) -> click.Command:
    """The command ``visits``."""
    return click.Command(
        "visits",
        params=[
            click.Argument(
                ["logs"], nargs=-1, required=True, type=click.Path(path_type=Path), metavar=tell(say("LOG…"))
            ),
            click.Option(
                ["--out"],
                type=click.Path(path_type=Path, dir_okay=False),
                metavar=tell(say("FILE")),
                help=tell(say("Write the numbers there in one step; usually they are printed.")),
            ),
            click.Option(
                ["--base"],
                type=BasePath(tell),
                metavar=tell(say("PATH")),
                help=tell(
                    say("Path of the site on its server; usually that of the address in data/site.yml, or /.")
                ),
            ),
            click.Option(
                ["--pages"],
                type=click.IntRange(0),
                default=20,
                metavar=tell(say("COUNT")),
                help=tell(say("How many pages to list at most, those read most first; usually 20.")),
            ),
            now_option(tell),
            *common_options(tell),
        ],
        callback=_visits,
        help=tell(say("Count visitors in a web server's access logs. They may be packed (.gz).")),
        options_metavar=tell(say("[OPTIONS]")),
    )


@click.pass_obj
def _visits(
    session: Session,
    logs: tuple[Path, ...],
    out: Path | None,
    base: str | None,
    pages: int,
    now: datetime | None,
) -> int:
    place, wrong = (base, []) if base else _published_below(session.project)
    counted = count(logs, now=now or session.clock(), base=place, pages=pages)
    foreign = list(_foreign(out)) if counted.visits else []
    problems = [*wrong, *counted.problems, *foreign]
    if counted.visits and not wrong and not foreign:
        _give(counted.visits, out)
    return told_problems(session, problems, beside=True)


def _foreign(out: Path | None) -> Iterator[Problem]:
    """A file that is there and holds no numbers of visitors is somebody's work: it is not written over."""
    if out is None or not out.is_file() or is_visits_text(out.read_bytes()):
        return
    yield Problem(
        "not-our-file",
        Location(str(out)),
        say("this file holds something else than numbers of visitors"),
        (),
        say("choose another name after --out"),
    )


def _give(visits: Visits, out: Path | None) -> None:
    text = visits_text(visits)
    if out is None:
        click.echo(text, nl=False)
    else:
        write_over(out, text.encode())


def _published_below(project: Path) -> tuple[str, list[Problem]]:
    """The path in the address that a project's settings name ("/" without one), and what is wrong there."""
    settings = project / SETTINGS
    if not settings.is_file():
        return "/", []
    from bantin.dataset import load  # dear to load, and numbers are mostly counted without settings

    loaded = load({SETTINGS: settings.read_bytes()})
    wrong = [problem for problem in loaded.problems if problem.location.file == SETTINGS]
    return based(urlsplit(loaded.dataset.site.address or "").path), wrong
