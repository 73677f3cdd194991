"""Files below ``content/`` that records attach to their documents."""

from __future__ import annotations

from collections.abc import Iterable, Iterator

from bantin.dataset.records.editorial import Document, Reporting

KINDS = (".pdf", ".docx", ".xlsx", ".odt", ".ods")
"""Kinds of files that can be attached."""


def attached(records: Iterable[Reporting]) -> Iterator[tuple[Document, str]]:
    """The documents that have a file, each with its path below ``content/``."""
    for record in records:
        for document in record.documents:
            if document.file is not None:
                yield document, document.file
