"""Work in several processes gives what it gives in one."""

from __future__ import annotations

import os
import signal
import threading
from collections.abc import Sequence

import pytest
from hypothesis import given
from hypothesis import strategies as st

from bantin.spread import processors, spread


def squares(numbers: Sequence[int]) -> list[int]:
    return [number * number for number in numbers]


@given(st.lists(st.integers(), max_size=40), st.integers(1, 4), st.integers(1, 9))
def test_the_same_results_in_the_same_order(numbers: list[int], most: int, least: int) -> None:
    assert spread(squares, numbers, most, least) == squares(numbers)


def test_several_processes_do_it() -> None:
    def who(items: Sequence[int]) -> list[int]:
        return [os.getpid()] * len(items)

    assert len({*spread(who, range(6), 3, 1)}) == 3
    assert {*spread(who, range(6), 3, 4)} == {os.getpid()}, "too few items for another process"


def test_a_process_that_is_divided_later_leaves_to_others_what_begins_threads(
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    def who(items: Sequence[int]) -> list[int]:
        return [os.getpid()] * len(items)

    assert {*spread(who, range(6), threads=True)} == {os.getpid()}
    monkeypatch.setattr("bantin.spread._divided_later", True)
    assert os.getpid() not in spread(who, range(6), threads=True)
    assert len({*spread(who, range(6), 3, 1, threads=True)}) == 3
    assert spread(who, [], threads=True) == []
    assert {*spread(who, range(6))} == {os.getpid()}


def test_what_goes_wrong_in_another_process_is_raised_here() -> None:
    def refusing(items: Sequence[int]) -> list[int]:
        if 3 in items:
            raise OSError(28, "no space", "tệp")
        return [*items]

    for number in (2, 3, 4):
        with pytest.raises(OSError, match="tệp"):
            spread(refusing, range(number * 2), number, 1)


def test_a_process_that_is_killed_is_missed_by_nobody() -> None:
    own = os.getpid()

    def dying(items: Sequence[int]) -> list[int]:
        if os.getpid() != own:
            os.kill(os.getpid(), signal.SIGKILL)
        return squares(items)

    assert spread(dying, range(9), 3, 1) == squares(range(9))


def test_what_cannot_be_handed_over_is_done_here() -> None:
    def closures(items: Sequence[int]) -> list[object]:
        return [lambda: 0 for _ in items]

    assert len(spread(closures, range(4), 2, 1)) == 4


def test_beside_threads_there_is_one_process(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(os, "sched_getaffinity", lambda _: {0, 1, 2}, raising=False)
    assert processors() == 3
    ready = threading.Event()
    thread = threading.Thread(target=ready.wait)
    thread.start()
    assert processors() == 1
    ready.set()
    thread.join()
