"""``bantin why``: one sentence on why a record is or is not public."""

from __future__ import annotations

import json
from collections.abc import Sequence
from datetime import datetime
from typing import TYPE_CHECKING

import click

from bantin.cli.options import Tell, common_options, now_option, opened
from bantin.cli.session import Session
from bantin.problems import say
from bantin.problems.form import Form

if TYPE_CHECKING:
    from bantin.dataset.why import Answer


def why_command(tell: Tell) -> click.Command:
    """The command."""
    return click.Command(
        "why",
        params=[
            click.Argument(["record"], metavar=tell(say("RECORD"))),
            now_option(tell),
            *common_options(tell),
        ],
        callback=_why,
        help=tell(say("Say why a record is or is not public. RECORD is an id, a file or an address.")),
        options_metavar=tell(say("[OPTIONS]")),
    )


@click.pass_obj
def _why(session: Session, record: str, now: datetime | None) -> int:
    answer = session.way().why(opened(session), record, now=now or session.clock())
    if isinstance(answer, list):
        raise click.UsageError(unknown(session, record, answer), click.get_current_context())
    sentence = session.text(answer.sentence)
    click.echo(_as_json(answer, sentence) if session.form is Form.JSON else sentence)
    return 0


def unknown(session: Session, asked: str, names: Sequence[str]) -> str:
    """That no record is called so, and which names are like it."""
    message = say("no record has the id, file or address “{name}”", name=asked)
    if names:
        message = say(
            "no record has the id, file or address “{name}”; did you mean {names}?",
            name=asked,
            names=", ".join(f"“{name}”" for name in names),
        )
    return session.text(message)


def _as_json(answer: Answer, sentence: str) -> str:
    values = {
        "id": answer.id,
        "file": answer.file,
        "state": answer.state.value,
        "public": answer.public,
        "since": answer.since and answer.since.isoformat(timespec="minutes"),
        "address": answer.address or None,
        "sentence": sentence,
    }
    return json.dumps(values, ensure_ascii=False)
