"""A thread that computes leaves the interpreter to the event loop while requests are under way."""

import itertools
from collections.abc import Callable

import pytest

from cms.kernel import breath


@pytest.fixture
def slept(monkeypatch: pytest.MonkeyPatch) -> list[float]:
    """Each look at the clock finds that too much time has passed."""
    slept: list[float] = []
    monkeypatch.setattr(breath, "WORK_SECONDS", -1.0)
    monkeypatch.setattr(breath, "_of_thread", breath._OfThread())
    monkeypatch.setattr(breath.time, "sleep", slept.append)
    return slept


@pytest.fixture
def under_way(monkeypatch: pytest.MonkeyPatch) -> Callable[[int], None]:
    return lambda count: monkeypatch.setattr(breath, "requests_under_way", lambda: count)


def breathe_often() -> None:
    for _part in range(100):
        breath.breathe()


def test_it_pauses_while_others_are_under_way(slept: list[float], under_way: Callable[[int], None]) -> None:
    under_way(2)
    with breath.breathing():
        breathe_often()

    assert slept == [breath.PAUSE_SECONDS] * (1 + 100 // breath.CALLS)


def test_it_pauses_longer_while_many_ready_answers_are_asked_for(
    slept: list[float], under_way: Callable[[int], None], monkeypatch: pytest.MonkeyPatch
) -> None:
    under_way(1)
    monkeypatch.setattr(breath, "many_ready_answers_are_asked", lambda: True)
    with breath.breathing():
        pass

    assert slept == [breath.READY_PAUSE_SECONDS]


def test_short_pieces_of_work_count_together(
    slept: list[float], under_way: Callable[[int], None], monkeypatch: pytest.MonkeyPatch
) -> None:
    under_way(2)
    clock = itertools.count()  # a second at each look
    monkeypatch.setattr(breath, "WORK_SECONDS", 4.5)
    monkeypatch.setattr(breath.time, "perf_counter", lambda: float(next(clock)))
    for _piece in range(9):
        with breath.breathing():
            pass

    assert 1 <= len(slept) <= 4


def test_alone_it_does_not_pause(slept: list[float], under_way: Callable[[int], None]) -> None:
    under_way(1)
    with breath.breathing():
        breathe_often()

    assert not slept


def test_the_event_loop_itself_never_pauses(slept: list[float], under_way: Callable[[int], None]) -> None:
    under_way(9)
    with breath.breathing():
        pass
    slept.clear()
    breathe_often()

    assert not slept
