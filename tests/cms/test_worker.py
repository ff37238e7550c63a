"""The worker and the outbox: nothing lost, nothing for ever, nothing twice at the same time."""

from collections.abc import Sequence
from datetime import timedelta

import pytest

from cms import worker as workers
from cms.access import SYSTEM
from cms.actions import publish_item, update_item
from cms.desk import Desk
from cms.reactions import Reaction
from cms.worker import MAX_TRIES, Worker
from storage.documents import Item, OutboxEvent
from tests.desk import Clock, Publish


async def drain(desk: Desk) -> None:
    worker = Worker(desk)
    while await worker.step():
        pass


async def states() -> set[str]:
    return {event.state async for event in OutboxEvent.find_all()}


async def test_every_event_is_worked_on_once(desk: Desk, make_edition: Publish) -> None:
    await make_edition()

    await drain(desk)

    assert await states() == {"done"}
    assert {event.tries async for event in OutboxEvent.find_all()} == {1}


async def test_a_sites_new_language_shows_its_items_there_without_publishing_them_again(
    desk: Desk, sites: None, make_edition: Publish
) -> None:
    edition = await make_edition()
    site = await Item.find_one({"type": "Site", "data.key": "eccp"})
    assert site
    await update_item(desk, SYSTEM, site.id, 1, {"locales": ["en", "bg"]})
    await publish_item(desk, SYSTEM, site.id, ["en"])

    before = await desk.repository.published.find_one({"_id": edition.id})
    await drain(desk)

    live = await desk.repository.published.find_one({"_id": edition.id})
    assert before and before["channels"] == ["eccp/en", "nca/cs", "nca/en"]
    assert live and live["channels"] == ["eccp/en", "eccp/bg", "nca/cs", "nca/en"]
    assert "eccp/bg/editions/iasi-2023" in live["addresses"]


async def test_a_failing_reaction_is_retried_later_and_parked_at_last(
    desk: Desk, clock: Clock, series: Item, monkeypatch: pytest.MonkeyPatch
) -> None:
    await drain(desk)
    event = OutboxEvent(
        name="ItemPublished", at=clock.now, due_at=clock.now, item=series.id, type="Series", site="eccp", version=1
    )
    await event.insert()

    async def fail(desk: Desk, event: OutboxEvent) -> None:
        raise RuntimeError("the mail server is away")

    def always_fails(event: OutboxEvent) -> Sequence[Reaction]:
        return [fail]

    monkeypatch.setattr(workers, "reactions_to", always_fails)
    worker = Worker(desk)

    assert await worker.step()
    assert not await worker.step()  # it waits its turn
    for _ in range(MAX_TRIES - 1):
        clock.now += timedelta(hours=1)
        assert await worker.step()
    clock.now += timedelta(days=1)
    assert not await worker.step()

    parked = await OutboxEvent.get(event.id)
    assert parked and (parked.state, parked.tries) == ("parked", MAX_TRIES)
    assert parked.error == "RuntimeError: the mail server is away"


async def test_an_event_of_a_worker_that_died_is_taken_over_when_its_lease_ends(
    desk: Desk, clock: Clock, series: Item
) -> None:
    outbox = desk.repository.outbox
    await drain(desk)
    event = OutboxEvent(
        name="ItemPublished", at=clock.now, due_at=clock.now, item=series.id, type="Series", site="eccp", version=1
    )
    await event.insert()

    held = await outbox.lease("dies", clock.now, clock.now + timedelta(seconds=60))
    refused = await outbox.lease("other", clock.now, clock.now + timedelta(seconds=60))
    clock.now += timedelta(seconds=60)
    taken = await outbox.lease("other", clock.now, clock.now + timedelta(seconds=60))
    assert held and refused is None and taken and taken.id == held.id

    await outbox.finish(held, "dies", {"state": "done"})
    still = await OutboxEvent.get(event.id)
    assert still and still.state == "waiting"  # the one that lost its lease has no say any more
