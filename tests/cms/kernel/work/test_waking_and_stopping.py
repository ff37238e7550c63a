"""A worker wakes for what there is to do, goes on after faults, and ends what it began when it is told to stop."""

import asyncio
from typing import Any

import pytest

from cms import worker as workers
from cms.kernel.services import Services
from cms.worker import Worker
from storage.documents import OutboxEvent
from storage.errors import Unavailable
from storage.mongo import Session
from tests.cms.kernel.work.conftest import React, happen, running, stored, until_done
from tests.services import Clock


async def test_what_is_committed_beside_a_worker_wakes_it_at_once(
    services: Services, clock: Clock, react: React, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(workers, "IDLE_SECONDS", 3600)
    looked, take = asyncio.Event(), services.repository.outbox.lease

    async def noted(*args: Any) -> OutboxEvent | None:
        found = await take(*args)
        looked.set()
        return found

    monkeypatch.setattr(services.repository.outbox, "lease", noted)
    react()
    event = OutboxEvent(name="SomethingHappened", at=clock.now, due_at=clock.now)
    async with running(services):
        await looked.wait()
        await services.transact(lambda session: services.repository.outbox.add(event, session))
        await until_done(event)


async def test_a_worker_looks_again_only_when_there_may_be_something(
    services: Services, clock: Clock, react: React, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(workers, "IDLE_SECONDS", 3600)
    looks, lease = 0, services.repository.outbox.lease

    async def noted(*args: Any) -> OutboxEvent | None:
        nonlocal looks
        found = await lease(*args)
        looks += 1
        return found

    async def unrelated(session: Session) -> None:
        await services.repository.serialize("something else", session)

    monkeypatch.setattr(services.repository.outbox, "lease", noted)
    react()
    event = await happen(clock)
    async with running(services):
        await until_done(event)
        await services.transact(unrelated)
        await asyncio.sleep(0.1)

    assert looks == 2  # it found the event, and that there is no other one


@pytest.mark.parametrize("fault", [Unavailable("mongodb"), RuntimeError("no such thing")], ids=str)
async def test_a_worker_goes_on_after_a_fault_of_the_database(
    services: Services, clock: Clock, react: React, monkeypatch: pytest.MonkeyPatch, fault: Exception
) -> None:
    monkeypatch.setattr(workers, "IDLE_SECONDS", 0.01)
    lease, faults = services.repository.outbox.lease, [fault, fault]

    async def faulty(*args: Any) -> OutboxEvent | None:
        if faults:
            raise faults.pop()
        return await lease(*args)

    monkeypatch.setattr(services.repository.outbox, "lease", faulty)
    react()
    event = await happen(clock)

    async with running(services):
        await until_done(event)

    assert faults == []


async def test_a_worker_that_is_told_to_stop_ends_what_it_began(services: Services, clock: Clock, react: React) -> None:
    event, begun, go_on = await happen(clock), asyncio.Event(), asyncio.Event()

    async def long(services: Services, event: OutboxEvent) -> None:
        begun.set()
        await go_on.wait()

    react(long)
    stop = asyncio.Event()
    task = asyncio.create_task(Worker(services).run(stop))
    await begun.wait()
    stop.set()
    await asyncio.sleep(0)
    go_on.set()
    await task

    assert (await stored(event)).state == "done"


async def test_what_does_not_end_in_time_is_given_back_for_others_to_begin_at_once(
    services: Services, clock: Clock, react: React, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(workers, "GRACE_SECONDS", 0.01)
    event, begun = await happen(clock), asyncio.Event()

    async def endless(services: Services, event: OutboxEvent) -> None:
        begun.set()
        await asyncio.Event().wait()

    react(endless)
    stop = asyncio.Event()
    task = asyncio.create_task(Worker(services).run(stop))
    await begun.wait()
    stop.set()
    await task

    given_back = await stored(event)
    assert (given_back.state, given_back.leased_by, given_back.leased_until) == ("waiting", None, None)
    assert given_back.tries == 0


async def test_a_worker_that_falls_over_begins_anew(
    services: Services, clock: Clock, react: React, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(workers, "ANEW_SECONDS", 0.01)
    begun_one, faults = Worker._begun_one, [RuntimeError("nobody foresaw this")]

    async def faulty(self: Worker) -> bool:
        if faults:
            raise faults.pop()
        return await begun_one(self)

    monkeypatch.setattr(Worker, "_begun_one", faulty)
    react()
    event = await happen(clock)

    async with workers.worker_beside(services):
        await until_done(event)

    assert faults == []
