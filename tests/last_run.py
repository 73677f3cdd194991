"""The figures of the last test run that the accessibility statement tells its readers."""

from __future__ import annotations

import json
import os
from datetime import date
from pathlib import Path

TOLD = Path(__file__).parents[1] / "bantin" / "compose" / "tested.json"
"""The statement ships with the package, and so do the figures of the run that its theme went through."""


def tell(axe: str, browser: str, pages: int, ways: int) -> None:
    """Tells of a run without faults: writes its figures where they are accepted, else looks at those there.

    Versions and the number of pages change with every new kind of page; that each was seen in as many ways,
    and that nothing was found, is what readers are promised.
    """
    seen = {"axe": axe, "browser": browser, "pages": pages, "ways": ways, "violations": 0}
    if os.environ.get("BANTIN_ACCEPT"):
        text = json.dumps({"day": date.today().isoformat(), **seen}, indent=2)
        TOLD.write_text(f"{text}\n", "utf-8")
    told = json.loads(TOLD.read_text("utf-8"))
    assert {name: told[name] for name in ("ways", "violations")} == {"ways": ways, "violations": 0}
