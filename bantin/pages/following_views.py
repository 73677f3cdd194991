"""What readers can follow, as templates see it; see ``views`` for what all of them obey."""

from __future__ import annotations

from dataclasses import dataclass

from bantin.pages.views import LinkView


@dataclass(frozen=True, slots=True)
class FeedView:
    """A feed: what it is chosen by, what is in it, and its forms."""

    label: str
    about: str
    forms: tuple[LinkView, ...]
