"""How workers keep up, for Prometheus: what waits, what is parked, since when the oldest waits."""

import asyncio
import math
import time
from collections.abc import Callable
from datetime import datetime

from prometheus_client import CollectorRegistry, Gauge

from storage.conditions import EVERYTHING
from storage.errors import Unavailable
from storage.repositories.outbox import Outbox

FRESH_SECONDS = 1.0
PATIENCE_SECONDS = 2.0


class OutboxGauges:
    """Read when somebody asks, at most once a second; no number where the database does not answer in time."""

    def __init__(self, outbox: Outbox, clock: Callable[[], datetime], fresh_seconds: float = FRESH_SECONDS) -> None:
        self._outbox = outbox
        self._clock = clock
        self._fresh_seconds = fresh_seconds
        self._read_at = -math.inf
        self._events = Gauge("cms_outbox_events", "Events that wait, by why.", ("state",), registry=None)
        self._oldest = Gauge("cms_outbox_oldest_seconds", "For how long the oldest event is due.", registry=None)

    def register(self, registry: CollectorRegistry) -> None:
        registry.register(self._events)
        registry.register(self._oldest)

    async def refresh(self) -> None:
        if time.monotonic() - self._read_at < self._fresh_seconds:
            return
        self._read_at, now = time.monotonic(), self._clock()
        due = scheduled = parked = oldest = math.nan
        try:
            async with asyncio.timeout(PATIENCE_SECONDS):
                found = await self._outbox.figures(now, EVERYTHING)
            due, scheduled, parked = found.due, found.scheduled, found.parked
            oldest = (now - found.oldest_due_at).total_seconds() if found.oldest_due_at else 0
        except (Unavailable, TimeoutError):
            pass  # the state of the engines is said elsewhere: /readyz
        for state, count in (("due", due), ("scheduled", scheduled), ("parked", parked)):
            self._events.labels(state).set(count)
        self._oldest.set(oldest)
