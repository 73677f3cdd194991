"""Rules about documents: the files that are attached to them."""

from __future__ import annotations

from collections.abc import Iterator
from difflib import get_close_matches

from bantin.dataset.attachments import KINDS, attached
from bantin.dataset.checks.table import Found, Surroundings, rule
from bantin.dataset.dataset import Dataset
from bantin.problems import say


@rule
def missing_attachment(dataset: Dataset, around: Surroundings) -> Iterator[Found]:
    """A document that names a file has that file below ``content/``."""
    for document, file in attached(dataset.reporting.values()):
        if file.lower().endswith(KINDS) and file not in around.content:
            near = get_close_matches(file, sorted(around.content), n=1, cutoff=0.6)
            yield Found(
                document.where("file"),
                say("there is no file content/{name}", name=file),
                (),
                say("did you mean “{name}”?", name=near[0])
                if near
                else say("put the file there, or leave “file” empty until there is one"),
            )


@rule
def attachment_of_a_kind(dataset: Dataset, _: Surroundings) -> Iterator[Found]:
    """A file attached to a document is of a kind that runs nothing in a reader's browser."""
    for document, file in attached(dataset.reporting.values()):
        if not file.lower().endswith(KINDS):
            yield Found(
                document.where("file"),
                say("“{name}” is not a file that can be attached", name=file),
                (),
                say("save it as one of: {names}", names=", ".join(KINDS)),
            )
