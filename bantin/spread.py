"""Work spread over the processors of a machine, with the same results in the same order as on one."""

from __future__ import annotations

import gc
import multiprocessing
import os
import signal
import threading
from collections.abc import Callable, Sequence
from contextlib import suppress
from multiprocessing.connection import Connection
from typing import Generic, Protocol, TypeVar

Item = TypeVar("Item")
Result = TypeVar("Result")

Work = Callable[[Sequence[Item]], Sequence[Result]]
"""Gives a result for each item, in order; a result can be pickled."""

LEAST = 64
"""Items for which another process is worth its start."""


class Spread(Protocol):
    """Has work done on items by whatever process; ``spread`` is the real one."""

    def __call__(
        self, work: Work[Item, Result], items: Sequence[Item], *, least: int = LEAST
    ) -> Sequence[Result]:
        """The results, in the order of the items. least: items that are worth another process."""


def one_after_the_other(
    work: Work[Item, Result], items: Sequence[Item], *, least: int = LEAST
) -> Sequence[Result]:
    """Does all the work here."""
    return work(items)


_divided_later = False

OneMore = Callable[[int], None]
"""Is told when another item of a share of so many is done."""


def counted(done: Callable[[int, int], None], total: int) -> OneMore:
    """Tells how many items of all are done, as far as this process knows: the others are as quick."""
    here, count = os.getpid(), 0

    def one_more(share: int) -> None:
        nonlocal count
        if os.getpid() == here:
            count += 1
            done(count * total // share, total)

    return one_more


def processors() -> int:
    """How many processes may run at once: 1 where a process cannot be divided."""
    return len(os.sched_getaffinity(0)) if divisible() else 1


def divisible() -> bool:
    """Whether this process can be divided into two: not on Windows and macOS, nor where it has threads, which
    the second one would not have."""
    return hasattr(os, "fork") and hasattr(os, "sched_getaffinity") and threading.active_count() == 1


def will_be_divided() -> None:
    """Says that this process is divided later as well: others do what would begin threads in it."""
    global _divided_later
    _divided_later = True


def spread(
    work: Work[Item, Result],
    items: Sequence[Item],
    most: int | None = None,
    least: int = LEAST,
    *,
    threads: bool = False,
) -> list[Result]:
    """The results of ``work`` on all items, in their order, done by several processes at once.

    Each process has what this one has in memory, and gives back its results alone. most: processes at once;
    least: items for each; threads: whether the work begins threads of its own, unseen by Python, for which a
    process that is divided afterwards would wait for ever. Raises what ``work`` raises.
    """
    count = max(1, min(most or processors(), len(items) // least))
    own = 0 if threads and _divided_later and divisible() and items else 1
    helpers = [_Helper(work, items[number::count]) for number in range(own, count)]
    try:
        shares = [list(work(items[::count]))] if own else []
        shares += [helper.results() for helper in helpers]
    finally:
        for helper in helpers:
            helper.end()
    return [shares[number % count][number // count] for number in range(len(items))]


class _Helper(Generic[Item, Result]):
    """A process that does a share of the work; if it is killed, the work is done here."""

    def __init__(self, work: Work[Item, Result], items: Sequence[Item]) -> None:
        self.work, self.items = work, items
        context = multiprocessing.get_context("fork")
        self.told, telling = context.Pipe(duplex=False)
        self.process = context.Process(target=_helped, args=(work, items, telling), daemon=True)
        self.process.start()
        telling.close()

    def results(self) -> list[Result]:
        """What the process gave. Raises what ``work`` raised there."""
        try:
            done = self.told.recv()
        except EOFError:  # it was killed, for want of memory perhaps
            return list(self.work(self.items))
        if isinstance(done, BaseException):
            raise done
        return list(done)

    def end(self) -> None:
        """Ends the process; it has nothing left to do, or nobody wants it any more."""
        self.told.close()
        if self.process.exitcode is None:
            self.process.terminate()
        self.process.join()
        self.process.close()


def _helped(work: Work[Item, Result], items: Sequence[Item], telling: Connection) -> None:
    signal.signal(signal.SIGINT, signal.SIG_IGN)  # Ctrl+C is for the process that asked
    signal.signal(signal.SIGTERM, signal.SIG_DFL)
    gc.disable()  # it ends soon, and a look at all that is there would copy it
    done: object
    try:
        done = list(work(items))
    except BaseException as error:  # told to the process that asked for the work
        done = error
    with suppress(BrokenPipeError):
        telling.send(done)
