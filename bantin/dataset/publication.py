"""Whether a record is public at a moment, and what is left of one that was removed."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass, replace
from datetime import datetime
from typing import TYPE_CHECKING

from bantin.dataset.records.article import ArticleRecord
from bantin.dataset.records.correction import Correction
from bantin.dataset.records.editorial import PublicationStatus, Publishable
from bantin.dataset.records.text import Text

if TYPE_CHECKING:
    from bantin.dataset.dataset import Dataset


@dataclass(frozen=True, slots=True)
class Removed:
    """What is left of an article that was removed: where it stood, since when it is gone, and why."""

    address: str
    former_addresses: tuple[str, ...]
    on: datetime
    reason: Text


def is_due(record: Publishable, now: datetime) -> bool:
    """Whether a record by itself is public at ``now``."""
    return record.due <= now and (record.ends is None or now < record.ends)


def is_removed(record: Publishable, now: datetime) -> bool:
    """Whether a record was public and has been taken away by ``now``."""
    return is_ever_public(record) and record.ends is not None and max(record.due, record.ends) <= now


def is_ever_public(record: Publishable) -> bool:
    """Whether there is a moment at which a record is public: not so for drafts and what just disappeared."""
    return record.ends is None or record.due < record.ends


def remains(article: ArticleRecord) -> Removed:
    """What is left of an article that was removed."""
    assert article.withdrawal is not None  # what was public and is no more has been withdrawn
    return Removed(
        article.address, article.former_addresses, article.withdrawal.on, article.withdrawal.reason
    )


def next_moment(
    records: Iterable[Publishable], corrections: Iterable[Correction], now: datetime
) -> datetime | None:
    """The next moment at which one of these records becomes public, is corrected or withdrawn, or None."""
    shown = [record for record in records if is_ever_public(record)]
    names = {record.id for record in shown}
    moments = [record.due for record in shown]
    moments += [record.withdrawal.on for record in shown if record.withdrawal is not None]
    moments += [correction.on for correction in corrections if correction.record in names]
    return min((moment for moment in moments if moment > now), default=None)


def removed_by(records: Iterable[Publishable], now: datetime) -> frozenset[str]:
    """Those that were public and have been taken away by ``now``: each as "kind id"."""
    return frozenset(f"{record.kind} {record.id}" for record in records if is_removed(record, now))


def previewed(dataset: Dataset) -> Dataset:
    """The dataset as staff see it before publication: drafts and what is due later included."""

    def kept(record: Publishable) -> bool:
        return record.status is PublicationStatus.DRAFT or record.ends is None

    articles = (one for one in dataset.articles if kept(one) and all(map(kept, dataset.told_by(one))))
    return replace(
        dataset,
        articles=tuple(articles),
        meetings=tuple(meeting for meeting in dataset.meetings if kept(meeting)),
        results=tuple(result for result in dataset.results if kept(result)),
        removed=tuple(remains(one) for one in dataset.articles if one.withdrawal and one.ends),
    )
