"""Lines of a web server's log, as tests need them."""

from __future__ import annotations

from datetime import datetime, timedelta

from bantin.language import HO_CHI_MINH, parse_iso_instant

NOW = parse_iso_instant("2026-11-22T07:30")
FIREFOX = "Mozilla/5.0 (X11; Linux x86_64; rv:140.0) Gecko/20100101 Firefox/140.0"
CHROME = "Mozilla/5.0 (Windows NT 10.0; Win64; x64) AppleWebKit/537.36 (KHTML, like Gecko) Chrome/156.0.0.0"
MONTHS = ("Jan", "Feb", "Mar", "Apr", "May", "Jun", "Jul", "Aug", "Sep", "Oct", "Nov", "Dec")


def line(
    path: str = "/",
    at: datetime = NOW,
    *,
    address: str = "192.0.2.1",
    agent: str = FIREFOX,
    status: int = 200,
    method: str = "GET",
) -> str:
    """A line in combined format with its end."""
    clock = f"{at:%d}/{MONTHS[at.month - 1]}/{at:%Y:%H:%M:%S %z}"
    request = f"{method} {path} HTTP/1.1"
    return f'{address} - - [{clock}] "{request}" {status} 5120 "https://example.vn/" "{agent}"\n'


def ago(minutes: float) -> datetime:
    """So many minutes before ``NOW``."""
    return NOW - timedelta(minutes=minutes)


TODAY = ago(60)
YESTERDAY = datetime(2026, 11, 21, 9, tzinfo=HO_CHI_MINH)
EARLIER = datetime(2026, 11, 20, 9, tzinfo=HO_CHI_MINH)
