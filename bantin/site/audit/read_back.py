"""Files of other programs read back: the texts and numbers in them by the names of their places."""

from __future__ import annotations

import io
import zipfile
import zlib
from collections.abc import Iterator

from bantin.outputs.output import line

_UNREADABLE = (OSError, ValueError, zipfile.BadZipFile, zlib.error, NotImplementedError, RuntimeError)
"""What a damaged zip is refused with: cut or false data; an unknown way of packing (NotImplementedError); a
member that claims to be encrypted (RuntimeError), as ``zipfile`` documents it."""


def is_text(data: bytes) -> bool:
    """Whether a file is text: UTF-8 without control characters that no text holds."""
    try:
        return "\0" not in data.decode()
    except UnicodeDecodeError:
        return False


def values_of(path: str, data: bytes) -> dict[str, str]:
    """What a workbook shows by its cells ("Trang!B3"), or a zip by the lines of its text files
    ("tep.csv, dòng 3"); nothing where the file is of another kind or cannot be read.
    """
    try:
        if path.endswith(".xlsx"):
            return dict(_cells(data))
        if path.endswith(".zip"):
            return dict(_members(data))
    except _UNREADABLE:
        return {}
    return {}


def _cells(data: bytes) -> Iterator[tuple[str, str]]:
    """The reader is imported here: it is needed only where something was changed."""
    from python_calamine import CalamineError, CalamineWorkbook

    try:
        with CalamineWorkbook.from_filelike(io.BytesIO(data)) as workbook:
            for name in workbook.sheet_names:
                rows = workbook.get_sheet_by_name(name).to_python(skip_empty_area=False)
                for number, row in enumerate(rows, 1):
                    for column, value in enumerate(row):
                        yield f"{name}!{_letters(column)}{number}", str(value)
    except CalamineError as error:
        raise ValueError("not a workbook") from error


def _letters(column: int) -> str:
    """The name of a column, counted from 0: A … Z, AA …"""
    before, own = divmod(column, 26)
    return (_letters(before - 1) if before else "") + chr(ord("A") + own)


def _members(data: bytes) -> Iterator[tuple[str, str]]:
    with zipfile.ZipFile(io.BytesIO(data)) as archive:
        for name in archive.namelist():
            content = archive.read(name)
            texts = content.decode().split("\n") if is_text(content) else [str(zlib.crc32(content))]
            yield from ((f"{name}, {line(number)}", text) for number, text in enumerate(texts, 1))
