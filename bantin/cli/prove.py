"""``bantin proof``: an article that is not public yet, as a document for a signature."""

from __future__ import annotations

from datetime import datetime
from pathlib import Path

import click

from bantin.cli.options import Tell, common_options, now_option, opened
from bantin.cli.session import Session
from bantin.cli.telling import told_of_proof
from bantin.cli.why import unknown
from bantin.problems import say


def proof_command(tell: Tell) -> click.Command:
    """The command."""
    return click.Command(
        "proof",
        params=[
            click.Argument(["record"], metavar=tell(say("RECORD"))),
            click.Option(
                ["--out"],
                type=click.Path(dir_okay=False, path_type=Path),
                metavar=tell(say("FILE")),
                help=tell(say("Write the proof there, in place of build/proofs in the project.")),
            ),
            now_option(tell),
            *common_options(tell),
        ],
        callback=_proof,
        help=tell(
            say(
                "Make a PDF of a draft, for a leader to sign. "
                "RECORD is the id, file or address of what is not public yet."
            )
        ),
        options_metavar=tell(say("[OPTIONS]")),
    )


@click.pass_obj
def _proof(session: Session, record: str, out: Path | None, now: datetime | None) -> int:
    proved = session.way().prove(opened(session), record, now=now or session.clock(), out=out)
    if proved.unknown:
        raise click.UsageError(unknown(session, record, proved.nearest), click.get_current_context())
    return told_of_proof(session, proved)
