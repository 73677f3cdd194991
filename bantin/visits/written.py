"""The numbers as the file that the footer reads; its shape is docs/reference/luot-truy-cap.schema.json."""

from __future__ import annotations

import json
from dataclasses import asdict

from bantin.visits.counting import Visits

FILE = "luot-truy-cap.json"
"""The name of the file below the site's base; it lies outside the releases, and the server finds it there."""

FORMAT = 1
"""Raised when a reader of the file would no longer understand it."""


def visits_text(visits: Visits) -> str:
    """The text of the file: one JSON object in a line. No address of a visitor and no user agent is in it."""
    values = {
        "format": FORMAT,
        "at": visits.at.isoformat(),
        "online": visits.online,
        "today": visits.today,
        "yesterday": visits.yesterday,
        "since": visits.since and visits.since.isoformat(),
        "pages": [asdict(page) for page in visits.pages],
    }
    return json.dumps(values, separators=(",", ":")) + "\n"


def is_visits_text(data: bytes) -> bool:
    """Whether a file holds numbers of visitors, or nothing at all."""
    try:
        values = json.loads(data) if data.strip() else {"online": 0, "at": ""}
    except ValueError:
        return False
    return isinstance(values, dict) and {"online", "at"} <= values.keys()
