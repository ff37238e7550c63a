"""The worker: takes events from the outbox and runs their reactions, again after a failure, never for ever."""

import asyncio
import contextlib
from collections.abc import AsyncIterator
from datetime import timedelta

import structlog

from cms.desk import Desk
from cms.reactions import reactions_to
from storage.documents import OutboxEvent
from storage.errors import Unavailable
from storage.ids import new_id

log = structlog.get_logger(__name__)

LEASE = timedelta(seconds=60)
MAX_TRIES = 8
IDLE_SECONDS = 0.5


class Worker:
    """Several may work on one outbox; one that dies leaves its event to the others when its lease ends."""

    def __init__(self, desk: Desk) -> None:
        self.desk = desk
        self.name = new_id()

    async def run(self, stop: asyncio.Event) -> None:
        """Until `stop` is set; an engine that is away is waited for."""
        while not stop.is_set():
            try:
                worked = await self.step()
            except Unavailable as error:
                log.warning("worker.waits", engine=error.engine)
                worked = False
            if not worked:
                with contextlib.suppress(TimeoutError):
                    await asyncio.wait_for(stop.wait(), IDLE_SECONDS)

    async def step(self) -> bool:
        """Works on one event; False when none is due."""
        now = self.desk.clock()
        event = await self.desk.repository.outbox.lease(self.name, now, now + LEASE)
        if event is None:
            return False
        await self._react(event)
        return True

    async def _react(self, event: OutboxEvent) -> None:
        try:
            async with asyncio.timeout(LEASE.total_seconds() * 0.9):
                for reaction in reactions_to(event):
                    await reaction(self.desk, event)
        except Exception as error:
            log.exception("worker.reaction_failed", event_id=event.id, event_name=event.name, tries=event.tries)
            await self._finish(event, self._retry(event, error))
        else:
            await self._finish(event, {"state": "done", "error": None})

    def _retry(self, event: OutboxEvent, error: Exception) -> dict[str, object]:
        """Twice the wait after each failure; parked, for a person to look at, after the last."""
        outcome: dict[str, object] = {"error": f"{type(error).__name__}: {error}"[:500]}
        if event.tries >= MAX_TRIES:
            return {**outcome, "state": "parked"}
        return {**outcome, "state": "waiting", "due_at": self.desk.clock() + timedelta(seconds=2**event.tries)}

    async def _finish(self, event: OutboxEvent, changes: dict[str, object]) -> None:
        await self.desk.repository.outbox.finish(event, self.name, changes)


@contextlib.asynccontextmanager
async def worker_beside(desk: Desk) -> AsyncIterator[None]:
    """One worker in this process, which is enough for one machine."""
    stop = asyncio.Event()
    task = asyncio.create_task(Worker(desk).run(stop))
    try:
        yield
    finally:
        stop.set()
        await task
