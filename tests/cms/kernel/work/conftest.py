"""Events that happen, what follows from them as a test says, and workers at work on them."""

import asyncio
from collections.abc import AsyncIterator, Callable, Sequence
from contextlib import asynccontextmanager
from datetime import timedelta
from typing import Any

import pytest

from cms import worker as workers
from cms.kernel.services import Services
from cms.reactions import Reaction
from cms.worker import Worker
from storage.documents import OutboxEvent
from tests.services import Clock

MINUTE = timedelta(minutes=1)
React = Callable[..., None]


async def happen(clock: Clock, name: str = "SomethingHappened", **facts: Any) -> OutboxEvent:
    event = OutboxEvent(name=name, at=clock.now, due_at=clock.now, **facts)
    return await event.insert()


async def stored(event: OutboxEvent) -> OutboxEvent:
    found = await OutboxEvent.get(event.id)
    assert found
    return found


@pytest.fixture
def react(monkeypatch: pytest.MonkeyPatch) -> React:
    """Sets what follows from every event."""

    def set_to(*reactions: Reaction) -> None:
        def always(event: OutboxEvent) -> Sequence[Reaction]:
            return reactions

        monkeypatch.setattr(workers, "reactions_to", always)

    return set_to


@asynccontextmanager
async def running(services: Services, count: int = 1) -> AsyncIterator[None]:
    """Workers at work, with what they were asked to finish inside the block."""
    stop = asyncio.Event()
    async with asyncio.timeout(30), asyncio.TaskGroup() as group:
        for _ in range(count):
            group.create_task(Worker(services).run(stop))
        try:
            yield
        finally:
            stop.set()


async def until_done(*events: OutboxEvent) -> None:
    while {(await stored(event)).state for event in events} != {"done"}:
        await asyncio.sleep(0.005)
