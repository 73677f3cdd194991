"""The whole dataset as one file to take home; the same tables give the same bytes."""

from __future__ import annotations

import io
import zipfile
from collections.abc import Iterator, Mapping

from bantin.ledger import Place
from bantin.outputs.open_data import csvw, data_package, texts
from bantin.outputs.open_data.csv_files import csv_text, numbers_shown
from bantin.outputs.open_data.references import Described
from bantin.outputs.open_data.tables import FOLDER
from bantin.outputs.output import Found, Output, Shown, line

PATH = f"{FOLDER}/bo-du-lieu.zip"
KIND = "zip"
_LONG_AGO = (1980, 1, 1, 0, 0, 0)
_READABLE = 0o100644 << 16


def package(described: Described, page: str, anchor: str) -> Output:
    """The package, offered by a page."""
    texts_of = {
        f"{one.table.file}.csv": csv_text(one, described.publisher.site_address) for one in described.tables
    }
    tables = {name: text.encode() for name, text in texts_of.items()}
    files = {
        data_package.FILE: data_package.data_package(described, tables).encode(),
        csvw.FILE: csvw.csvw_metadata(described).encode(),
        texts.README: texts.readme(described).encode("utf-8-sig"),
        texts.LICENCE: texts.licence(described).encode("utf-8-sig"),
        **tables,
    }
    shown = Found(lambda: _shown(described, texts_of))
    return Output(PATH, _zipped(files), shown, page, anchor, "ZIP")


def _zipped(files: Mapping[str, bytes]) -> bytes:
    target = io.BytesIO()
    with zipfile.ZipFile(target, "w", zipfile.ZIP_DEFLATED) as archive:
        for name, content in files.items():
            entry = zipfile.ZipInfo(name, _LONG_AGO)
            entry.compress_type, entry.external_attr, entry.create_system = zipfile.ZIP_DEFLATED, _READABLE, 3
            archive.writestr(entry, content)
    return target.getvalue()


def _shown(described: Described, tables: Mapping[str, str]) -> Iterator[Shown]:
    for one, (name, text) in zip(described.tables, tables.items(), strict=True):
        for number, figure, told in numbers_shown((said for _, said in one.rows), text):
            yield figure, Place(f"/{PATH}", f"{name}, {line(number)}", KIND, told)
