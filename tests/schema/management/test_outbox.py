"""Parked events through the management schema: seen, retried and dropped; rights are in `rows/outbox.py`."""

from datetime import timedelta
from typing import Any

import pytest

from cms.access.actor import RIGHTS, SYSTEM, Actor
from cms.items.actions.retry_event import drop_event
from cms.kernel.errors import TransitionNotAllowed
from cms.kernel.services import Services
from cms.worker import Worker
from storage.documents import OutboxEvent
from storage.mongo import Mongo
from tests.schema.management.conftest import Ask
from tests.services import Clock, person

MANAGER = person("manager", eccp=["administrator"])
NAMES = {"retryEvent": "event { id state }", "dropEvent": "event { id state }", "retryParkedEvents": "retried"}
FIGURES = "{ due scheduled parked oldestDueAt parkedByName { name count } }"
LIST = """query ($filter: OutboxFilterInput, $first: Int!, $after: String) {
  outbox(filter: $filter, first: $first, after: $after) {
    totalCount pageInfo { endCursor hasNextPage }
    nodes { id name at item type site locale version state dueAt tries leasedUntil error doneAt }
  }
}"""


async def event(clock: Clock, state: str = "parked", **facts: Any) -> OutboxEvent:
    given = {"name": "MailQueued", "site": "eccp", "due_at": clock.now, "payload": {"mail": "private"}, **facts}
    return await OutboxEvent(at=clock.now, state=state, tries=8, error="RuntimeError: away", **given).insert()


async def do(ask: Ask, actor: Actor, name: str, /, **input: Any) -> dict[str, Any]:
    kind = name[0].upper() + name[1:]
    text = f"mutation ($input: {kind}Input!) {{ {name}(input: $input) {{ {NAMES[name]} refusal {{ code }} }} }}"
    return (await ask(actor, text, input=input))[name]


def input_of(name: str, event: OutboxEvent) -> dict[str, Any]:
    return {"name": event.name} if name == "retryParkedEvents" else {"id": event.id}


async def stored(mongo: Mongo) -> list[list[dict[str, Any]]]:
    return [await mongo.db[name].find().sort("_id", 1).to_list(None) for name in ("outbox", "audit")]


@pytest.mark.parametrize("site", ["nca", ""])
@pytest.mark.parametrize("name", NAMES)
async def test_events_of_another_site_and_of_none_are_not_found(
    ask: Ask, clock: Clock, mongo: Mongo, name: str, site: str
) -> None:
    parked = await event(clock, site=site)
    before = await stored(mongo)

    assert (await do(ask, MANAGER, name, **input_of(name, parked)))["refusal"]["code"] == "NOT_FOUND"
    assert await stored(mongo) == before
    assert (await do(ask, SYSTEM, name, **input_of(name, parked)))["refusal"] is None


@pytest.mark.parametrize("state", ["waiting", "done", "dropped"])
@pytest.mark.parametrize("name", ["retryEvent", "dropEvent"])
async def test_only_parked_ones_can_be_retried_or_dropped(
    ask: Ask, clock: Clock, mongo: Mongo, name: str, state: str
) -> None:
    """One that is scheduled would otherwise be done too early."""
    other = await event(clock, state)
    before = await stored(mongo)

    assert (await do(ask, MANAGER, name, id=other.id))["refusal"]["code"] == "TRANSITION_NOT_ALLOWED"
    assert await stored(mongo) == before


async def test_a_retried_event_is_worked_on_with_all_its_tries(ask: Ask, clock: Clock, services: Services) -> None:
    parked = await event(clock, name="NothingFollowsFromThis")
    clock.now += timedelta(days=3)

    result = await do(ask, MANAGER, "retryEvent", id=parked.id)
    assert result["event"] == {"id": parked.id, "state": "WAITING"}
    assert await Worker(services).step()

    done = await OutboxEvent.get(parked.id)
    assert done and (done.state, done.tries, done.error) == ("done", 1, None)


async def test_a_dropped_event_is_never_worked_on_and_goes_by_itself(
    ask: Ask, clock: Clock, services: Services
) -> None:
    parked = await event(clock)

    await do(ask, MANAGER, "dropEvent", id=parked.id)
    assert not await Worker(services).step()

    dropped = await OutboxEvent.get(parked.id)
    assert dropped and (dropped.state, dropped.done_at) == ("dropped", clock.now)
    with pytest.raises(TransitionNotAllowed):
        await drop_event(services, MANAGER, parked.id)


async def test_all_of_a_name_are_retried_and_no_others(ask: Ask, clock: Clock) -> None:
    for facts in ({}, {}, {"name": "Other"}, {"site": "nca"}, {"state": "done"}):
        await event(clock, **facts)

    result = await do(ask, MANAGER, "retryParkedEvents", name="MailQueued")

    assert result["retried"] == 2
    left = [(one.name, one.site) async for one in OutboxEvent.find({"state": "parked"})]
    assert sorted(left) == [("MailQueued", "nca"), ("Other", "eccp")]


async def test_the_list_is_narrowed_and_paged_and_shows_no_payload(ask: Ask, answer: Ask, clock: Clock) -> None:
    for number in range(5):
        clock.now += timedelta(seconds=1)
        await event(clock, item=f"{number:024}")
    await event(clock, "done")
    await event(clock, name="Other")
    await event(clock, site="nca")
    wanted = {"state": "PARKED", "name": "MailQueued", "site": "eccp"}

    first = (await ask(MANAGER, LIST, filter=wanted, first=3))["outbox"]
    rest = (await ask(MANAGER, LIST, filter=wanted, first=3, after=first["pageInfo"]["endCursor"]))["outbox"]

    assert first["totalCount"] == 5
    assert [int(one["item"]) for one in (*first["nodes"], *rest["nodes"])] == [4, 3, 2, 1, 0]
    assert first["nodes"][0]["error"] == "RuntimeError: away"
    assert "private" not in str(first)
    refused = await answer(MANAGER, "{ outbox(first: 1) { nodes { payload } } }")
    assert "errors" in refused


async def test_those_without_the_right_see_nothing(ask: Ask, clock: Clock) -> None:
    await event(clock)
    query = f"{{ outboxFigures {FIGURES} outbox(first: 5) {{ totalCount }} }}"

    others = [person(role, eccp=[role]) for role in RIGHTS if role != "administrator"]
    for actor in (*others, person("nobody")):
        assert await ask(actor, query) == {"outboxFigures": None, "outbox": {"totalCount": 0}}
    assert await ask(person("neighbour", nca=["administrator"]), query) == {
        "outboxFigures": {"due": 0, "scheduled": 0, "parked": 0, "oldestDueAt": None, "parkedByName": []},
        "outbox": {"totalCount": 0},
    }


async def test_figures_say_what_waits_since_when(ask: Ask, clock: Clock) -> None:
    began = clock.now
    await event(clock, "waiting")
    clock.now += timedelta(minutes=5)
    await event(clock, "waiting")
    await event(clock, "waiting", due_at=clock.now + timedelta(days=1))
    await event(clock, "done")
    for name in ("A", "B", "B"):
        await event(clock, name=name)

    found = await ask(MANAGER, f"{{ outboxFigures {FIGURES} }}")

    assert found["outboxFigures"] == {
        "due": 2,
        "scheduled": 1,
        "parked": 3,
        "oldestDueAt": began.isoformat(),
        "parkedByName": [{"name": "B", "count": 2}, {"name": "A", "count": 1}],
    }
