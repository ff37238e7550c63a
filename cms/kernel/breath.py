"""For a thread that computes: it stands still for a moment now and then while several requests are under way.

The interpreter runs one thread at a time. Beside one that only computes, the event loop waits for its turn each time
the database has answered, some forty times for a page, which then takes twice as long.
"""

import threading
import time
from collections.abc import Iterator
from contextlib import contextmanager

from cms.kernel.turns import many_ready_answers_are_asked, requests_under_way

WORK_SECONDS = 0.001
PAUSE_SECONDS = 0.004
READY_PAUSE_SECONDS = 0.029
"""While answers that lie ready are sent, thousands a second: each round of theirs waits for the thread."""
CALLS = 8
"""Between two looks at the clock."""


class Breath:
    """Of one thread, for one piece of work after the other: many short ones together take as long as a long one."""

    def __init__(self) -> None:
        self._calls = 0
        self._worked = self._since = 0.0

    def begin(self) -> None:
        self._since = time.perf_counter()
        self._pause_if_due()

    def end(self) -> None:
        self._worked += time.perf_counter() - self._since

    def take(self) -> None:
        self._calls += 1
        if not self._calls % CALLS:
            self._pause_if_due()

    def _pause_if_due(self) -> None:
        worked = self._worked + time.perf_counter() - self._since
        if worked > WORK_SECONDS and (pause := _pause()):
            time.sleep(pause)
            self._worked, self._since = 0.0, time.perf_counter()


def _pause() -> float:
    if many_ready_answers_are_asked():
        return READY_PAUSE_SECONDS
    return PAUSE_SECONDS if requests_under_way() > 1 else 0.0


class _OfThread(threading.local):
    def __init__(self) -> None:
        self.breath = Breath()
        self.is_working = False


_of_thread = _OfThread()


@contextmanager
def breathing() -> Iterator[None]:
    """`breathe` means something inside the block, in this thread."""
    _of_thread.breath.begin()
    _of_thread.is_working = True
    try:
        yield
    finally:
        _of_thread.is_working = False
        _of_thread.breath.end()


def breathe() -> None:
    """Cheap enough to be called for each part of a document; does nothing on the event loop."""
    if _of_thread.is_working:
        _of_thread.breath.take()
