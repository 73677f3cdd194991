"""The rules of counting stand in the handbook as the program keeps them."""

from __future__ import annotations

import re

from bantin.visits import FILE, ONLINE_MINUTES
from bantin.visits.counting import STEP
from bantin.visits.views import _BROWSERS, _MACHINES
from tests.setup.places import ROOT

HANDBOOK = " ".join((ROOT / "docs/handbook/luot-truy-cap.md").read_text("utf-8").split())


def test_the_words_of_robots_are_listed() -> None:
    words = re.findall(r"(?:^|[|)])([a-z]+)(?=[|]|$)", _MACHINES.pattern.decode())
    assert len(words) > 10
    assert f"không có chữ {', '.join(words)}, không có địa chỉ web" in HANDBOOK


def test_the_numbers_of_the_rules_are_told() -> None:
    assert f"trong {ONLINE_MINUTES} phút qua" in HANDBOOK
    assert f"bội của {STEP}" in HANDBOOK and f"`/{FILE}`" in HANDBOOK
    assert all(f"`{name.decode()}`" in HANDBOOK for name in _BROWSERS)
