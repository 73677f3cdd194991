"""Immutable releases: built aside, audited, kept under the name of their content, switched to at once."""

from bantin.release.kept import published_ledger
from bantin.release.outcome import Outcome
from bantin.release.release import make_release, publish
from bantin.release.work import Clock, Work, workspace

__all__ = ["Clock", "Outcome", "Work", "make_release", "publish", "published_ledger", "workspace"]
