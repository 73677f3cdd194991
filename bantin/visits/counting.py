"""The numbers of a log: who is online, of today and of yesterday, and the pages that were read most."""

from __future__ import annotations

import zlib
from collections import Counter
from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date, datetime
from pathlib import Path

from bantin.language import HO_CHI_MINH
from bantin.problems import Location, Message, Problem, Severity, say, say_count
from bantin.visits.log import LONGEST, lines_of, opened, parsed
from bantin.visits.views import page_seen

ONLINE_MINUTES = 15
"""Who looked at a page in so many minutes past is online: reading takes some, without a request."""

STEP = 5
"""Views of a page are told in whole fives, rounded down: so no single view of it can be seen."""

_DAY = 86_400
_AHEAD = 60
"""Seconds by which a line may be later than now: it was written while the log was read."""


@dataclass(frozen=True, slots=True)
class PageViews:
    """How often a page was looked at, each rounded down to ``STEP``. address: rooted, below the site."""

    address: str
    today: int
    yesterday: int
    total: int


@dataclass(frozen=True, slots=True)
class Visits:
    """What may be told of a log at a moment.

    online, today, yesterday: different visitors (address and user agent together) who looked at a page;
    yesterday: None where the log does not reach back so far; since: the first day of the log, None for one
    without lines; pages: those looked at most, the most first. Days are those of Việt Nam.
    """

    at: datetime
    online: int
    today: int
    yesterday: int | None
    since: date | None
    pages: tuple[PageViews, ...]


@dataclass(frozen=True, slots=True)
class Counted:
    """What a count gives: the numbers, or None where they would be wrong, and what is to be told."""

    visits: Visits | None
    problems: tuple[Problem, ...]


def count(logs: Iterable[Path], *, now: datetime, base: str = "/", pages: int = 20) -> Counted:
    """Counts the visitors in all logs together, in whatever order they and their lines are.

    base: path of the site on its server, with slashes at both ends; pages: how many to list at most.
    A log that cannot be read to its end is an error, and there are no numbers then.
    """
    tally = _Tally(now, base)
    problems = [problem for log in logs for problem in _read(log, tally)]
    sound = all(problem.severity is not Severity.ERROR for problem in problems)
    return Counted(tally.told(pages) if sound else None, tuple(problems))


class _Tally:
    """Takes the lines of a log. Holds the visitors of two days, as numbers that nobody can trace back
    (Python's hashes are keyed anew in each run), and views by page."""

    def __init__(self, now: datetime, base: str) -> None:
        self.now = now.astimezone(HO_CHI_MINH).replace(microsecond=0)
        self.base = base
        self.today = int(datetime.combine(self.now.date(), datetime.min.time(), HO_CHI_MINH).timestamp())
        self.latest = int(self.now.timestamp()) + _AHEAD
        self.earliest = self.latest + 1
        self.online_since = int(self.now.timestamp()) - 60 * ONLINE_MINUTES
        self.visitors: tuple[set[int], set[int], set[int]] = (set(), set(), set())
        self.views: tuple[Counter[str], Counter[str], Counter[str]] = (Counter(), Counter(), Counter())

    def take(self, text: bytes) -> bool | None:
        """Counts what a line tells; gives whether it is one of a log, None for one from the future."""
        line = parsed(text)
        if line is None:
            return False
        address, at, request, status, agent = line
        if at > self.latest:
            return None
        if at < self.earliest:
            self.earliest = at
        if page := page_seen(request, status, agent, self.base):
            self._count(at, page, hash((address, agent)))
        return True

    def _count(self, at: int, page: str, visitor: int) -> None:
        (online, today, yesterday), (total, views_today, views_yesterday) = self.visitors, self.views
        total[page] += 1
        if at >= self.today:
            today.add(visitor)
            views_today[page] += 1
        elif at >= self.today - _DAY:
            yesterday.add(visitor)
            views_yesterday[page] += 1
        if at > self.online_since:
            online.add(visitor)

    def told(self, pages: int) -> Visits:
        """The numbers of all lines taken so far."""
        online, today, yesterday = (len(visitors) for visitors in self.visitors)
        first = datetime.fromtimestamp(self.earliest, HO_CHI_MINH) if self.earliest <= self.latest else None
        known = self.earliest < self.today
        since = first.date() if first else None
        return Visits(self.now, online, today, yesterday if known else None, since, self._pages(pages))

    def _pages(self, most: int) -> tuple[PageViews, ...]:
        total, today, yesterday = self.views
        listed = sorted((-views // STEP * STEP, page) for page, views in total.items() if views >= STEP)
        return tuple(
            PageViews(page, _rounded(today[page]), _rounded(yesterday[page]), _rounded(total[page]))
            for _, page in listed[:most]
        )


def _rounded(views: int) -> int:
    return views // STEP * STEP


@dataclass(slots=True)
class _Left:
    """Lines of a log that were left out: the number of the first one, and how many there are."""

    first: int = 0
    count: int = 0

    def add(self, number: int) -> None:
        self.first = self.first or number
        self.count += 1


def _read(log: Path, tally: _Tally) -> list[Problem]:
    """Hands the lines of a log to the tally; gives what is wrong with it."""
    broken, later = _Left(), _Left()
    number, sound = 0, False
    try:
        with opened(log) as stream:
            for number, text in enumerate(lines_of(stream), 1):
                taken = tally.take(text)
                sound = sound or taken is not False
                if taken is None:
                    later.add(number)
                elif not taken and (text.endswith(b"\n") or len(text) == LONGEST):
                    broken.add(number)
    except (OSError, EOFError, zlib.error) as error:
        return [_unreadable(log, number, error)]
    return [*([_no_log(log)] if number and not sound else _broken(log, broken)), *_later(log, later)]


def _unreadable(log: Path, read: int, error: Exception) -> Problem:
    reason = (error.strerror if isinstance(error, OSError) else "") or str(error)
    message = say("cannot be read: {reason}", reason=reason)
    remedy = say("nothing was counted; name logs that can be read to their end, or leave this one out")
    return Problem("unreadable-log", Location(str(log), read + 1), message, remedy=remedy)


def _no_log(log: Path) -> Problem:
    message = say("no line is in the combined format of web servers")
    remedy = say("let the server write the combined format, or name its access log")
    return Problem("not-a-log", Location(str(log)), message, remedy=remedy)


def _broken(log: Path, broken: _Left) -> list[Problem]:
    if not broken.count:
        return []
    return [_left_out(log, broken, "broken-line", say_count(
        "{count} line is not in the combined format and was left out",
        "{count} lines are not in the combined format and were left out, the first one here",
        broken.count,
    ))]  # fmt: skip


def _later(log: Path, later: _Left) -> list[Problem]:
    if not later.count:
        return []
    return [_left_out(log, later, "line-from-the-future", say_count(
        "{count} line is later than now and was left out",
        "{count} lines are later than now and were left out, the first one here",
        later.count,
    ))]  # fmt: skip


def _left_out(log: Path, left: _Left, rule: str, message: Message) -> Problem:
    return Problem(rule, Location(str(log), left.first), message, severity=Severity.WARNING)
