"""Lanes and groups of events: what is slow holds up nothing else, and the next event is found at once."""

import asyncio
from typing import get_args

from cms.kernel.services import Services
from cms.kernel.work.lanes import PER_GROUP, WIDTHS
from storage.documents import OutboxEvent
from storage.mongo import Mongo
from tests.cms.kernel.work.conftest import MINUTE, React, happen, running, stored, until_done
from tests.services import Clock


async def test_slow_webhooks_do_not_hold_up_publications(services: Services, clock: Clock, react: React) -> None:
    slow = [await happen(clock, lane="webhooks", group=f"webhook {n}") for n in range(WIDTHS["webhooks"] + 3)]
    clock.now += MINUTE
    publication = await happen(clock, lane="content")
    release = asyncio.Event()

    async def hang(services: Services, event: OutboxEvent) -> None:
        if event.lane == "webhooks":
            await release.wait()

    react(hang)
    async with running(services):
        await until_done(publication)
        assert {(await stored(one)).state for one in slow} == {"waiting"}
        release.set()
        await until_done(*slow)


async def test_one_slow_webhook_does_not_hold_up_the_others(services: Services, clock: Clock, react: React) -> None:
    slow = [await happen(clock, lane="webhooks", group="slow") for _ in range(WIDTHS["webhooks"] * 3)]
    clock.now += MINUTE
    quick = await happen(clock, lane="webhooks", group="quick")
    release, at_once, most = asyncio.Event(), 0, 0

    async def hang(services: Services, event: OutboxEvent) -> None:
        nonlocal at_once, most
        if event.group == "slow":
            at_once += 1
            most = max(most, at_once)
            await release.wait()
            at_once -= 1

    react(hang)
    async with running(services):
        await until_done(quick)
        assert most == PER_GROUP
        release.set()
        await until_done(*slow)

    assert most == PER_GROUP


async def test_a_worker_does_as_much_at_once_as_its_lane_is_wide_and_no_more(
    services: Services, clock: Clock, react: React
) -> None:
    events = [await happen(clock) for _ in range(WIDTHS["content"] * 3)]
    full, at_once, most = asyncio.Event(), 0, 0

    async def wait_for_the_others(services: Services, event: OutboxEvent) -> None:
        nonlocal at_once, most
        at_once += 1
        most = max(most, at_once)
        if at_once == WIDTHS["content"]:
            full.set()
        await full.wait()
        await stored(event)
        at_once -= 1

    react(wait_for_the_others)
    async with running(services):
        await until_done(*events)

    assert most == WIDTHS["content"]


def test_every_lane_that_an_event_can_have_is_worked_on() -> None:
    assert set(WIDTHS) == set(get_args(OutboxEvent.model_fields["lane"].annotation))


async def test_finding_the_next_event_walks_through_no_collection(mongo: Mongo, clock: Clock) -> None:
    query = {
        "lane": {"$in": ["content", "webhooks"]},
        "state": "waiting",
        "due_at": {"$lte": clock.now},
        "$or": [{"leased_until": None}, {"leased_until": {"$lte": clock.now}}],
        "group": {"$nin": ["busy"]},
    }
    many = [OutboxEvent(name="X", at=clock.now, due_at=clock.now, lane="webhooks", group="busy") for _ in range(500)]
    await OutboxEvent.insert_many(many)
    await happen(clock, lane="webhooks", group="free")

    plan = await mongo.db["outbox"].find(query).sort([("due_at", 1), ("_id", 1)]).limit(1).explain()

    stats = plan["executionStats"]
    assert stats["totalDocsExamined"] <= 2
    assert "COLLSCAN" not in str(plan["queryPlanner"]["winningPlan"])
    assert "'stage': 'SORT'" not in str(plan["queryPlanner"]["winningPlan"])
