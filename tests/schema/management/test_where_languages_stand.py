"""Where each language of an item stands, for lists and forms: what is live is never told to be a draft, and whatever
is written in a language is told."""

from collections.abc import Awaitable, Callable
from typing import Any

import pytest

from cms.access.actor import SYSTEM
from cms.items.actions import create_item, schedule_publication, update_item
from cms.kernel.services import Services
from cms.worker import Worker
from storage.documents import Item
from storage.live_states import LIVE_STATES
from storage.mongo import Mongo
from tests.schema.management.conftest import Ask
from tests.services import Clock, Publish, person

STATES = "query ($id: ID!) { item(id: $id) { states { locale state liveVersion isChanged isSentBack } } }"
LIST = "query ($filter: ItemFilterInput) { items(filter: $filter, first: 100) { nodes { id } } }"
Find = Callable[..., Awaitable[set[str]]]
EDITOR = person("editor", eccp=["editor"])


@pytest.fixture
async def live(services: Services, make_edition: Publish) -> Item:
    """Live in English and Czech, with a new Czech text."""
    edition = await make_edition(locales=["en", "cs"])
    return await update_item(services, SYSTEM, edition.id, 1, {"theme": {"cs": "Dovednosti"}})


@pytest.fixture
def standing(ask: Ask) -> Ask:
    async def read(id: str, locale: str) -> dict[str, Any]:
        states = (await ask(EDITOR, STATES, id=id))["item"]["states"]
        return next(
            {name: value for name, value in one.items() if name != "locale"}
            for one in states
            if one["locale"] == locale
        )

    return read


@pytest.fixture
def found(ask: Ask) -> Find:
    async def ids(**filter: Any) -> set[str]:
        return {node["id"] for node in (await ask(EDITOR, LIST, filter=filter))["items"]["nodes"]}

    return ids


async def test_a_live_text_that_was_sent_back_is_live_with_changes_sent_back(
    do: Ask, live: Item, standing: Ask, found: Find
) -> None:
    kept = {"liveVersion": 1, "isChanged": True}

    await do(EDITOR, "submitItem", id=live.id, locale="cs")
    assert await standing(live.id, "cs") == {"state": "pending", "isSentBack": False, **kept}
    assert live.id in await found(state="PENDING", locale="cs") & await found(state="PUBLISHED", locale="cs")

    await do(EDITOR, "sendBackItem", id=live.id, locale="cs", comment="Name the region.")
    assert await standing(live.id, "cs") == {"state": "published", "isSentBack": True, **kept}
    assert live.id in await found(state="PUBLISHED", locale="cs")
    assert live.id not in await found(state="PRIVATE") | await found(state="PENDING")

    await do(EDITOR, "submitItem", id=live.id, locale="cs")
    assert (await standing(live.id, "cs"))["isSentBack"] is False


async def test_a_live_text_that_was_withdrawn_from_review_is_live_and_publishing_ends_what_was_sent_back(
    do: Ask, live: Item, standing: Ask
) -> None:
    await do(EDITOR, "submitItem", id=live.id, locale="cs")
    await do(EDITOR, "withdrawItem", id=live.id, locale="cs")
    withdrawn = {"state": "published", "liveVersion": 1, "isChanged": True, "isSentBack": False}
    assert await standing(live.id, "cs") == withdrawn

    await do(EDITOR, "submitItem", id=live.id, locale="cs")
    await do(EDITOR, "sendBackItem", id=live.id, locale="cs", comment="Name the region.")
    await do(EDITOR, "publishItem", id=live.id, locales=["cs"])
    published = {"state": "published", "liveVersion": 2, "isChanged": False, "isSentBack": False}
    assert await standing(live.id, "cs") == published


async def test_a_draft_that_was_never_live_and_was_sent_back_is_a_draft(
    do: Ask, draft: Item, standing: Ask, found: Find
) -> None:
    await do(EDITOR, "submitItem", id=draft.id, locale="cs")
    await do(EDITOR, "sendBackItem", id=draft.id, locale="cs", comment="Name the region.")

    sent_back = {"state": "private", "liveVersion": None, "isChanged": False, "isSentBack": True}
    assert await standing(draft.id, "cs") == sent_back
    assert draft.id in await found(state="PRIVATE", locale="cs")


async def test_a_draft_that_was_changed_after_it_was_scheduled_is_live_with_changes_when_its_moment_has_come(
    services: Services, draft: Item, clock: Clock, standing: Ask
) -> None:
    await schedule_publication(services, SYSTEM, draft.id, "en", "2024-05-31T18:00")
    await update_item(services, SYSTEM, draft.id, 1, {"theme": {"en": "Half a thought"}})

    clock.set("2024-06-01T00:00:00+00:00")
    while await Worker(services).step():
        pass

    changed = {"state": "published", "liveVersion": 1, "isChanged": True, "isSentBack": False}
    assert await standing(draft.id, "en") == changed


async def test_what_earlier_releases_stored_as_a_draft_is_live_when_visitors_see_it(
    mongo: Mongo, live: Item, standing: Ask, found: Find
) -> None:
    before = {"states.cs.state": "private", "states.en.state": "pending"}
    before |= {"stages": ["cs", "en", "pending", "pending/en", "private", "private/cs"]}
    await mongo.db["items"].update_one({"_id": live.id}, {"$set": before, "$unset": {"states.cs.is_sent_back": ""}})

    for _time in range(2):
        await LIVE_STATES.apply(mongo)

    assert (await standing(live.id, "cs"))["state"] == "published"
    assert (await standing(live.id, "en"))["state"] == "pending"
    assert live.id in await found(state="PUBLISHED", locale="cs") & await found(state="PUBLISHED", locale="en")
    assert live.id not in await found(state="PRIVATE")


async def test_a_language_of_an_item_without_addresses_is_told_and_found(
    mongo: Mongo, sites: None, do: Ask, found: Find
) -> None:
    talk = {"type": "PresentationFile", "site": "eccp", "data": {"title": {"cs": "Regionální klastry"}}}
    made = (await do(EDITOR, "createItem", **talk))["item"]

    assert made["states"] == [{"locale": "cs", "state": "private", "liveVersion": None}]
    assert await found(type="PresentationFile", state="PRIVATE", locale="cs") == {made["id"]}
    await mongo.db["items"].update_one({"_id": made["id"]}, {"$set": {"stages": ["private"]}})
    await LIVE_STATES.apply(mongo)
    assert await found(type="PresentationFile", state="PRIVATE", locale="cs") == {made["id"]}


async def test_an_item_of_facts_alone_can_go_live_in_every_language_of_its_sites(
    services: Services, sites: None, ask: Ask
) -> None:
    made = await create_item(services, SYSTEM, type="PresentationFile", site="nca", data={"licence": "CC BY"})

    states = (await ask(person("admin", everywhere=["administrator"]), STATES, id=made.id))["item"]["states"]
    assert [(one["locale"], one["state"]) for one in states] == [("cs", "private"), ("en", "private")]
