"""How long what is said of a dataset stays the same, if no record changes."""

from __future__ import annotations

from datetime import datetime, time, timedelta

from bantin.dataset import Dataset
from bantin.language import HO_CHI_MINH
from bantin.outputs.sitemap import NEW


def same_until(dataset: Dataset, now: datetime) -> datetime:
    """The first moment after ``now`` at which the site of a dataset may be another one.

    Something is due then, a day begins in Việt Nam (what is to come is told by the day), or a bulletin is no
    longer among the news of the last two days.
    """
    day = now.astimezone(HO_CHI_MINH).date() + timedelta(days=1)
    moments = [article.due + NEW for article in dataset.public(now).articles]
    tomorrow = datetime.combine(day, time(), HO_CHI_MINH)
    due = dataset.next_due(now) or tomorrow
    return min(moment for moment in (*moments, tomorrow, due) if moment > now)
