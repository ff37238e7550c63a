"""Turns on the event loop: long computations share it with everybody who only needs it for a moment.

A computation asks `turn_is_over()` now and then, and awaits `next_turn()` where it is. In each round of the loop one of
those that wait goes on, first the one that has had the fewest turns: a page does not wait behind a whole export.
"""

import asyncio
import heapq
import time
from contextvars import ContextVar
from itertools import count

TURN_SECONDS = 0.005


class Work:
    """One computation, such as a request, with all tasks that belong to it."""

    __slots__ = ("turns",)

    def __init__(self) -> None:
        self.turns = 0


class Turns:
    """Those of one loop."""

    def __init__(self, loop: asyncio.AbstractEventLoop) -> None:
        self.loop = loop
        self._end: float | None = None
        self._waiting: list[tuple[int, int, asyncio.Future[None]]] = []
        self._numbers = count()

    def is_over(self) -> bool:
        now = time.perf_counter()
        if self._end is None:
            self._end = now + TURN_SECONDS
            self.loop.call_soon(self._next_round)
        return now > self._end

    async def next(self, work: Work) -> None:
        """Returns in a later round of the loop."""
        work.turns += 1
        turn: asyncio.Future[None] = self.loop.create_future()
        heapq.heappush(self._waiting, (work.turns, next(self._numbers), turn))
        self.is_over()  # a round follows this one
        await turn

    def _next_round(self) -> None:
        self._end = None
        while self._waiting:
            turn = heapq.heappop(self._waiting)[2]
            if not turn.done():  # whoever waited may have been cancelled
                turn.set_result(None)
                break
        if self._waiting:
            self.is_over()


_turns: Turns | None = None
_work: ContextVar[Work] = ContextVar("work")


def begin_work() -> None:
    """What runs in this context from now on counts as one computation."""
    _work.set(Work())


def turn_is_over() -> bool:
    """Cheap enough to be asked for each item of a list."""
    return _of_this_loop().is_over()


async def next_turn() -> None:
    await _of_this_loop().next(_work.get(None) or Work())


async def let_others_go_on() -> None:
    """Between two steps of which each is short."""
    if turn_is_over():
        await next_turn()


def _of_this_loop() -> Turns:
    global _turns  # one loop runs at a time; asked too often for a dictionary of loops
    loop = asyncio.get_running_loop()
    if _turns is None or _turns.loop is not loop:
        _turns = Turns(loop)
    return _turns
