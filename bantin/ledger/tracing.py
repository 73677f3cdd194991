"""What someone asks of the ledger: a figure by name, a page by address, a number as readers write it."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass, replace
from decimal import Decimal
from difflib import get_close_matches
from enum import StrEnum
from urllib.parse import unquote, urlsplit

from bantin.language import Unreadable, parse_count, parse_decimal, parse_percent, slug
from bantin.ledger.entries import Entry, Ledger

_NEAREST = 8
_ALIKE = 0.6


class Asked(StrEnum):
    """What a question was understood to ask for."""

    FIGURE = "figure"
    PAGE = "page"
    NUMBER = "number"
    NOTHING = "nothing"


@dataclass(frozen=True, slots=True)
class Traced:
    """What the ledger answers: the figures, or the nearest names and addresses where there are none.

    page: the address asked for; related: the other figures of the same observation, by name.
    """

    asked: Asked
    entries: tuple[Entry, ...] = ()
    page: str = ""
    related: tuple[str, ...] = ()
    nearest: tuple[str, ...] = ()


def trace(ledger: Ledger, question: str, site_address: str = "") -> Traced:
    """The figures that a question names.

    question: an identity, or an id of open data; a name as in ``$(…)``, with or without its record; the id of
    a row; an address of the site, with or without host; or a number as readers write it ("4.300", "+29,4%").
    """
    ledger = ledger.whole
    text = question.strip().removeprefix("$(").removesuffix(")").strip()
    if named := tuple(_named(ledger, text)):
        return Traced(Asked.FIGURE, named, related=tuple(_related(ledger, named)))
    page, fragment = _address(text, site_address)
    if page in ledger.by_file:
        return Traced(Asked.PAGE, tuple(_on_page(ledger, page, fragment)), page=page)
    if found := tuple(_with_value(ledger, text)):
        return Traced(Asked.NUMBER, found)
    return Traced(Asked.NOTHING, nearest=tuple(_nearest(ledger, text)))


def _named(ledger: Ledger, text: str) -> Iterator[Entry]:
    """The entries of this identity, name or row."""
    wanted = unquote(text).removesuffix(".value").removeprefix("#")
    for entry in ledger.entries:
        record, _, local = entry.name.partition("/")
        row = f"{record}--{local.replace('.', '--')}"
        if wanted in (entry.identity, entry.name, f"{record}.{local}", local, row):
            yield entry


def _related(ledger: Ledger, named: tuple[Entry, ...]) -> Iterator[str]:
    """The names that begin like those of whole observations that were named, and their earlier values."""
    names = {entry.name for entry in named}
    inside = tuple(f"{name}{mark}" for name in names for mark in ".@")
    for entry in ledger.entries:
        if entry.name not in names and entry.name.startswith(inside):
            yield entry.name


def _address(text: str, site_address: str) -> tuple[str, str]:
    """A rooted address of the site and the fragment after it."""
    base = urlsplit(site_address).path.rstrip("/")
    try:
        parts = urlsplit(text)
    except ValueError:
        return "", ""
    if not parts.path and not parts.netloc:
        return "", ""
    path = parts.path.removesuffix("index.html")
    if parts.netloc and base and path.startswith(f"{base}/"):
        path = path.removeprefix(base)
    path = path.removeprefix("site/")
    return f"/{path.strip('/')}/".replace("//", "/"), parts.fragment


def _on_page(ledger: Ledger, page: str, fragment: str) -> Iterator[Entry]:
    """The entries with their places on one page; with a fragment, only those of one element."""
    for entry in ledger.entries:
        places = [place for place in entry.places if place.file == page]
        if fragment:
            places = [place for place in places if place.at == f"#{fragment}"]
        if places:
            yield replace(entry, places=tuple(places))


def _number(text: str) -> Decimal | None:
    """A number as Vietnamese readers write it; "4.300" is four thousand three hundred."""
    bare = text.replace("−", "-").lstrip("+")
    for read in (parse_count, parse_decimal, parse_percent):
        try:
            return Decimal(read(bare.lstrip("-"))) * (-1 if bare.startswith("-") else 1)
        except Unreadable:
            continue
    return None


def _with_value(ledger: Ledger, text: str) -> Iterator[Entry]:
    number = _number(text)
    if number is not None:
        yield from (entry for entry in ledger.entries if _has_value(entry, text, number))


def _has_value(entry: Entry, text: str, number: Decimal) -> bool:
    """Whether a figure has this value, as computed or as printed; without a sign, whichever way it went."""
    if text.endswith("%") and entry.unit != "%":
        return False
    signed = text[:1] in "+-−"
    values = [Decimal(entry.value)] if entry.value else []
    values += [value for place in entry.places if (value := _number(_last_word(place.text))) is not None]
    return any(value == number or (not signed and abs(value) == number) for value in values)


def _last_word(text: str) -> str:
    """The number in what is shown: "trên 4.300" ends in it, "“vượt 121%”" too."""
    return text.split(" ")[-1].strip("“”")


def _nearest(ledger: Ledger, text: str) -> Iterator[str]:
    """Names that are nearly so, and those whose label has the words."""
    names: dict[str, str] = {}
    for entry in ledger.entries:
        names |= {entry.name: entry.name, entry.name.partition("/")[2]: entry.name}
    pages = {page: page for page in ledger.by_file}
    alike = get_close_matches(text, [*names, *pages], _NEAREST, _ALIKE)
    words = slug(text)
    by_label = [entry.name for entry in ledger.entries if words and words in slug(entry.label, 1000)]
    found = dict.fromkeys([(names | pages)[name] for name in alike] + by_label)
    yield from list(found)[:_NEAREST]
