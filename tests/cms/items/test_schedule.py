"""Publishing and taking away by the clock, in the site's own time, to the second."""

from collections.abc import Callable
from typing import Any

import pytest

from cms.access.actor import SYSTEM, Actor
from cms.items.actions import (
    archive_item,
    create_item,
    delete_item,
    publish_item,
    schedule_expiry,
    schedule_publication,
    update_item,
)
from cms.kernel.errors import Invalid, NotPermitted, TransitionNotAllowed
from cms.kernel.services import Services
from cms.worker import Worker
from storage.documents import Item, OutboxEvent
from tests.services import Clock, Publish

Facts = Callable[..., dict[str, Any]]


async def theme(services: Services, id: str) -> str | None:
    live = await services.repository.published.by_id(id)
    return live["data"]["theme"]["en"] if live else None


async def work(services: Services) -> None:
    """What a worker does that has just been started."""
    worker = Worker(services)
    while await worker.step():
        pass


@pytest.fixture
async def draft(services: Services, edition_data: Facts) -> Item:
    return await create_item(services, SYSTEM, type="Edition", site="eccp", data=edition_data())


async def test_it_becomes_live_at_the_second_in_the_sites_time(services: Services, clock: Clock, draft: Item) -> None:
    scheduled = await schedule_publication(services, SYSTEM, draft.id, "en", "2024-05-31T18:00")
    assert (
        scheduled.states["en"].effective and scheduled.states["en"].effective.isoformat() == "2024-05-31T16:00:00+00:00"
    )

    clock.set("2024-05-31T15:59:59+00:00")
    await work(services)
    assert await theme(services, draft.id) is None

    clock.set("2024-05-31T16:00:00+00:00")
    await work(services)
    assert await theme(services, draft.id) == "Regional innovation"
    kept = await services.repository.items.get(draft.id)
    assert kept and kept.states["en"].state == "published" and kept.states["en"].effective is None


async def test_what_was_scheduled_becomes_live_and_not_what_was_written_since(
    services: Services, clock: Clock, draft: Item
) -> None:
    await schedule_publication(services, SYSTEM, draft.id, "en", "2024-05-31T18:00")
    await update_item(services, SYSTEM, draft.id, 1, {"theme": {"en": "Half a thought"}})

    clock.set("2024-06-01T00:00:00+00:00")
    await work(services)

    kept = await services.repository.items.get(draft.id)
    assert await theme(services, draft.id) == "Regional innovation"
    assert kept and kept.data["theme"] == {**draft.data["theme"], "en": "Half a thought"}
    assert (kept.states["en"].version, kept.states["en"].state) == (1, "published")


async def test_a_new_time_replaces_the_old_one_and_none_cancels(services: Services, clock: Clock, draft: Item) -> None:
    await schedule_publication(services, SYSTEM, draft.id, "en", "2024-05-01T09:00")
    await schedule_publication(services, SYSTEM, draft.id, "en", "2024-05-03T09:00")
    clock.set("2024-05-02T09:00:00+00:00")
    await work(services)
    assert await theme(services, draft.id) is None

    await schedule_publication(services, SYSTEM, draft.id, "en", None)
    clock.set("2024-05-04T09:00:00+00:00")
    await work(services)
    assert await theme(services, draft.id) is None
    assert {event.state async for event in OutboxEvent.find_all()} == {"done"}


async def test_it_goes_when_it_expires_and_the_draft_stays(
    services: Services, clock: Clock, make_edition: Publish
) -> None:
    edition = await make_edition()
    await schedule_expiry(services, SYSTEM, edition.id, "en", "2024-05-31T18:00")
    await publish_item(services, SYSTEM, edition.id, ["en"])

    clock.set("2024-05-31T15:59:59+00:00")
    await work(services)
    assert await theme(services, edition.id)

    clock.set("2024-05-31T16:00:00+00:00")
    await work(services)
    kept = await services.repository.items.get(edition.id)
    assert await theme(services, edition.id) is None
    assert kept and kept.data == edition.data and kept.states["en"].state == "private"


async def test_a_deleted_item_does_not_come_back_by_the_clock(services: Services, clock: Clock, draft: Item) -> None:
    await schedule_publication(services, SYSTEM, draft.id, "en", "2024-05-31T18:00")
    await delete_item(services, SYSTEM, draft.id)

    clock.set("2024-06-01T00:00:00+00:00")
    await work(services)

    assert await theme(services, draft.id) is None


@pytest.mark.parametrize("at", ["2024-04-01T09:00", "2024-13-01T09:00", "soon", "2025-03-30T02:30", "2024-06-01"])
async def test_moments_that_are_past_have_no_time_or_do_not_exist_are_refused(
    services: Services, draft: Item, at: str
) -> None:
    with pytest.raises(Invalid):
        await schedule_publication(services, SYSTEM, draft.id, "en", at)

    kept = await services.repository.items.get(draft.id)
    assert kept and kept.states == {}


async def test_what_could_not_be_published_now_cannot_be_scheduled(
    services: Services, reader: Actor, draft: Item, series: Item
) -> None:
    data = {"series": series.id, "city": {"en": "Nowhere"}}
    bare = await create_item(services, SYSTEM, type="Edition", site="eccp", data=data)

    with pytest.raises(Invalid):
        await schedule_publication(services, SYSTEM, bare.id, "en", "2024-05-31T18:00")
    with pytest.raises(NotPermitted):
        await schedule_publication(services, reader, draft.id, "en", "2024-05-31T18:00")
    with pytest.raises(TransitionNotAllowed):
        await schedule_expiry(services, SYSTEM, draft.id, "en", "2024-05-31T18:00")


async def test_of_a_time_that_comes_twice_the_first_is_meant(services: Services, draft: Item) -> None:
    scheduled = await schedule_publication(services, SYSTEM, draft.id, "en", "2024-10-27T02:30")

    moment = scheduled.states["en"].effective
    assert moment and moment.isoformat() == "2024-10-27T00:30:00+00:00"


async def test_nothing_goes_before_it_comes(services: Services, draft: Item) -> None:
    await schedule_publication(services, SYSTEM, draft.id, "en", "2024-05-31T18:00")
    with pytest.raises(Invalid) as early:
        await schedule_expiry(services, SYSTEM, draft.id, "en", "2024-05-31T18:00")
    await schedule_expiry(services, SYSTEM, draft.id, "en", "2024-05-31T18:01")
    with pytest.raises(Invalid) as late:
        await schedule_publication(services, SYSTEM, draft.id, "en", "2024-05-31T18:01")

    assert [one.code for one in (*early.value.problems, *late.value.problems)] == ["EXPIRES_FIRST"] * 2


async def test_what_was_archived_does_not_come_back_by_the_clock(services: Services, clock: Clock, draft: Item) -> None:
    await schedule_publication(services, SYSTEM, draft.id, "en", "2024-05-31T18:00")
    archived = await archive_item(services, SYSTEM, draft.id, "en")

    clock.set("2024-06-01T00:00:00+00:00")
    await work(services)

    assert await theme(services, draft.id) is None
    assert archived.states["en"].effective is None and archived.next_moment is None
