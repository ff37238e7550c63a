"""The worker and the outbox: nothing lost, nothing for ever, nothing twice at the same time, nothing held up."""

import asyncio
from collections.abc import AsyncIterator, Callable, Sequence
from contextlib import asynccontextmanager
from dataclasses import replace
from datetime import datetime, timedelta
from typing import Any, get_args

import pytest

from cms import worker as workers
from cms.access import SYSTEM
from cms.actions import publish_item, update_item
from cms.desk import Desk
from cms.reactions import Reaction
from cms.settings import load_settings
from cms.work.lanes import PER_GROUP, WIDTHS
from cms.work.outcome import wait
from cms.worker import MAX_TRIES, Postponed, Worker
from storage.documents import OutboxEvent
from storage.documents.outbox_event import KEPT_SECONDS
from storage.errors import Unavailable
from storage.mongo import Mongo, Session
from tests.desk import Clock, Publish

MINUTE = timedelta(minutes=1)
React = Callable[..., None]


async def drain(desk: Desk) -> None:
    worker = Worker(desk)
    while await worker.step():
        pass


async def states() -> set[str]:
    return {event.state async for event in OutboxEvent.find_all()}


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
async def running(desk: Desk, count: int = 1) -> AsyncIterator[None]:
    """Workers at work, with what they were asked to finish inside the block."""
    stop = asyncio.Event()
    async with asyncio.timeout(30), asyncio.TaskGroup() as group:
        for _ in range(count):
            group.create_task(Worker(desk).run(stop))
        try:
            yield
        finally:
            stop.set()


async def until_done(*events: OutboxEvent) -> None:
    while {(await stored(event)).state for event in events} != {"done"}:
        await asyncio.sleep(0.005)


async def test_every_event_is_worked_on_once(desk: Desk, make_edition: Publish) -> None:
    await make_edition()

    await drain(desk)

    assert await states() == {"done"}
    assert {event.tries async for event in OutboxEvent.find_all()} == {1}


async def test_a_sites_new_language_shows_its_items_there_without_publishing_them_again(
    desk: Desk, sites: None, make_edition: Publish
) -> None:
    edition = await make_edition()
    site = await desk.repository.published.find_one({"type": "Site", "data.key": "eccp"})
    assert site
    await update_item(desk, SYSTEM, site["_id"], 1, {"locales": ["en", "bg"]})
    await publish_item(desk, SYSTEM, site["_id"], ["en"])

    before = await desk.repository.published.find_one({"_id": edition.id})
    await drain(desk)

    live = await desk.repository.published.find_one({"_id": edition.id})
    assert before and before["channels"] == ["eccp/en", "nca/cs", "nca/en"]
    assert live and live["channels"] == ["eccp/en", "eccp/bg", "nca/cs", "nca/en"]
    assert "eccp/bg/editions/iasi-2023" in live["addresses"]


async def test_a_failing_reaction_is_retried_later_and_parked_at_last(desk: Desk, clock: Clock, react: React) -> None:
    event = await happen(clock)

    async def fail(desk: Desk, event: OutboxEvent) -> None:
        raise RuntimeError("the server at https://name:hunter2@mail.example.org is away")

    react(fail)
    worker = Worker(desk)

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
    desk: Desk, clock: Clock, react: React
) -> None:
    event = await happen(clock)
    called: list[str] = []

    async def first(desk: Desk, event: OutboxEvent) -> None:
        called.append("first")

    async def second(desk: Desk, event: OutboxEvent) -> None:
        called.append("second")
        if called.count("second") < 3:
            raise RuntimeError("not yet")

    async def third(desk: Desk, event: OutboxEvent) -> None:
        called.append("third")

    react(first, second, third)

    for _ in range(3):
        assert await Worker(desk).step()
        clock.now += timedelta(hours=1)

    assert called == ["first", "second", "third", "second", "second"]
    assert (await stored(event)).state == "done"


async def test_a_postponed_event_comes_back_at_its_time_however_often(desk: Desk, clock: Clock, react: React) -> None:
    event = await happen(clock)

    async def not_now(desk: Desk, event: OutboxEvent) -> None:
        raise Postponed(clock.now + timedelta(hours=5), "nobody is there")

    react(not_now)
    for _ in range(MAX_TRIES * 2):
        assert await Worker(desk).step()
        assert not await Worker(desk).step()
        clock.now += timedelta(hours=5)

    waits = await stored(event)
    assert (waits.state, waits.tries, waits.error) == ("waiting", 0, "nobody is there")


async def test_an_engine_that_is_away_is_waited_for_however_long(desk: Desk, clock: Clock, react: React) -> None:
    event = await happen(clock)

    async def away(desk: Desk, event: OutboxEvent) -> None:
        raise Unavailable("s3")

    react(away)
    for _ in range(MAX_TRIES * 2):
        assert await Worker(desk).step()
        clock.now += timedelta(hours=1)
    waits = await stored(event)
    assert (waits.state, waits.error) == ("waiting", "Unavailable: s3 is not available")

    react()
    assert await Worker(desk).step()
    assert (await stored(event)).state == "done"


