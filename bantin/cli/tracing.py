"""``bantin trace``: where a figure comes from, and where it is shown."""

from __future__ import annotations

import json
from collections.abc import Iterator
from datetime import date, datetime
from itertools import groupby

import click

from bantin.cli.options import Tell, common_options, now_option, opened
from bantin.cli.session import Session, Told
from bantin.cli.telling import CLEAN, FAULTY, told_problems
from bantin.language import format_date
from bantin.ledger import Asked, Entry, Place, Traced, as_plain
from bantin.problems import Message, say, say_count
from bantin.problems.form import Form

_KINDS = {
    "alt": say("text in place of a photo"),
    "band": say("key figures"),
    "body": say("text"),
    "card": say("picture for shared links"),
    "caption": say("caption of a photo"),
    "cell": say("cell of a table"),
    "csv": say("comma-separated table"),
    "corrections": say("notice of a correction"),
    "description": say("description for search engines"),
    "entries": say("list of corrections"),
    "feed": say("feed"),
    "html": say("HTML to paste"),
    "headline": say("headline"),
    "intro": say("first sentence of the page"),
    "json": say("data as JSON"),
    "kicker": say("line above the headline"),
    "lead": say("lead"),
    "link": say("link to an article"),
    "note": say("note under a table"),
    "notes": say("notes"),
    "pdf": say("document (PDF)"),
    "remark": say("remark in a table"),
    "source": say("list of how figures were found"),
    "standing": say("notice of a correction"),
    "structured": say("data for search engines"),
    "text": say("plain text"),
    "teaser": say("list of articles"),
    "title": say("title in the browser"),
    "xlsx": say("workbook"),
    "zip": say("table in the dataset"),
}
"""What kinds of places are called; of others, the name of the field."""

_FINALITY = {"provisional": say("provisional"), "revised": say("revised")}


def trace_command(tell: Tell) -> click.Command:
    """The command ``trace``."""
    return click.Command(
        "trace",
        params=[
            click.Argument(["question"], metavar=tell(say("FIGURE|ADDRESS|NUMBER"))),
            now_option(tell),
            *common_options(tell),
        ],
        callback=_trace,
        help=tell(say("Say where a figure comes from and where it is shown.")),
        options_metavar=tell(say("[OPTIONS]")),
        context_settings={"ignore_unknown_options": True},
    )


@click.pass_obj
def _trace(session: Session, question: str, now: datetime | None) -> int:
    told = session.way().trace(opened(session), now=now or session.clock(), question=question)
    if told.traced is None:
        return told_problems(session, told.problems, told.lines)
    if session.form is Form.JSON:
        click.echo(json.dumps(_plain(told, told.traced), ensure_ascii=False, indent=1))
    else:
        for line in _lines(session, question, told, told.traced):
            click.echo(line)
    return FAULTY if told.traced.asked is Asked.NOTHING else CLEAN


def _plain(told: Told, traced: Traced) -> dict[str, object]:
    return {
        "asked": traced.asked,
        "public": told.public,
        "release": told.release,
        "figures": [as_plain(entry) for entry in traced.entries],
        "related": traced.related,
        "nearest": traced.nearest,
    }


def _lines(session: Session, question: str, told: Told, traced: Traced) -> Iterator[str]:
    text = session.text
    if traced.asked is Asked.NOTHING:
        yield text(say("No figure, page or number is called “{question}”.", question=question))
        if traced.nearest:
            yield text(say("Perhaps: {names}", names=", ".join(traced.nearest)))
        return
    if traced.asked is not Asked.FIGURE:
        count = len(traced.entries)
        yield text(say_count("{count} figure:", "{count} figures, told apart by name:", count))
        yield ""
    for entry in traced.entries:
        yield from _entry(session, entry)
        yield ""
    if traced.related:
        yield text(say("See also: {names}", names=", ".join(traced.related)))
    yield text(_state(told))


def _entry(session: Session, entry: Entry) -> Iterator[str]:
    text = session.text
    shown = next((place.text for place in entry.places), entry.value)
    unit = "" if entry.unit == "%" or not entry.value else f" {entry.unit}"
    finality = _FINALITY.get(entry.finality)
    yield f"{entry.name}: {shown}{unit}" + (f" ({text(finality)})" if finality else "")
    yield f"  {entry.label}"
    yield f"  {text(_origin(entry))}"
    if entry.until:
        day = format_date(date.fromisoformat(entry.until))
        yield "  " + text(say("replaced on {day} by the correction {id}", day=day, id=entry.correction))
    if not entry.places:
        yield "  " + text(say("no page shows it"))
    for file, on_page in groupby(entry.places, key=lambda place: place.file):
        yield f"  {file}"
        for place, times in _counted(on_page):
            yield f"    {text(_place(place, times))}"


def _origin(entry: Entry) -> Message:
    if entry.origin == "published":
        return say("published; written in {record}", record=entry.record)
    how = {"formula": entry.formula, "record": entry.record}
    if entry.origin == "implied":
        return say("implied by published figures: {formula} (see {record})", **how)
    return say("computed from published figures: {formula} (see {record})", **how)


def _counted(places: Iterator[Place]) -> Iterator[tuple[Place, int]]:
    """Places that people would call the same, with their number."""
    for _, alike in groupby(places, key=lambda place: (place.at, place.kind, place.text)):
        listed = list(alike)
        yield listed[0], len(listed)


def _place(place: Place, times: int) -> Message:
    kind = _KINDS.get(place.kind, place.kind)
    at = f" {place.at}" if place.at.startswith("#") or not place.file.endswith("/") else ""
    if times > 1:
        return say("{kind}{at}: {text} ({times} times)", kind=kind, at=at, text=place.text, times=times)
    return say("{kind}{at}: {text}", kind=kind, at=at, text=place.text)


def _state(told: Told) -> Message:
    """Whether what was told is what the public reads."""
    if not told.public:
        return say("Not public yet: this is what the preview shows.")
    if not told.release:
        return say("As the records stand now; no release is published here.")
    if told.current:
        return say("The published release {release} shows exactly this.", release=told.release)
    return say(
        "As the records stand now; the published release {release} is older: build again.",
        release=told.release,
    )
