"""Leases of events: nothing is worked on twice at the same time, and what a dead worker left is taken over."""

import asyncio
from dataclasses import replace
from datetime import datetime
from typing import Any

import pytest

from cms.kernel.services import Services
from cms.kernel.settings import load_settings
from cms.kernel.work.lanes import WIDTHS
from cms.worker import MAX_TRIES, Worker
from storage.documents import OutboxEvent
from storage.errors import Unavailable
from storage.mongo import Mongo
from tests.cms.kernel.work.conftest import MINUTE, React, happen, running, stored, until_done
from tests.services import Clock


async def test_an_event_of_a_worker_that_died_is_taken_over_when_its_lease_ends(
    services: Services, clock: Clock
) -> None:
    outbox = services.repository.outbox
    event = await happen(clock)

    held = await outbox.lease("dies", clock.now, clock.now + MINUTE, list(WIDTHS))
    refused = await outbox.lease("other", clock.now, clock.now + MINUTE, list(WIDTHS))
    clock.now += MINUTE
    taken = await outbox.lease("other", clock.now, clock.now + MINUTE, list(WIDTHS))
    assert held and refused is None and taken and taken.id == held.id

    assert not await outbox.finish(held, "dies", {"state": "done"})
    assert not await outbox.renew(held, "dies", clock.now + MINUTE)
    still = await stored(event)
    assert (still.state, still.leased_by) == ("waiting", "other")  # the one that lost its lease has no say any more


async def test_an_event_that_ends_its_worker_each_time_is_parked_and_not_begun_for_ever(
    services: Services, clock: Clock, react: React
) -> None:
    event = await happen(clock)
    begun: list[str] = []

    async def deadly(services: Services, event: OutboxEvent) -> None:
        begun.append(event.id)

    react(deadly)
    for _ in range(MAX_TRIES):
        assert await services.repository.outbox.lease("dies", clock.now, clock.now + MINUTE, list(WIDTHS))
        clock.now += MINUTE

    assert await Worker(services).step()

    parked = await stored(event)
    assert parked.state == "parked" and begun == []
    assert parked.error == "Begun 8 times, and each time its worker ended in the middle."


def with_lease(services: Services, seconds: float) -> Services:
    """By the real clock, as leases are kept while time goes on."""
    settings = load_settings(worker_lease_seconds=seconds)
    return replace(services, clock=lambda: datetime.now(tz=services.clock().tzinfo), settings=settings)


async def test_a_reaction_longer_than_its_lease_keeps_its_event(services: Services, clock: Clock, react: React) -> None:
    services, event, runs = with_lease(services, 0.5), await happen(clock), []

    async def long(services: Services, event: OutboxEvent) -> None:
        runs.append(event.id)
        first = (await stored(event)).leased_until
        while (await stored(event)).leased_until == first:  # until it has been renewed
            await asyncio.sleep(0.01)
        assert first
        while datetime.now(tz=first.tzinfo) < first:  # and beyond its first end
            await asyncio.sleep(0.01)

    react(long)
    async with running(services, count=3):
        await until_done(event)

    assert runs == [event.id]


async def test_a_reaction_whose_lease_was_lost_is_stopped_and_records_nothing(
    services: Services, clock: Clock, react: React, mongo: Mongo
) -> None:
    services, event, ends = with_lease(services, 0.5), await happen(clock), []

    async def robbed(services: Services, event: OutboxEvent) -> None:
        await mongo.db["outbox"].update_one({"_id": event.id}, {"$set": {"leased_by": "another"}})
        try:
            await asyncio.sleep(60)
        except asyncio.CancelledError:
            ends.append("stopped")
            raise

    react(robbed)
    assert await Worker(services).step()

    left = await stored(event)
    assert ends == ["stopped"]
    assert (left.state, left.leased_by) == ("waiting", "another")


async def test_a_lease_outlives_a_moment_without_the_database(
    services: Services, clock: Clock, react: React, monkeypatch: pytest.MonkeyPatch
) -> None:
    services, event, missed = with_lease(services, 0.5), await happen(clock), asyncio.Event()
    renew = services.repository.outbox.renew

    async def away_once(*args: Any) -> bool:
        if missed.is_set():
            return await renew(*args)
        missed.set()
        raise Unavailable("mongodb")

    monkeypatch.setattr(services.repository.outbox, "renew", away_once)

    async def patient(services: Services, event: OutboxEvent) -> None:
        await missed.wait()

    react(patient)
    assert await Worker(services).step()

    assert (await stored(event)).state == "done"
