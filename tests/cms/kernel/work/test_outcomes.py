"""What becomes of an event: done once, tried again later, waited with, or parked; nothing lost and nothing for ever."""

from datetime import timedelta

from cms.access.actor import SYSTEM
from cms.items.actions import publish_item, update_item
from cms.kernel.services import Services
from cms.kernel.work.outcome import wait
from cms.worker import MAX_TRIES, Postponed, Worker
from storage.documents import OutboxEvent
from storage.documents.outbox_event import KEPT_SECONDS
from storage.errors import Unavailable
from storage.mongo import Mongo
from tests.cms.kernel.work.conftest import React, happen, stored
from tests.services import Clock, Publish


async def drain(services: Services) -> None:
    worker = Worker(services)
    while await worker.step():
        pass


async def states() -> set[str]:
    return {event.state async for event in OutboxEvent.find_all()}


async def test_every_event_is_worked_on_once(services: Services, make_edition: Publish) -> None:
    await make_edition()

    await drain(services)

    assert await states() == {"done"}
    assert {event.tries async for event in OutboxEvent.find_all()} == {1}


async def test_a_sites_new_language_shows_its_items_there_without_publishing_them_again(
    services: Services, sites: None, make_edition: Publish
) -> None:
    edition = await make_edition()
    site = await services.repository.published.site("eccp", fields=None)
    assert site
    await update_item(services, SYSTEM, site["_id"], 1, {"locales": ["en", "bg"]})
    await publish_item(services, SYSTEM, site["_id"], ["en"])

    before = await services.repository.published.by_id(edition.id)
    await drain(services)

    live = await services.repository.published.by_id(edition.id)
    assert before and before["channels"] == ["eccp/en", "nca/cs", "nca/en"]
    assert live and live["channels"] == ["eccp/en", "eccp/bg", "nca/cs", "nca/en"]
    assert "eccp/bg/editions/iasi-2023" in live["addresses"]


async def test_a_failing_reaction_is_retried_later_and_parked_at_last(
    services: Services, clock: Clock, react: React
) -> None:
    event = await happen(clock)

    async def fail(services: Services, event: OutboxEvent) -> None:
        raise RuntimeError("the server at https://name:hunter2@mail.example.org is away")

    react(fail)
    worker = Worker(services)

    assert await worker.step()
    assert not await worker.step()  # it waits its turn
    for _ in range(MAX_TRIES - 1):
        clock.now += timedelta(hours=2)
        assert await worker.step()
    clock.now += timedelta(days=1)
    assert not await worker.step()

    parked = await stored(event)
    assert (parked.state, parked.tries, parked.done_at) == ("parked", MAX_TRIES, None)
    assert parked.error == "RuntimeError: the server at https://name:[redacted]@mail.example.org is away"


def test_waits_double_and_differ() -> None:
    waits = [[wait(tries).total_seconds() for _ in range(50)] for tries in range(1, MAX_TRIES)]

    for tries, found in enumerate(waits, 1):
        assert all(0.75 * 2**tries <= seconds <= 1.25 * 2**tries for seconds in found)
        assert len(set(found)) > 40


async def test_a_reaction_that_is_through_is_not_called_again_for_the_failure_of_another(
    services: Services, clock: Clock, react: React
) -> None:
    event = await happen(clock)
    called: list[str] = []

    async def first(services: Services, event: OutboxEvent) -> None:
        called.append("first")

    async def second(services: Services, event: OutboxEvent) -> None:
        called.append("second")
        if called.count("second") < 3:
            raise RuntimeError("not yet")

    async def third(services: Services, event: OutboxEvent) -> None:
        called.append("third")

    react(first, second, third)

    for _ in range(3):
        assert await Worker(services).step()
        clock.now += timedelta(hours=1)

    assert called == ["first", "second", "third", "second", "second"]
    assert (await stored(event)).state == "done"


async def test_a_postponed_event_comes_back_at_its_time_however_often(
    services: Services, clock: Clock, react: React
) -> None:
    event = await happen(clock)

    async def not_now(services: Services, event: OutboxEvent) -> None:
        raise Postponed(clock.now + timedelta(hours=5), "nobody is there")

    react(not_now)
    for _ in range(MAX_TRIES * 2):
        assert await Worker(services).step()
        assert not await Worker(services).step()
        clock.now += timedelta(hours=5)

    waits = await stored(event)
    assert (waits.state, waits.tries, waits.error) == ("waiting", 0, "nobody is there")


async def test_an_engine_that_is_away_is_waited_for_however_long(
    services: Services, clock: Clock, react: React
) -> None:
    event = await happen(clock)

    async def away(services: Services, event: OutboxEvent) -> None:
        raise Unavailable("s3")

    react(away)
    for _ in range(MAX_TRIES * 2):
        assert await Worker(services).step()
        clock.now += timedelta(hours=1)
    waits = await stored(event)
    assert (waits.state, waits.error) == ("waiting", "Unavailable: s3 is not available")

    react()
    assert await Worker(services).step()
    assert (await stored(event)).state == "done"


async def test_done_events_go_by_themselves_after_two_weeks(services: Services, clock: Clock, mongo: Mongo) -> None:
    event = await happen(clock)
    await drain(services)

    indexes = await mongo.db["outbox"].index_information()

    assert (await stored(event)).done_at == clock.now
    assert indexes["done"]["key"] == [("done_at", 1)]
    assert indexes["done"]["expireAfterSeconds"] == KEPT_SECONDS == 14 * 86400
