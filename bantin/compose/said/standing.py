"""What became of what was published: corrections, withdrawals, copies, former addresses."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date, datetime

from bantin.compose.said.prose import Link, Prose, plain


@dataclass(frozen=True, slots=True)
class ChangedValue:
    """What a correction changed: what it is, what was published, and what stands there now.

    was: () where nothing stood there; now: () where nothing stands there any more.
    """

    what: str
    was: Prose
    now: Prose

    @property
    def words(self) -> tuple[str, str, str]:
        """The change as it is read: a value is the same in its own row and as the earlier one of another."""
        return self.what, plain(self.was), plain(self.now)


@dataclass(frozen=True, slots=True)
class CorrectionNotice:
    """A correction as a page tells it that shows what was wrong.

    address: of its entry in the log; changes: what the page shows of what was corrected; derived: what it
    shows of figures that were computed from it; earlier: the copy that was replaced, if there is one;
    at: as in a ``DatedStep``.
    """

    address: str
    day: date
    changes: tuple[ChangedValue, ...]
    derived: tuple[ChangedValue, ...]
    reason: str
    earlier: Link | None = None
    at: datetime | None = None


@dataclass(frozen=True, slots=True)
class Outdated:
    """Since when a text is kept for reference only, and why."""

    day: date
    reason: str


@dataclass(frozen=True, slots=True)
class Replaced:
    """Of a superseded copy: since when it is replaced, and the present page."""

    day: date
    present: Link


@dataclass(frozen=True, slots=True)
class Notice:
    """What the head of a page says of what became of it.

    title: the plain word and the day ("Đính chính 05/12/2026"); changes, derived: what was corrected, and
    what followed from it; reason: a sentence, or ""; links: where more is told.
    """

    title: str
    changes: tuple[ChangedValue, ...] = ()
    derived: tuple[ChangedValue, ...] = ()
    reason: str = ""
    links: tuple[Link, ...] = ()


@dataclass(frozen=True, slots=True)
class DatedStep:
    """A day in the life of an article and what was done on it: "Đăng ngày", "Cập nhật", "Đính chính".

    is_change: it changed what readers had read; at: the moment where the time of day is known.
    """

    what: str
    day: date
    is_change: bool = True
    at: datetime | None = None


@dataclass(frozen=True, slots=True)
class Standing:
    """What became of an article after its first day.

    published_on: its first day on this site; changed_on: the day of its latest change that readers must
    know of, if any; change: that change in words ("Đính chính 05/12/2026"), or ""; steps: the days that
    its date line does not name, in their order.
    """

    published_on: date | None = None
    changed_on: date | None = None
    change: str = ""
    corrections: tuple[CorrectionNotice, ...] = ()
    outdated: Outdated | None = None
    replaced: Replaced | None = None
    steps: tuple[DatedStep, ...] = ()

    @property
    def in_feeds(self) -> bool:
        """Whether the article belongs to lists of news: not when it is outdated or replaced."""
        return self.outdated is None and self.replaced is None


UNCHANGED = Standing()
"""Nothing became of it that a reader must know."""


@dataclass(frozen=True, slots=True)
class LogEntry:
    """A correction or withdrawal in the log.

    kind: in words ("Đính chính", "Sửa nhỏ", "Rút bài", "Gỡ bài"); pages: where it is shown, or what was
    withdrawn; facts: when it occurred and was noticed, who decided; series: pages of indicators and
    organisations that show it.
    """

    anchor: str
    day: date
    kind: str
    pages: tuple[Link, ...]
    changes: tuple[ChangedValue, ...]
    reason: str
    facts: str
    copies: tuple[Link, ...]
    series: tuple[Link, ...] = ()


@dataclass(frozen=True, slots=True)
class CorrectionLog:
    """All corrections and withdrawals, the latest first."""

    address: str
    entries: tuple[LogEntry, ...]


EMPTY_LOG = CorrectionLog("/dinh-chinh/", ())
"""Nothing was corrected or withdrawn yet."""


@dataclass(frozen=True, slots=True)
class Tombstone:
    """What stands where an article was removed: since when and why, and nothing of the article."""

    address: str
    day: date
    reason: str


@dataclass(frozen=True, slots=True)
class Redirect:
    """A former address, or one that stays while what it leads to moves on, and the one to go to.

    title, told: what the page says for the moment that it is seen, and the words of its link.
    """

    address: str
    target: str
    title: str = "Bài đã chuyển sang địa chỉ khác"
    told: str = "Đến địa chỉ mới của bài"
