"""What holds for every test that Hypothesis makes examples for, and the browser of those that need one."""

from __future__ import annotations

from collections.abc import Iterator
from typing import TYPE_CHECKING

import pytest
from hypothesis import HealthCheck, settings

if TYPE_CHECKING:
    from playwright.sync_api import Browser

# a machine may have other things to do: no test fails because it took longer than usual
settings.register_profile("bantin", deadline=None, suppress_health_check=[HealthCheck.too_slow])
settings.load_profile("bantin")


@pytest.fixture(scope="module")
def browser() -> Iterator[Browser]:
    """Chromium; imported here, since most tests do without it."""
    from tests.browser import chromium

    with chromium() as opened:
        yield opened
