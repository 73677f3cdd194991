"""Golden cases composed at an address of their own, with what they are published as."""

from __future__ import annotations

import tempfile
from dataclasses import dataclass, replace
from datetime import datetime
from functools import cache
from pathlib import Path

from bantin.compose import compose
from bantin.compose.said import Bulletins
from bantin.outputs import Outputs
from bantin.way import beside, check
from tests.golden.cases import cases

ADDRESS = "https://tin.example.vn/ban-tin"


@dataclass(frozen=True)
class Told:
    """What a case says and is published as."""

    bulletins: Bulletins
    outputs: Outputs

    def text(self, path: str) -> str:
        """A text file beside the pages."""
        return self.outputs.contents[path].decode()

    def paths(self, *endings: str) -> list[str]:
        """The files that can be followed, with one of these endings."""
        return [
            path for path in self.outputs.contents if path.startswith("nguon-tin/") and path.endswith(endings)
        ]


@cache
def told(
    name: str, address: str | None = "https://tin.example.vn/ban-tin", now: datetime | None = None
) -> Told:
    """A case at an address (None for none), as of its own moment or of another."""
    case = next(case for case in cases() if case.name == name)
    now = now or case.now
    with tempfile.TemporaryDirectory() as folder:
        checked = check(case.copied_to(Path(folder)), now=case.now)
        assert checked.problems == ()
        dataset = checked.dataset.public(now)
        dataset = replace(dataset, site=dataset.site.model_copy(update={"address": address}))
        files = checked.enclosed
        bulletins = compose(dataset, now, files.pictures, checked.pages, files.attachments)
        outputs, _ = beside(bulletins, dataset, "")
    return Told(bulletins, outputs)
