"""Every figure stands where the ledger has it, shown as the ledger says, and no other does."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterable, Iterator, Set
from itertools import groupby

from bantin.ledger import Entry, Ledger, Place
from bantin.problems import Message, say
from bantin.site.audit.finding import Finding
from bantin.site.audit.seen import SeenPage

_NUMBER = re.compile(r"\d(?:[\d.,]*\d)?%?")
_ELEMENT = "<data "
_PLAIN = ("title", "description", "alt")
"""Places that hold text and no elements; see ``Place.within``."""

STRUCTURED = "structured"
"""Places in the data for programs, which are compared value by value."""

Posted = tuple[Entry, Place]
Key = tuple[str, str, str]
"""A figure as it is shown: identity, value for programs, text."""


def figure_findings(page: SeenPage, posted: Iterable[Posted], ledger: Ledger) -> Iterator[Finding]:
    """What one page shows otherwise than the ledger says. posted: what the ledger has of this page."""
    of_elements: list[tuple[Key, Posted]] = []
    of_texts: list[Posted] = []
    for entry, place in posted:
        if place.kind in _PLAIN:
            of_texts.append((entry, place))
        elif place.kind != STRUCTURED:
            of_elements.append((_key(entry, place), (entry, place)))
    known = dict(of_elements)
    told = {shown.identity for shown in page.figures if shown.key not in known}
    shown = Counter(shown.key for shown in page.figures)
    missing = Counter(key for key, _ in of_elements) - shown
    if told or missing:
        yield from _elements(page, of_elements, missing, ledger)
    yield from _cells(page, [one for one in of_elements if one[0][0] not in told], shown.keys())
    yield from _texts(page, of_texts)


def nowhere_findings(ledger: Ledger) -> Iterator[Finding]:
    """Figures that a statistics page owes its readers and that no page shows."""
    for entry in ledger.entries:
        if not any(place.file.endswith("/") for place in entry.places):
            message = say(
                "no page shows the figure {name}, which is {text}", name=entry.name, text=entry.value
            )
            yield Finding("index.html", "figure-nowhere", message, evidence=(_written(entry),))


def _elements(
    page: SeenPage, posted: list[tuple[Key, Posted]], missing: Counter[Key], ledger: Ledger
) -> Iterator[Finding]:
    """missing: how often each figure should be shown and is not."""
    known = dict(posted)
    by_identity = {entry.identity: (entry, place) for _, (entry, place) in posted}
    for number, shown in enumerate(page.figures):
        if shown.key in known:
            continue
        lost = next((key for key in missing if key[0] == shown.identity and missing[key]), None)
        if lost is not None:
            missing[lost] -= 1
            yield _wrong(page, number, *known[lost])
        elif shown.identity in by_identity:
            yield _wrong(page, number, *by_identity[shown.identity])
        else:
            yield _unknown(page, number, ledger)
    for key in missing:
        if missing[key]:
            yield _missing(page, *known[key])


def _cells(page: SeenPage, posted: list[tuple[Key, Posted]], shown: Set[Key]) -> Iterator[Finding]:
    """A figure of a table must stand in its own row."""
    rows = frozenset(page.figures)
    for key, (entry, place) in posted:
        has_row = place.kind == "cell" and place.at.startswith("#")
        if has_row and key in shown and (*key, place.at.removeprefix("#")) not in rows:
            yield _missing(page, entry, place)


def _texts(page: SeenPage, posted: list[Posted]) -> Iterator[Finding]:
    shown = {
        "title": page.titles,
        "description": page.descriptions,
        "alt": page.alternatives,
    }
    if all(_stands(shown[kind], kind, text) for kind, text in {(at.kind, at.within) for _, at in posted}):
        return
    ordered = sorted(posted, key=lambda one: (one[1].kind, one[1].at, one[1].within))
    for (kind, within), group in groupby(ordered, key=lambda one: (one[1].kind, _line(one[1].within))):
        if not _stands(shown[kind], kind, within):
            nearest = max(shown[kind], key=lambda text: _likeness(text, within), default="")
            yield from lost_in(page.path, nearest, list(group))


def _stands(texts: Iterable[str], kind: str, wanted: str) -> bool:
    """Whether a text is among those of a page; a title may have the name of the site behind it."""
    line = _line(wanted)
    return any(text == line or (kind == "title" and text.startswith(f"{line} – ")) for text in texts)


def lost_in(file: str, text: str, posted: list[Posted]) -> Iterator[Finding]:
    """The figures that a text does not hold and should; all of them where it holds their numbers."""
    gone = [one for one in posted if not _numbers(one[1].text) <= _numbers(text)]
    for entry, place in gone or posted:
        message = say("the figure {name} should be {text} here, but the page says: {shown}",
                      name=entry.name, text=place.text, shown=text)  # fmt: skip
        yield Finding(file, "figure-disagrees", message, text, evidence=evidence_of(entry, place))


def _likeness(text: str, other: str) -> int:
    return len(set(text.split()) & set(other.split()))


def _numbers(text: str) -> set[str]:
    return set(_NUMBER.findall(text))


def _wrong(page: SeenPage, number: int, entry: Entry, place: Place) -> Finding:
    shown = page.figures[number]
    told, right = (shown.text, place.text)
    if told == right:
        told, right = (f'value="{shown.value}"', f'value="{entry.value}"')
    message = say("the figure {name} should be {text} here, but the page says: {shown}",
                  name=entry.name, text=right, shown=told)  # fmt: skip
    return _at(page, number, "figure-disagrees", message, evidence_of(entry, place))


def _unknown(page: SeenPage, number: int, ledger: Ledger) -> Finding:
    shown = page.figures[number]
    message = say("the page shows the figure {text}, which the ledger does not have here", text=shown.text)
    entries = ledger.by_identity.get(shown.identity, ())
    elsewhere = [_also(place) for entry in entries for place in entry.places[:1]]
    return _at(page, number, "figure-unknown", message, (*elsewhere, *map(_written, entries)))


def _missing(page: SeenPage, entry: Entry, place: Place) -> Finding:
    message = say("the figure {name} is not shown at its place {place}: {text}",
                  name=entry.name, place=place.at, text=place.text)  # fmt: skip
    return Finding(page.path, "figure-missing", message, evidence=evidence_of(entry, place))


def _at(page: SeenPage, number: int, rule: str, message: Message, evidence: tuple[Message, ...]) -> Finding:
    return Finding(page.path, rule, message, _ELEMENT, evidence=evidence, occurrence=number)


def evidence_of(entry: Entry, place: Place) -> tuple[Message, ...]:
    """Another place that shows the figure, on another page if there is one, and its record."""
    others = [other for other in entry.places if other != place]
    others.sort(
        key=lambda other: (other.file == place.file, not other.file.endswith("/"), other.text != place.text)
    )
    return (*map(_also, others[:1]), _written(entry))


def _also(place: Place) -> Message:
    return say("at {place} it is {text}", place=f"{place.file}{_fragment(place)}", text=place.text)


def _fragment(place: Place) -> str:
    return place.at if place.at.startswith("#") else f" ({place.at})"


def _written(entry: Entry) -> Message:
    if entry.formula:
        return say("it follows from {record}: {formula}", record=entry.record, formula=entry.formula)
    return say("it is written in {record}", record=entry.record)


def _key(entry: Entry, place: Place) -> Key:
    return entry.identity, entry.value, _line(place.text)


def _line(text: str) -> str:
    return " ".join(text.split())
