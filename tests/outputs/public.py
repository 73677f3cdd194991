"""What golden cases publish, made once."""

from __future__ import annotations

from dataclasses import dataclass
from functools import cache

from bantin.compose import compose
from bantin.compose.said import Bulletins
from bantin.dataset import Dataset, load
from bantin.dataset.attachments import read_attachments
from bantin.dataset.pictures import read_pictures
from bantin.ledger import Ledger
from bantin.outputs import Outputs
from bantin.way import beside
from tests.dataset.projects import ENCLOSED, files_of
from tests.golden.cases import Case, cases

CASES = {case.name: case for case in cases()}


@dataclass(frozen=True)
class Published:
    """What the public reads of a project."""

    dataset: Dataset
    bulletins: Bulletins
    outputs: Outputs
    ledger: Ledger

    def text(self, path: str) -> str:
        """A text file beside the pages."""
        return self.outputs.contents[path].decode()


@cache
def published(name: str) -> Published:
    """A golden case as it is published."""
    return publish(load(files_of(name)).dataset, CASES[name])


def publish(dataset: Dataset, case: Case) -> Published:
    """A dataset as it is published on the day of a case."""
    content = {name: path.read_bytes() for name, path in ENCLOSED.items()}
    pictures, attachments = read_pictures(dataset, content)[0], read_attachments(dataset, content)[0]
    public = dataset.public(case.now)
    bulletins = compose(public, case.now, pictures, {}, attachments)
    outputs, ledger = beside(bulletins, public, "")
    return Published(public, bulletins, outputs, ledger.whole)
