"""Holding an event while its reactions run: the lease is renewed, and who loses it stops."""

import asyncio
import contextlib
from collections.abc import Awaitable, Coroutine
from datetime import timedelta
from typing import Any

from cms.kernel.services import Services
from storage.documents import OutboxEvent
from storage.errors import Unavailable


class LeaseLost(Exception):
    """Another worker may have the event by now: what was begun has been stopped."""


class Lease:
    """One worker's hold on one event. A lease lasts `lasts` and is renewed three times in that time."""

    def __init__(self, services: Services, event: OutboxEvent, holder: str, lasts: timedelta) -> None:
        self._outbox = services.repository.outbox
        self._clock = services.clock
        self._event = event
        self._holder = holder
        self._lasts = lasts
        self._until = event.leased_until or services.clock()

    async def over(self, work: Coroutine[Any, Any, None]) -> None:
        """Runs `work` while the event is held. Raises LeaseLost, and what `work` raises."""
        task = asyncio.create_task(work)
        try:
            while not task.done():
                await asyncio.wait({task}, timeout=self._pause)
                if not task.done() and not await self._renewed():
                    raise LeaseLost(self._event.id)
        finally:
            if not task.done():
                task.cancel()
                await asyncio.wait({task})
        task.result()

    async def finish(self, changes: dict[str, Any]) -> None:
        """Raises LeaseLost, and nothing is recorded then."""
        await self._ours(self._outbox.finish(self._event, self._holder, changes))

    async def release(self) -> None:
        with contextlib.suppress(Unavailable):  # then it is free when the lease ends
            await self._outbox.release(self._event, self._holder)

    async def _renewed(self) -> bool:
        """An engine that is away for a moment costs nothing as long as the lease lasts."""
        until = self._clock() + self._lasts
        try:
            async with asyncio.timeout(self._pause):
                is_ours = await self._outbox.renew(self._event, self._holder, until)
        except (Unavailable, TimeoutError):
            return self._clock() < self._until
        self._until = until
        return is_ours

    async def _ours(self, change: Awaitable[bool]) -> None:
        if not await change:
            raise LeaseLost(self._event.id)

    @property
    def _pause(self) -> float:
        return self._lasts.total_seconds() / 3
