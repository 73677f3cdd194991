"""What stands in the theme's templates for a text that differs from page to page, while a frame is drawn.

A template may print a hole, through the filter ``e`` or, where that is foreseen, as it is; and it may ask
whether there is a text, for a hole stands for one that is not empty. Whatever else it does with one (compares
it, measures it, cuts it, hands it to another filter or test) depends on the very text, and raises
``NotPrinted``. What a template builds of texts before it prints them is not seen: a test keeps the theme
from that.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Iterable
from dataclasses import dataclass
from enum import Enum
from typing import Any, NoReturn, TypeVar


class How(Enum):
    """How a text is printed: as it is, escaped, or as an address seen from the page, escaped."""

    AS_IT_IS = 0
    ESCAPED = 1
    ADDRESS = 2


@dataclass(frozen=True, slots=True)
class Gap:
    """What belongs into one place of a frame: the name of a text, its place in a list, how it is printed."""

    name: str
    place: int
    how: How


class NotPrinted(Exception):
    """A template does with a text what depends on the very text."""


_SIGN = re.compile(r"  Bản<&'Tin\"([0-9]+)>  ")
"""What a hole is printed as: nothing that can be trimmed, escaped or set in capitals without a trace."""


class Print:
    """What was printed of holes while a template was rendered, in the order in which it was printed."""

    def __init__(self) -> None:
        self.gaps: list[Gap] = []

    def sign(self, gap: Gap) -> str:
        """What is printed in the place of a text."""
        self.gaps.append(gap)
        return f"  Bản<&'Tin\"{len(self.gaps) - 1}>  "

    def cut(self, text: str) -> tuple[list[str], list[Gap]]:
        """A rendered text as pieces, and the gaps between them.

        Raises NotPrinted where not every hole is found once, as it was printed.
        """
        pieces = _SIGN.split(text)
        found = [int(number) for number in pieces[1::2]]
        if sorted(found) != list(range(len(self.gaps))):
            raise NotPrinted("what was printed is not what is there")
        return pieces[::2], [self.gaps[number] for number in found]


def refuse(*_: object, **__: object) -> NoReturn:
    """Whatever is done, it depends on the very text. Raises NotPrinted."""
    raise NotPrinted("a template depends on what differs from page to page")


_ASKED = (
    *("bool", "str", "len", "iter", "contains", "getitem", "getattr", "call", "format", "hash"),
    *("eq", "ne", "lt", "le", "gt", "ge", "add", "radd", "mod", "rmod", "mul", "rmul"),
)
"""What Python can ask of a value, as templates do."""


Kind = TypeVar("Kind", bound=type)


def answering_no_more(kind: Kind) -> Kind:
    """Makes a class refuse whatever it does not answer itself."""
    for name in (f"__{asked}__" for asked in _ASKED):
        if name not in vars(kind):
            setattr(kind, name, refuse)
    return kind


@answering_no_more
class Unknown:
    """Something of which a template may know nothing at all."""

    __slots__ = ()


@answering_no_more
class Hole(Unknown):
    """A text that is not empty and of which nothing else is known.

    how: how it is printed, None while no filter has made it fit to be printed; escaped: how it is then.
    """

    __slots__ = ("_escaped", "_how", "_name", "_place", "_print")

    def __init__(
        self, printed: Print, name: str, place: int, how: How | None, escaped: How = How.ESCAPED
    ) -> None:
        self._print, self._name, self._place = printed, name, place
        self._how, self._escaped = how, escaped

    def __bool__(self) -> bool:
        return True

    def __str__(self) -> str:
        return self._print.sign(Gap(self._name, self._place, self._how)) if self._how else refuse()

    def as_escaped(self) -> Hole:
        """What the filter ``e`` makes of it."""
        return Hole(self._print, self._name, self._place, self._escaped, self._escaped)

    def as_address(self) -> Hole:
        """What the filter ``url`` makes of it: an address seen from the page, still to be escaped."""
        if self._how or self._escaped is How.ADDRESS:
            refuse()  # it was escaped already, or made an address
        return Hole(self._print, self._name, self._place, None, How.ADDRESS)


@answering_no_more
class Own(Unknown):
    """The address of the page itself, which templates compare with those of links.

    url: that of the sample; others: what it was compared with.
    """

    __slots__ = ("others", "url")

    def __init__(self, url: str) -> None:
        self.url = url
        self.others: set[object] = set()

    def __bool__(self) -> bool:
        return True

    def __eq__(self, other: object) -> bool:
        self.others.add(other)
        return self.url == other

    def __ne__(self, other: object) -> bool:
        return not self == other


Function = Callable[..., Any]


def watched(function: Function) -> Function:
    """A filter or test of templates that refuses holes, by themselves and in lists."""

    def watching(*given: Any, **named: Any) -> Any:
        if _holds_a_hole((*given, *named.values())):
            refuse()
        return function(*given, **named)

    return like(function, watching)


def escaping(function: Function) -> Function:
    """The filter ``e`` for holes as well."""

    def escape(given: Any) -> Any:
        return given.as_escaped() if isinstance(given, Hole) else function(given)

    return like(function, escape)


def like(function: Function, instead: Function) -> Function:
    """A function that Jinja calls as it would call ``function``: with the context where that one wants it."""
    vars(instead).update(getattr(function, "__dict__", {}))
    return instead


def _holds_a_hole(values: Iterable[object]) -> bool:
    return any(
        isinstance(value, Unknown) or (isinstance(value, list) and _holds_a_hole(value)) for value in values
    )
