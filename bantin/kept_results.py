"""Small results, kept by what they are made of: thousands of them in one file, asked for at once.

A result is plain values, as JSON has them, so that a file which someone else wrote can spoil a build but
not take it over. A file that cannot be read or written costs time and nothing else.
"""

from __future__ import annotations

import hashlib
import json
import sqlite3
import time
import zlib
from collections.abc import Iterator, Mapping, Sequence
from contextlib import closing, contextmanager, suppress
from pathlib import Path
from typing import Any

from bantin.kept import name_of
from bantin.program import program_digest

_TABLES = (
    "CREATE TABLE IF NOT EXISTS result (name TEXT PRIMARY KEY, day INTEGER, told BLOB) WITHOUT ROWID",
    "CREATE TABLE IF NOT EXISTS meant (what TEXT PRIMARY KEY)",
)
_DAY = 24 * 60 * 60
_KEPT_UNUSED = 30
_AT_ONCE = 500
_SEAL = 32
_WAITS = 5.0
"""Seconds for which another build may write."""


def result_name(*parts: bytes | str) -> str:
    """The name under which a result is kept that this program makes of these parts and of nothing else."""
    return name_of(program_digest(), *parts)


class Results:
    """The results of one kind that are kept in a file; the file need not be there.

    meant: what the results are kept for; once that changes, the file goes with all that is in it.
    """

    def __init__(self, file: Path, meant: str = "") -> None:
        self.file = file
        self.meant = meant

    def kept(self, names: Sequence[str]) -> dict[str, Any]:
        """The results that are kept under these names."""
        found: dict[str, Any] = {}
        with suppress(sqlite3.Error, OSError), self._opened() as store:
            if not self._is_meant(store):
                return {}
            for some in _portions(names):
                asked = ", ".join("?" * len(some))
                rows = store.execute(f"SELECT name, told FROM result WHERE name IN ({asked})", some)
                read = ((name, _read(name, sealed)) for name, sealed in rows)
                found.update((name, told) for name, told in read if told is not None)
        return found

    def keep(self, made: Mapping[str, Any], used: Sequence[str] = ()) -> None:
        """Keeps results under their names, notes the others that were used, and forgets those that no build
        has used for a month."""
        today = int(time.time() // _DAY)
        with suppress(sqlite3.Error, OSError):
            self.file.parent.mkdir(parents=True, exist_ok=True)
            self._forget_others()
            with self._opened() as store, store:
                store.execute("INSERT OR IGNORE INTO meant VALUES (?)", (self.meant,))
                rows = ((name, today, _written(name, told)) for name, told in made.items())
                store.executemany("INSERT OR REPLACE INTO result VALUES (?, ?, ?)", rows)
                for some in _portions(used):
                    asked = ", ".join("?" * len(some))
                    store.execute(
                        f"UPDATE result SET day = ? WHERE day <> ? AND name IN ({asked})",
                        (today, today, *some),
                    )
                store.execute("DELETE FROM result WHERE day < ?", (today - _KEPT_UNUSED,))

    def _is_meant(self, store: sqlite3.Connection) -> bool:
        return store.execute("SELECT what FROM meant").fetchall() in ([], [(self.meant,)])

    def _forget_others(self) -> None:
        """Removes a file that was kept for something else."""
        with self._opened() as store:
            stays = self._is_meant(store)
        if not stays:
            self.file.unlink(missing_ok=True)

    @contextmanager
    def _opened(self) -> Iterator[sqlite3.Connection]:
        """The file; one that is no file of results any more is put away."""
        with closing(sqlite3.connect(self.file, timeout=_WAITS)) as store:
            try:
                store.execute("PRAGMA synchronous = OFF")  # what is lost with the power is made again
                for table in _TABLES:
                    store.execute(table)
                yield store
            except sqlite3.OperationalError:
                raise
            except sqlite3.DatabaseError:
                self.file.unlink(missing_ok=True)
                raise


def _portions(names: Sequence[str]) -> Iterator[Sequence[str]]:
    return (names[start : start + _AT_ONCE] for start in range(0, len(names), _AT_ONCE))


def _written(name: str, told: Any) -> bytes:
    packed = zlib.compress(json.dumps(told, ensure_ascii=False, separators=(",", ":")).encode(), 1)
    return packed + _seal(name, packed)


def _seal(name: str, packed: bytes) -> bytes:
    """What shows that a result is as it was written, and under this name."""
    return hashlib.sha256(name.encode() + packed).digest()


def _read(name: str, sealed: Any) -> Any:
    """What was kept, or None where it is not as it was written."""
    if not isinstance(sealed, bytes):
        return None
    packed, seal = sealed[:-_SEAL], sealed[-_SEAL:]
    return json.loads(zlib.decompress(packed)) if seal == _seal(name, packed) else None
