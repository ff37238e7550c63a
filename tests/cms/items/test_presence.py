"""Who else is editing an item."""

from collections.abc import Callable
from datetime import timedelta
from typing import Any

import pytest

from cms.access.actor import SYSTEM, Actor
from cms.items.actions import announce_presence, create_item, leave_presence
from cms.items.actions.announce_presence import LASTS
from cms.kernel.errors import Invalid, NotFound, NotPermitted
from cms.kernel.services import Services
from storage.documents import Item
from storage.mongo import Mongo
from tests.services import Clock, person

ANA, BEN = person("ana", eccp=["editor"]), person("ben", eccp=["editor"])


@pytest.fixture
async def draft(services: Services, edition_data: Callable[..., dict[str, Any]]) -> Item:
    return await create_item(services, SYSTEM, type="Edition", site="eccp", data=edition_data())


async def others(services: Services, actor: Actor, item: Item) -> list[tuple[str, str, str | None]]:
    found = await services.repository.presences.on([item.id], services.clock(), but=actor.id)
    return [(one.person, one.field, one.locale) for one in found[item.id]]


async def test_others_see_where_one_is_and_oneself_does_not(services: Services, draft: Item, mongo: Mongo) -> None:
    await announce_presence(services, ANA, draft.id, field="theme", locale="cs")
    await announce_presence(services, ANA, draft.id, field="days.a.label", locale="en")

    assert (
        await others(services, BEN, draft) == [("ana", "days.a.label", "en")]
        and await others(services, ANA, draft) == []
    )
    assert await mongo.db["presence"].count_documents({}) == 1


async def test_whoever_is_silent_is_not_there_any_more(services: Services, draft: Item, clock: Clock) -> None:
    await announce_presence(services, ANA, draft.id)
    clock.now += LASTS - timedelta(seconds=1)
    assert await others(services, BEN, draft) == [("ana", "", None)]
    clock.now += timedelta(seconds=1)
    assert await others(services, BEN, draft) == [], "though MongoDB has not swept yet"
    await announce_presence(services, ANA, draft.id)
    assert await others(services, BEN, draft) == [("ana", "", None)]


async def test_whoever_leaves_is_gone_at_once_and_only_they(services: Services, draft: Item) -> None:
    for actor in (ANA, BEN):
        await announce_presence(services, actor, draft.id)

    await leave_presence(services, ANA, draft.id)
    await leave_presence(services, ANA, draft.id)

    assert await others(services, SYSTEM, draft) == [("ben", "", None)]


async def test_a_heartbeat_leaves_no_other_trace(services: Services, draft: Item, mongo: Mongo) -> None:
    names = ("items", "versions", "audit", "outbox")
    before = [await mongo.db[name].find().to_list(None) for name in names]

    await announce_presence(services, ANA, draft.id)

    assert [await mongo.db[name].find().to_list(None) for name in names] == before


@pytest.mark.parametrize(
    ("actor", "refusal"),
    [(person("rea", eccp=["call_reviewer"]), NotPermitted), (person("nina", nca=["editor"]), NotFound)],
    ids=lambda value: getattr(value, "id", ""),
)
async def test_only_who_may_edit_it_is_there(
    services: Services, draft: Item, mongo: Mongo, actor: Actor, refusal: type[Exception]
) -> None:
    for attempt in (announce_presence(services, actor, draft.id), leave_presence(services, actor, draft.id)):
        with pytest.raises(refusal):
            await attempt

    assert await mongo.db["presence"].count_documents({}) == 0


async def test_a_place_is_bounded(services: Services, draft: Item) -> None:
    with pytest.raises(Invalid):
        await announce_presence(services, ANA, draft.id, field="x" * 301)


async def test_presence_is_swept_by_the_database(mongo: Mongo) -> None:
    indexes = await mongo.db["presence"].index_information()

    assert indexes["expires"]["expireAfterSeconds"] == 0
