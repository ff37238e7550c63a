"""The time of the database, which all machines share: their own clocks may be wrong, each by another amount.

What one machine writes down and another compares, such as when an event is due or until when a lease holds, is all in
this time.
"""

import asyncio
import contextlib
import time
from collections.abc import AsyncIterator
from datetime import UTC, datetime, timedelta

import structlog

from storage.errors import Unavailable
from storage.mongo import Mongo

LOOK_SECONDS = 15.0
TOLD_SECONDS = 2.0
"""A drift from which on it is logged."""

log = structlog.get_logger(__name__)


def machine_time() -> datetime:
    return datetime.now(UTC)


class DatabaseClock:
    """Called, it gives the present moment. Between two looks at the database it goes on by the steady clock of this
    machine, which nobody sets. `drift_seconds`: by how much the machine's clock is ahead."""

    def __init__(self, mongo: Mongo) -> None:
        self.drift_seconds = 0.0
        self._mongo = mongo
        self._at, self._steady_at = machine_time(), time.monotonic()
        self._told = 0.0

    def __call__(self) -> datetime:
        return self._at + timedelta(seconds=time.monotonic() - self._steady_at)

    async def look(self) -> None:
        """Raises Unavailable, and goes on as before then."""
        asked_at = time.monotonic()
        told = await self._mongo.time()
        answered_at = time.monotonic()
        doubt = (answered_at - asked_at) / 2
        found = told + timedelta(seconds=doubt)
        if abs((found - self()).total_seconds()) > doubt:  # else it is as right as one can know
            self._at, self._steady_at = found, answered_at
        self._measure()

    def _measure(self) -> None:
        self.drift_seconds = (machine_time() - self()).total_seconds()
        if abs(self.drift_seconds - self._told) >= TOLD_SECONDS:
            self._told = self.drift_seconds
            log.warning("clock.drifts", seconds_ahead=round(self.drift_seconds, 1))


@contextlib.asynccontextmanager
async def database_clock(mongo: Mongo) -> AsyncIterator[DatabaseClock]:
    """Right from the beginning, and looked after inside the block."""
    clock = DatabaseClock(mongo)
    await clock.look()
    looking = asyncio.create_task(_look_on(clock))
    try:
        yield clock
    finally:
        looking.cancel()
        await asyncio.wait({looking})


async def _look_on(clock: DatabaseClock) -> None:
    while True:
        await asyncio.sleep(LOOK_SECONDS)
        with contextlib.suppress(Unavailable):
            await clock.look()
