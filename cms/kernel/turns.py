"""Turns on the event loop: long computations share it with everybody who only needs it for a moment.

A computation asks `turn_is_over()` now and then, and awaits `next_turn()` where it is. In each round of the loop one of
those that wait goes on, first the one that has had the fewest turns: a page does not wait behind a whole export. What
a client has had lately counts too, so that it gains nothing by asking for many things that are short enough.

Most of a short computation is waiting for the database, some twenty times, and in each of the rounds between a long one
would take its turn. So long ones pause between their turns while a short one is under way.

Answers that lie ready (`cms.http.cache`) take no turns and go first: after each round of turns they have nine times as
long, as far as they come one after the other.
"""

import asyncio
import heapq
import time
from collections.abc import Iterator
from contextlib import contextmanager
from contextvars import ContextVar
from itertools import count

from cms.kernel.debts import Debts

TURN_SECONDS = 0.005
PAUSE_SECONDS, LONGEST_PAUSE = 0.002, 0.04
"""For each turn that a computation itself has had: a page of a site that asks for many hardly pauses."""
MAX_SECONDS_PAUSED = 0.1
"""Of all long ones together: however many short ones follow each other, one of them goes on after that."""
LONGER_TURNS = 10
"""By so many turns more a computation is long beside a short one."""
READY_SHARE = 9
"""Times as long as computations had before: nine tenths of the loop for answers that lie ready, if they need it. What
computations take beside their turns (the driver of the database, the thread that reads documents) comes on top."""
QUIET_SECONDS = 0.0003
"""Without any of them computations go on: nobody seems to wait for one."""
LONGEST_READY = 0.1
"""However much is owed to them: computations go on in the end."""
RECENT_SECONDS = 0.1
"""Since one was sent: only then the loop looks whether more are asked for."""
MANY_READY, MANY_SECONDS = 64, 0.02
"""So many within that time are many: three thousand a second, and not the visitors of an ordinary day."""


class Work:
    """One computation, such as a request, with all tasks that belong to it. `own`: how many turns it has had, as long
    as they should be; `turns`: with those that its client had lately before it."""

    __slots__ = ("client", "own", "turns")

    def __init__(self, client: str = "", turns: float = 0) -> None:
        self.client = client
        self.own = 0.0
        self.turns = turns


