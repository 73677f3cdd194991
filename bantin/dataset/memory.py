"""No search for garbage in what stays: while it is made, and once it is there."""

from __future__ import annotations

import gc
from collections.abc import Iterator
from contextlib import contextmanager


@contextmanager
def collection_paused() -> Iterator[None]:
    """No search for garbage in the meantime: what reading and checking make is kept, and looking through
    all of it again and again takes as long as the work itself."""
    enabled = gc.isenabled()
    gc.disable()
    try:
        yield
    finally:
        if enabled:
            gc.freeze()  # and back: all of it is old at once, without having been looked through
            gc.unfreeze()
            gc.enable()


@contextmanager
def kept_out_of_collection() -> Iterator[None]:
    """What is there already is left out of the search for garbage in the meantime: it stays anyway, and
    the engine's own garbage is found without looking through every record again."""
    gc.freeze()
    try:
        yield
    finally:
        gc.unfreeze()