async def test_an_event_of_a_worker_that_died_is_taken_over_when_its_lease_ends(desk: Desk, clock: Clock) -> None:
    outbox = desk.repository.outbox
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
    desk: Desk, clock: Clock, react: React
) -> None:
    event = await happen(clock)
    begun: list[str] = []

    async def deadly(desk: Desk, event: OutboxEvent) -> None:
        begun.append(event.id)

    react(deadly)
    for _ in range(MAX_TRIES):
        assert await desk.repository.outbox.lease("dies", clock.now, clock.now + MINUTE, list(WIDTHS))
        clock.now += MINUTE

    assert await Worker(desk).step()

    parked = await stored(event)
    assert parked.state == "parked" and begun == []
    assert parked.error == "Begun 8 times, and each time its worker ended in the middle."


def with_lease(desk: Desk, seconds: float) -> Desk:
    """By the real clock, as leases are kept while time goes on."""
    settings = load_settings(worker_lease_seconds=seconds)
    return replace(desk, clock=lambda: datetime.now(tz=desk.clock().tzinfo), settings=settings)


async def test_a_reaction_longer_than_its_lease_keeps_its_event(desk: Desk, clock: Clock, react: React) -> None:
    desk, event, runs = with_lease(desk, 0.5), await happen(clock), []

    async def long(desk: Desk, event: OutboxEvent) -> None:
        runs.append(event.id)
        first = (await stored(event)).leased_until
        while (await stored(event)).leased_until == first:  # until it has been renewed
            await asyncio.sleep(0.01)
        assert first
        while datetime.now(tz=first.tzinfo) < first:  # and beyond its first end
            await asyncio.sleep(0.01)

    react(long)
    async with running(desk, count=3):
        await until_done(event)

    assert runs == [event.id]


async def test_a_reaction_whose_lease_was_lost_is_stopped_and_records_nothing(
    desk: Desk, clock: Clock, react: React, mongo: Mongo
) -> None:
    desk, event, ends = with_lease(desk, 0.5), await happen(clock), []

    async def robbed(desk: Desk, event: OutboxEvent) -> None:
        await mongo.db["outbox"].update_one({"_id": event.id}, {"$set": {"leased_by": "another"}})
        try:
            await asyncio.sleep(60)
        except asyncio.CancelledError:
            ends.append("stopped")
            raise

    react(robbed)
    assert await Worker(desk).step()

    left = await stored(event)
    assert ends == ["stopped"]
    assert (left.state, left.leased_by) == ("waiting", "another")


async def test_a_lease_outlives_a_moment_without_the_database(
    desk: Desk, clock: Clock, react: React, monkeypatch: pytest.MonkeyPatch
) -> None:
    desk, event, missed = with_lease(desk, 0.5), await happen(clock), asyncio.Event()
    renew = desk.repository.outbox.renew

    async def away_once(*args: Any) -> bool:
        if missed.is_set():
            return await renew(*args)
        missed.set()
        raise Unavailable("mongodb")

    monkeypatch.setattr(desk.repository.outbox, "renew", away_once)

    async def patient(desk: Desk, event: OutboxEvent) -> None:
        await missed.wait()

    react(patient)
    assert await Worker(desk).step()

    assert (await stored(event)).state == "done"


async def test_slow_webhooks_do_not_hold_up_publications(desk: Desk, clock: Clock, react: React) -> None:
    slow = [await happen(clock, lane="webhooks", group=f"webhook {n}") for n in range(WIDTHS["webhooks"] + 3)]
    clock.now += MINUTE
    publication = await happen(clock, lane="content")
    release = asyncio.Event()

    async def hang(desk: Desk, event: OutboxEvent) -> None:
        if event.lane == "webhooks":
            await release.wait()

    react(hang)
    async with running(desk):
        await until_done(publication)
        assert {(await stored(one)).state for one in slow} == {"waiting"}
        release.set()
        await until_done(*slow)


async def test_one_slow_webhook_does_not_hold_up_the_others(desk: Desk, clock: Clock, react: React) -> None:
    slow = [await happen(clock, lane="webhooks", group="slow") for _ in range(WIDTHS["webhooks"] * 3)]
    clock.now += MINUTE
    quick = await happen(clock, lane="webhooks", group="quick")
    release, at_once, most = asyncio.Event(), 0, 0

    async def hang(desk: Desk, event: OutboxEvent) -> None:
        nonlocal at_once, most
        if event.group == "slow":
            at_once += 1
            most = max(most, at_once)
            await release.wait()
            at_once -= 1

    react(hang)
    async with running(desk):
        await until_done(quick)
        assert most == PER_GROUP
        release.set()
        await until_done(*slow)

    assert most == PER_GROUP


