"""For a thread that computes: it stands still for a moment now and then while several requests are under way.

The interpreter runs one thread at a time. Beside one that only computes, the event loop waits for its turn each time
the database has answered, some forty times for a page, which then takes twice as long.
"""

import threading
import time
from collections.abc import Iterator
from contextlib import contextmanager

from cms.kernel.turns import ready_answers_are_asked, requests_under_way

WORK_SECONDS = 0.001
PAUSE_SECONDS = 0.004
READY_PAUSE_SECONDS = 0.009
"""While answers that lie ready are sent, thousands a second: each round of theirs waits for the thread."""
CALLS = 8
"""Between two looks at the clock."""


class Breath:
    def __init__(self) -> None:
        self._calls = 0
        self._since = time.perf_counter()

    def take(self) -> None:
        self._calls += 1
        if self._calls % CALLS:
            return
        if time.perf_counter() - self._since > WORK_SECONDS and (pause := _pause()):
            time.sleep(pause)
            self._since = time.perf_counter()


def _pause() -> float:
    if ready_answers_are_asked():
        return READY_PAUSE_SECONDS
    return PAUSE_SECONDS if requests_under_way() > 1 else 0.0


_of_thread = threading.local()


@contextmanager
def breathing() -> Iterator[None]:
    """`breathe` means something inside the block, in this thread."""
    _of_thread.breath = Breath()
    try:
        yield
    finally:
        del _of_thread.breath


def breathe() -> None:
    """Cheap enough to be called for each part of a document; does nothing on the event loop."""
    breath: Breath | None = getattr(_of_thread, "breath", None)
    if breath is not None:
        breath.take()