class Turns:
    """Those of one loop."""

    def __init__(self, loop: asyncio.AbstractEventLoop) -> None:
        self.loop = loop
        self._end: float | None = None
        self._waiting: list[tuple[float, int, Work, asyncio.Future[None]]] = []
        self._numbers = count()
        self._debts = Debts()
        self._under_way: set[Work] = set()
        self._paused_until = 0.0
        self._paused_since: float | None = None
        self._timer: asyncio.TimerHandle | None = None
        self.ready_at = self._begun_at = self._ended_at = self._free_at = 0.0
        self.many_ready_at = self._counted_at = 0.0
        self._ready_sent = 0

    @contextmanager
    def work(self, client: str) -> Iterator[Work]:
        work = Work(client, self._debts.of(client))
        self._under_way.add(work)
        try:
            yield work
        finally:
            self._under_way.discard(work)
            if self._waiting:
                self.is_over()  # a round follows: there may be no reason for a pause any more

    def note_ready(self) -> None:
        self.ready_at = now = time.perf_counter()
        self._ready_sent += 1
        if not self._ready_sent % MANY_READY:
            if now - self._counted_at < MANY_SECONDS:
                self.many_ready_at = now
            self._counted_at = now

    def count_under_way(self) -> int:
        return len(self._under_way)

    def charge(self, work: Work, seconds: float, least: int = 0) -> None:
        """For so long a computation, and for so many turns at least."""
        turns = max(seconds / TURN_SECONDS, least)
        work.own += turns
        work.turns += turns
        self._debts.add(work.client, turns)

    def is_over(self) -> bool:
        now = time.perf_counter()
        if self._end is None:
            self._end = now if self._gives_way(now) else now + TURN_SECONDS
            self._begun_at = now
            self.loop.call_soon(self._next_round)
        return now >= self._end

    async def next(self, work: Work) -> None:
        """Returns in a later round of the loop."""
        late = time.perf_counter() - self._end if self._end else 0.0
        self.charge(work, TURN_SECONDS + late, least=1)
        if self.is_long(work):
            self._paused_until = time.perf_counter() + min(PAUSE_SECONDS * work.own, LONGEST_PAUSE)
        turn: asyncio.Future[None] = self.loop.create_future()
        heapq.heappush(self._waiting, (work.turns, next(self._numbers), work, turn))
        self.is_over()  # a round follows this one
        await turn

    def _gives_way(self, now: float) -> bool:
        """To answers that lie ready."""
        is_quiet = now - max(self.ready_at, self._ended_at) > QUIET_SECONDS
        return now < self._free_at and not is_quiet and now - self.ready_at < RECENT_SECONDS

    def _note_round(self) -> None:
        """For how long computations have had the loop."""
        if self._end is not None and self._end > self._begun_at:
            self._ended_at = time.perf_counter()
            self.owe_ready(self._ended_at - self._begun_at)

    def owe_ready(self, seconds: float) -> None:
        """For so long something was or will be computed."""
        now = time.perf_counter()
        self._free_at = min(max(self._free_at, now) + READY_SHARE * seconds, now + LONGEST_READY)

    def _next_round(self) -> None:
        self._note_round()
        self._end = None
        while self._waiting and self._waiting[0][3].done():  # whoever waited may have been cancelled
            heapq.heappop(self._waiting)
        if not self._waiting:
            return
        if self._gives_way(time.perf_counter()):
            self.is_over()
            return
        if (pause := self._pause_before(self._waiting[0][2])) > 0:
            self._go_on_in(pause)
            return
        heapq.heappop(self._waiting)[3].set_result(None)
        if self._waiting:
            self.is_over()

    def _pause_before(self, work: Work) -> float:
        """Seconds until this one goes on."""
        if not self.is_long(work):
            return 0.0
        now = time.perf_counter()
        since = self._paused_since = self._paused_since or now
        pause = min(self._paused_until, since + MAX_SECONDS_PAUSED) - now
        if pause <= 0:
            self._paused_since = None
        return pause

    def _go_on_in(self, seconds: float) -> None:
        if self._timer is None:
            self._timer = self.loop.call_later(seconds, self._after_pause)

    def _after_pause(self) -> None:
        self._timer = None
        self._next_round()

    def is_long(self, work: Work) -> bool:
        """Beside the shortest that is under way."""
        return work.turns > LONGER_TURNS + min((other.turns for other in self._under_way), default=work.turns)


_turns: Turns | None = None
_work: ContextVar[Work] = ContextVar("work")
client_of_work: ContextVar[str] = ContextVar("client_of_work", default="")
"""Who pays for what is computed in this context: the network of a request."""


@contextmanager
def work_under_way() -> Iterator[None]:
    """What runs in this context from now on, and in tasks that it begins, counts as one computation."""
    with _of_this_loop().work(client_of_work.get()) as work:
        token = _work.set(work)
        try:
            yield
        finally:
            _work.reset(token)


def ready_answer_sent() -> None:
    """Call it for each answer that was not computed."""
    _of_this_loop().note_ready()


def many_ready_answers_are_asked() -> bool:
    """Asked by any thread."""
    return _turns is not None and time.perf_counter() - _turns.many_ready_at < RECENT_SECONDS


def requests_under_way() -> int:
    """Asked by any thread."""
    return _turns.count_under_way() if _turns else 0


def turn_is_over() -> bool:
    """Cheap enough to be asked for each item of a list."""
    return _of_this_loop().is_over()


async def next_turn() -> None:
    await _of_this_loop().next(_this_work())


async def let_others_go_on() -> None:
    """Between two steps of which each is short."""
    if turn_is_over():
        await next_turn()


async def turn_for(seconds: float) -> None:
    """Before something that computes for so long beside the loop."""
    turns, work = _of_this_loop(), _this_work()
    turns.charge(work, seconds)
    if turns.is_over() or turns.is_long(work):
        await turns.next(work)
    turns.owe_ready(seconds)


def _this_work() -> Work:
    return _work.get(None) or Work()


def _of_this_loop() -> Turns:
    global _turns  # one loop runs at a time; asked too often for a dictionary of loops
    loop = asyncio.get_running_loop()
    if _turns is None or _turns.loop is not loop:
        _turns = Turns(loop)
    return _turns
