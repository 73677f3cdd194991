"""A web server's log, line by line: plain or packed, however large, in constant memory."""

from __future__ import annotations

import gzip
import io
import re
from collections.abc import Iterator
from contextlib import contextmanager
from datetime import datetime, timedelta
from functools import lru_cache
from pathlib import Path
from typing import BinaryIO, cast

LONGEST = 1 << 16
"""Bytes of a line that are looked at; nginx and Apache take no request that would be longer."""

_BUFFER = 1 << 20
_PACKED = b"\x1f\x8b"


def _combined(inside: bytes) -> re.Pattern[bytes]:
    """The combined format: address, identity, user, time, request, status, size, referer, user agent.

    More fields may follow. inside: what may stand between quotes.
    """
    quoted = b'"(' + inside + b')"'
    return re.compile(
        rb"([^ ]++) [^ ]++ .*?\[(\d\d/[A-Z][a-z][a-z]/\d{4}:\d\d:[0-5]\d):([0-6]\d) ([+-]\d{4})\] "
        + quoted + rb" (\d{3}) [\d-]+ " + quoted + b" " + quoted
    )  # fmt: skip


_PLAIN = _combined(rb'[^"]*+')
_ESCAPED = _combined(rb'[^"\\]*+(?:\\.[^"\\]*+)*+')
"""Nearly all lines hold no backslash and are read twice as fast as those with some: nginx writes a quote
as ``\\x22``, Apache as ``\\"``."""

_MONTHS = (b"Jan", b"Feb", b"Mar", b"Apr", b"May", b"Jun", b"Jul", b"Aug", b"Sep", b"Oct", b"Nov", b"Dec")
_EPOCH = datetime(1970, 1, 1)

Line = tuple[bytes, int, bytes, bytes, bytes]
"""What counts in a line: address, moment in seconds since 1970 (UTC), request (``GET /tin/ HTTP/1.1``),
status of the answer, user agent; a plain tuple, since there are millions of them."""


def parsed(text: bytes) -> Line | None:
    """A line of a log in combined format; None for any other text."""
    found = (_ESCAPED if b"\\" in text else _PLAIN).match(text)
    if found is None:
        return None
    address, minute, second, zone, request, status, _, agent = found.groups()
    start = _start_of(minute, zone)
    return None if start is None else (address, start + int(second), request, status, agent)


@lru_cache(maxsize=256)
def _start_of(minute: bytes, zone: bytes) -> int | None:
    """The moment a minute begins (``22/Nov/2026:07:30``, ``+0700``); None where there is no such minute."""
    try:
        month = _MONTHS.index(minute[3:6]) + 1
        local = datetime(int(minute[7:11]), month, int(minute[:2]), int(minute[12:14]), int(minute[15:]))
    except ValueError:
        return None
    offset = timedelta(hours=int(zone[1:3]), minutes=int(zone[3:]))
    since = local - _EPOCH - (-offset if zone[:1] == b"-" else offset)
    return since.days * 86_400 + since.seconds


@contextmanager
def opened(path: Path) -> Iterator[BinaryIO]:
    """The log, unpacked where its first bytes say that it is packed, whatever its name. Raises OSError."""
    with io.BufferedReader(io.FileIO(path), _BUFFER) as plain:
        if plain.peek(2)[:2] != _PACKED:
            yield plain
            return
        with gzip.GzipFile(fileobj=plain) as unpacked:
            yield io.BufferedReader(cast("io.RawIOBase", unpacked), _BUFFER)


def lines_of(log: BinaryIO) -> Iterator[bytes]:
    """The lines with their ends, of each the first ``LONGEST`` bytes. The last may lack its end: a server
    is still writing it. Raises OSError, EOFError or zlib.error where a packed log is damaged."""
    read = log.readline
    while line := read(LONGEST):
        yield line
        while len(line) == LONGEST and not line.endswith(b"\n"):
            line = read(LONGEST)