async def test_a_worker_does_no_more_at_once_than_its_lane_is_wide(desk: Desk, clock: Clock, react: React) -> None:
    events = [await happen(clock) for _ in range(30)]
    at_once, most = 0, 0

    async def count(desk: Desk, event: OutboxEvent) -> None:
        nonlocal at_once, most
        at_once += 1
        most = max(most, at_once)
        await stored(event)
        at_once -= 1

    react(count)
    async with running(desk):
        await until_done(*events)

    assert 1 < most <= WIDTHS["content"]


async def test_what_is_committed_beside_a_worker_wakes_it_at_once(
    desk: Desk, clock: Clock, react: React, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(workers, "IDLE_SECONDS", 3600)
    looked, take = asyncio.Event(), desk.repository.outbox.lease

    async def noted(*args: Any) -> OutboxEvent | None:
        found = await take(*args)
        looked.set()
        return found

    monkeypatch.setattr(desk.repository.outbox, "lease", noted)
    react()
    event = OutboxEvent(name="SomethingHappened", at=clock.now, due_at=clock.now)
    async with running(desk):
        await looked.wait()
        await desk.transact(lambda session: desk.repository.outbox.add(event, session))
        await until_done(event)


async def test_a_worker_looks_again_only_when_there_may_be_something(
    desk: Desk, clock: Clock, react: React, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(workers, "IDLE_SECONDS", 3600)
    looks, lease = 0, desk.repository.outbox.lease

    async def noted(*args: Any) -> OutboxEvent | None:
        nonlocal looks
        found = await lease(*args)
        looks += 1
        return found

    async def unrelated(session: Session) -> None:
        await desk.repository.serialize("something else", session)

    monkeypatch.setattr(desk.repository.outbox, "lease", noted)
    react()
    event = await happen(clock)
    async with running(desk):
        await until_done(event)
        await desk.transact(unrelated)
        await asyncio.sleep(0.1)

    assert looks == 2  # it found the event, and that there is no other one


@pytest.mark.parametrize("fault", [Unavailable("mongodb"), RuntimeError("no such thing")], ids=str)
async def test_a_worker_goes_on_after_a_fault_of_the_database(
    desk: Desk, clock: Clock, react: React, monkeypatch: pytest.MonkeyPatch, fault: Exception
) -> None:
    monkeypatch.setattr(workers, "IDLE_SECONDS", 0.01)
    lease, faults = desk.repository.outbox.lease, [fault, fault]

    async def faulty(*args: Any) -> OutboxEvent | None:
        if faults:
            raise faults.pop()
        return await lease(*args)

    monkeypatch.setattr(desk.repository.outbox, "lease", faulty)
    react()
    event = await happen(clock)

    async with running(desk):
        await until_done(event)

    assert faults == []


async def test_a_worker_that_is_told_to_stop_ends_what_it_began(desk: Desk, clock: Clock, react: React) -> None:
    event, begun, go_on = await happen(clock), asyncio.Event(), asyncio.Event()

    async def long(desk: Desk, event: OutboxEvent) -> None:
        begun.set()
        await go_on.wait()

    react(long)
    stop = asyncio.Event()
    task = asyncio.create_task(Worker(desk).run(stop))
    await begun.wait()
    stop.set()
    await asyncio.sleep(0)
    go_on.set()
    await task

    assert (await stored(event)).state == "done"


async def test_what_does_not_end_in_time_is_given_back_for_others_to_begin_at_once(
    desk: Desk, clock: Clock, react: React, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(workers, "GRACE_SECONDS", 0.01)
    event, begun = await happen(clock), asyncio.Event()

    async def endless(desk: Desk, event: OutboxEvent) -> None:
        begun.set()
        await asyncio.Event().wait()

    react(endless)
    stop = asyncio.Event()
    task = asyncio.create_task(Worker(desk).run(stop))
    await begun.wait()
    stop.set()
    await task

    given_back = await stored(event)
    assert (given_back.state, given_back.leased_by, given_back.leased_until) == ("waiting", None, None)
    assert given_back.tries == 0


async def test_a_worker_that_falls_over_begins_anew(
    desk: Desk, clock: Clock, react: React, monkeypatch: pytest.MonkeyPatch
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

    async with workers.worker_beside(desk):
        await until_done(event)

    assert faults == []


def test_every_lane_that_an_event_can_have_is_worked_on() -> None:
    assert set(WIDTHS) == set(get_args(OutboxEvent.model_fields["lane"].annotation))


async def test_done_events_go_by_themselves_after_two_weeks(desk: Desk, clock: Clock, mongo: Mongo) -> None:
    event = await happen(clock)
    await drain(desk)

    indexes = await mongo.db["outbox"].index_information()

    assert (await stored(event)).done_at == clock.now
    assert indexes["done"]["key"] == [("done_at", 1)]
    assert indexes["done"]["expireAfterSeconds"] == KEPT_SECONDS == 14 * 86400


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
