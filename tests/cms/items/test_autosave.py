"""Autosaves: nothing is lost, and the history shows one version for each run."""

from collections.abc import Callable
from dataclasses import dataclass, field
from datetime import timedelta
from typing import Any

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from cms.access.actor import SYSTEM, Actor
from cms.items.actions import (
    create_item,
    publish_item,
    restore_version,
    schedule_publication,
    share_item,
    submit_item,
    update_item,
)
from cms.items.actions.keep_schedule import publish_scheduled
from cms.items.autosave import LONGEST_RUN
from cms.items.queries.history import get_version, list_versions
from cms.kernel.errors import Conflict, NotFound
from cms.kernel.services import Services
from storage.documents import Item
from storage.documents.version import FOLDED_SECONDS
from storage.mongo import Mongo
from tests.services import Clock, person

ANA, BEN = person("ana", eccp=["editor"]), person("ben", eccp=["editor"])


@pytest.fixture
async def draft(services: Services, edition_data: Callable[..., dict[str, Any]]) -> Item:
    return await create_item(services, SYSTEM, type="Edition", site="eccp", data=edition_data())


async def autosave(services: Services, actor: Actor, item: Item, **changes: Any) -> Item:
    return await update_item(services, actor, item.id, item.version, changes, autosave=True)


async def shown(services: Services, item: Item) -> list[tuple[int, str, int]]:
    """(version, by, writes), newest first."""
    found = await list_versions(services, item).page(1000)
    return [(one["version"], one["by"], one["writes"]) for one in found]


async def test_autosaves_of_one_person_are_one_version_in_the_history(
    services: Services, draft: Item, clock: Clock
) -> None:
    item, began = draft, clock.now
    for text in ("N", "No", "North"):
        item = await autosave(services, ANA, item, region={"en": text})
        clock.now += timedelta(minutes=1)

    last = await services.repository.history.version(item.id, item.version)
    assert await shown(services, item) == [(4, "ana", 3), (1, "system", 1)]
    assert last and last.data["region"] == {"en": "North"} and last.began_at == began and last.at > began


async def test_an_autosave_that_changes_nothing_makes_no_version(services: Services, draft: Item) -> None:
    item = await autosave(services, ANA, draft, city=draft.data["city"])

    assert item.version == 1 and await shown(services, item) == [(1, "system", 1)]


async def test_a_run_ends_after_ten_minutes(services: Services, draft: Item, clock: Clock) -> None:
    first = await autosave(services, ANA, draft, region={"en": "North"})
    clock.now += LONGEST_RUN
    second = await autosave(services, ANA, first, region={"en": "East"})

    assert await shown(services, second) == [(3, "ana", 1), (2, "ana", 1), (1, "system", 1)]


async def test_whoever_does_something_else_in_between_ends_the_run(
    services: Services, draft: Item, clock: Clock
) -> None:
    async def saved(item: Item) -> None:
        await update_item(services, ANA, item.id, item.version, {"video": f"https://example.org/{item.version}"})

    async def by_somebody_else(item: Item) -> None:
        await autosave(services, BEN, item, attendance=[{"number": f"{item.version}"}])

    async def published(item: Item) -> None:
        await publish_item(services, SYSTEM, item.id, ["en"])

    async def submitted(item: Item) -> None:
        await submit_item(services, ANA, item.id, "cs")

    async def scheduled(item: Item) -> None:
        await schedule_publication(services, SYSTEM, item.id, "en", "2024-06-01T09:00")

    async def shared(item: Item) -> None:
        await share_item(services, SYSTEM, item.id, ["nca"])

    async def restored(item: Item) -> None:
        await restore_version(services, ANA, item.id, item.version)

    await publish_item(services, SYSTEM, draft.id, ["en"])
    item = draft
    for number, step in enumerate((saved, by_somebody_else, published, submitted, scheduled, shared, restored)):
        before = await autosave(services, ANA, item, region={"en": f"Before {number}"})
        await step(before)
        now = await services.repository.items.get(item.id)
        assert now
        item = await autosave(services, ANA, now, region={"en": f"After {number}"})

        versions = {version for version, _by, _writes in await shown(services, item)}
        assert {before.version, item.version} <= versions, step.__name__


async def test_what_is_live_or_planned_keeps_its_version(
    services: Services, draft: Item, clock: Clock, mongo: Mongo
) -> None:
    planned = await autosave(services, ANA, draft, theme={"en": "Planned"})
    await schedule_publication(services, SYSTEM, draft.id, "en", "2024-04-02T20:00")
    item = planned
    for text in ("Later", "Much later"):
        item = await autosave(services, ANA, item, theme={"en": text})
    await mongo.db["versions"].delete_many({"folded_at": {"$ne": None}})  # as MongoDB does after a day

    clock.set("2024-04-02T18:00:00+00:00")
    await publish_scheduled(services, SYSTEM, draft.id, "en", clock.now)

    live = await services.repository.published.by_id(draft.id)
    assert live and live["data"]["theme"] == {"en": "Planned"} and live["version"] == planned.version


