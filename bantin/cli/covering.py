"""Coverage told on the terminal: what explains the digits of each record."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from bantin.cli.session import Session
from bantin.dataset.coverage import Coverage
from bantin.dataset.records.roles import Kind
from bantin.problems import Message, say, say_count

MOST_ROWS = 20
"""More records than this are told in one sentence, with a row for each that is not explained whole."""

_HEADS: dict[Kind, Message] = {
    Kind.FIGURE: say("figures"),
    Kind.DATE: say("dates, periods"),
    Kind.DOCUMENT: say("documents"),
    Kind.ORDINAL: say("ordinals"),
    Kind.NAME: say("names"),
    Kind.LITERAL: say("literals"),
    Kind.UNEXPLAINED: say("unexplained"),
}


def told_coverage(session: Session, coverage: Sequence[Coverage]) -> str | None:
    """The coverage of records that say anything with digits, for people; None where there are none.

    Few records get a row each; of many, only those that are not explained whole.
    """
    saying = [one for one in coverage if one.total]
    if not saying:
        return None
    rows = saying if len(saying) <= MOST_ROWS else [one for one in saying if one.percent < 100]
    lines = list(_table(session, rows)) if rows else []
    return "\n".join([*lines, session.text(_sentence(saying))])


def coverage_for_programs(coverage: Sequence[Coverage]) -> list[dict[str, object]]:
    """The coverage of all records for the JSON object: file, how many expressions with digits each kind
    explains, their share in percent, and the literals that are said, each with its reason."""
    return [
        {
            "file": one.file,
            "digits": one.total,
            **{kind.value: count for kind, count in one.counts.items()},
            "percent": one.percent,
            "literals": [{"text": text, "reason": reason} for text, reason in one.literals()],
        }
        for one in coverage
    ]


def _sentence(saying: Sequence[Coverage]) -> Message:
    digits = sum(one.total for one in saying)
    left = sum(one.counts[Kind.UNEXPLAINED] for one in saying)
    where = say_count("{count} record", "{count} records", len(saying))
    if left:
        return say(
            "not explained: {left} of {digits} places with digits, in {where}",
            left=left,
            digits=digits,
            where=where,
        )
    return say("all {digits} places with digits are explained, in {where}", digits=digits, where=where)


def _table(session: Session, rows: Sequence[Coverage]) -> Iterator[str]:
    """A row for each record below the heads of the columns, numbers to the right."""
    kinds = [kind for kind in Kind if any(one.counts[kind] for one in rows)]
    table = [[session.text(say("file")), *(session.text(_HEADS[kind]) for kind in kinds), ""]]
    table += [
        [one.file, *(str(one.counts[kind] or "·") for kind in kinds), f"{one.percent}%"] for one in rows
    ]
    widths = [max(map(len, column)) for column in zip(*table, strict=True)]
    for first, *rest in table:
        cells = [first.ljust(widths[0]), *map(str.rjust, rest, widths[1:])]
        yield "  ".join(cells).rstrip()