async def test_two_windows_of_one_person_merge_and_clash(services: Services, draft: Item) -> None:
    first = await autosave(services, ANA, draft, region={"en": "North"})
    await autosave(services, ANA, draft, video="https://example.org/video")  # from the second window, of before that

    with pytest.raises(Conflict) as conflict:
        await autosave(services, ANA, draft, region={"en": "East"})
    item = await autosave(services, ANA, first, region={"en": "North-East"})  # its base is folded by now

    assert [(clash.at, clash.theirs, clash.yours) for clash in conflict.value.clashes] == [("region", "North", "East")]
    assert item.data["region"] == {"en": "North-East"} and item.data["video"] == "https://example.org/video"
    assert await shown(services, item) == [(4, "ana", 3), (1, "system", 1)]


async def test_a_change_from_a_version_that_is_gone_is_refused_whole(
    services: Services, draft: Item, mongo: Mongo
) -> None:
    old = await autosave(services, ANA, draft, region={"en": "North"})
    await autosave(services, ANA, old, region={"en": "East"})
    await mongo.db["versions"].delete_many({"folded_at": {"$ne": None}})

    with pytest.raises(Conflict) as conflict:
        await autosave(services, ANA, old, region={"en": "West"})

    kept = await services.repository.items.get(draft.id)
    assert conflict.value.version == 3 and kept and kept.data["region"] == {"en": "East"}


async def test_folded_autosaves_go_after_a_day(mongo: Mongo) -> None:
    indexes = await mongo.db["versions"].index_information()

    assert indexes["folded"]["expireAfterSeconds"] == FOLDED_SECONDS == 86_400


async def test_an_autosave_that_is_gone_is_shown_by_the_one_that_stands_for_it(
    services: Services, draft: Item, mongo: Mongo
) -> None:
    item = draft
    for text in ("N", "No", "North"):
        item = await autosave(services, ANA, item, region={"en": text})
    item = await update_item(services, ANA, item.id, item.version, {"region": {"en": "North-East"}})
    at_once = await get_version(services, ANA, item.id, 2)
    await mongo.db["versions"].delete_many({"folded_at": {"$ne": None}})

    found = [await get_version(services, ANA, item.id, number) for number in (1, 2, 3, 4, 5)]

    assert at_once.version == 2 and [one.version for one in found] == [1, 4, 4, 4, 5]
    for number in (0, 6):
        with pytest.raises(NotFound):
            await get_version(services, ANA, item.id, number)


async def test_the_audit_trail_names_each_field_of_a_run_once(services: Services, draft: Item, mongo: Mongo) -> None:
    item = draft
    for number in range(3):
        item = await autosave(services, ANA, item, region={"en": f"North {number}"})
    item = await autosave(services, ANA, item, video="https://example.org/video")
    await autosave(services, ANA, item, region={"en": "East"})

    entries = await mongo.db["audit"].find({"item": draft.id, "action": "update_item"}).sort("_id", 1).to_list(None)
    events = await mongo.db["outbox"].count_documents({"item": draft.id, "name": "ItemUpdated"})
    assert [(one["version"], one["details"]) for one in entries] == [
        (2, {"fields": ["region"], "autosave": True}),
        (5, {"fields": ["video"], "autosave": True}),
    ]
    assert events == 5


TABS = st.sampled_from([("ana", 0), ("ana", 1), ("ben", 0), ("ben", 1)])
STEPS = st.lists(st.tuples(TABS, st.integers(0, 2), st.sampled_from(["save", "auto", "auto", "auto"])), max_size=14)
TEXTS = ("region", "theme", "target_group")


@dataclass
class Tab:
    """A window: what it knows to be stored, and of which version."""

    actor: Actor
    version: int
    data: dict[str, Any]


@dataclass
class World:
    """What should be stored at the end, and the runs that there were: who, and whether the next autosave goes on."""

    stored: dict[str, Any]
    writers: list[tuple[str, bool]] = field(default_factory=list)

    def runs(self) -> int:
        followed = zip(self.writers, self.writers[1:], strict=False)
        return len(self.writers) - sum(one == other and one[1] for one, other in followed)


@settings(max_examples=30, suppress_health_check=[HealthCheck.function_scoped_fixture, HealthCheck.too_slow])
@given(steps=STEPS)
async def test_no_interleaving_of_two_people_in_two_windows_loses_anything(
    services: Services, sites: None, steps: list[tuple[tuple[str, int], int, str]]
) -> None:
    item = await create_item(services, SYSTEM, type="Edition", site="eccp", data={"city": {"en": "Iași"}}, slugs={})
    world, people = World(dict(item.data)), {"ana": ANA, "ben": BEN}
    tabs = {(name, tab): Tab(people[name], 1, dict(item.data)) for name in people for tab in (0, 1)}

    for number, (key, choice, how) in enumerate(steps):
        tab, name = tabs[key], TEXTS[choice]
        text = {"en": f"{key} {number}"}
        is_contested = world.stored.get(name) != tab.data.get(name)
        write = update_item(services, tab.actor, item.id, tab.version, {name: text}, autosave=how == "auto")
        if is_contested:
            with pytest.raises(Conflict) as conflict:
                await write
            assert [clash.at for clash in conflict.value.clashes] == [name]
            now = await services.repository.items.get(item.id)
        else:
            now = await write
            world.stored[name] = text
            world.writers.append((tab.actor.id, how == "auto"))
        assert now and now.data == world.stored
        tab.version, tab.data = now.version, dict(now.data)

    versions = await shown(services, item)
    assert len(versions) == 1 + world.runs()
    assert sum(writes for _version, _by, writes in versions) == 1 + len(world.writers)
    last = await services.repository.history.version(item.id, versions[0][0])
    assert last and last.data == world.stored
