"""A picture in a text has words in the language that is published, whichever way it goes live."""

from collections.abc import Callable
from typing import Any

import pytest

from cms.access.actor import SYSTEM
from cms.files.facts import file_facts
from cms.files.store_bytes import store_bytes
from cms.items.actions import (
    add_to_release,
    create_item,
    create_release,
    publish_item,
    publish_override,
    publish_release,
    publish_with_targets,
    schedule_publication,
    schedule_release,
    share_item,
    update_item,
    update_override,
)
from cms.items.actions.keep_schedule import publish_scheduled
from cms.kernel.errors import Invalid
from cms.kernel.services import Services
from storage.documents import Item, ReleaseEntry
from tests.cms.files import samples
from tests.services import Clock

Facts = Callable[..., dict[str, Any]]
AT = "2024-05-31T18:00"


def text(file: str, alt: str | None = None) -> dict[str, Any]:
    return {"type": "doc", "content": [{"type": "image", "attrs": {"file": file, "alt": alt, "caption": None}}]}


def inside(document: dict[str, Any]) -> dict[str, Any]:
    quote = {"type": "blockquote", "content": document["content"]}
    return {"type": "doc", "content": [quote]}


async def news(services: Services, body: list[dict[str, Any]], **changes: Any) -> Item:
    data = {"title": {"en": "News"}, "kind": "news", "published_at": "2024-04-01", "lead": {"en": "Lead"}}
    data |= {"body": {"en": body}, **changes}
    return await create_item(services, SYSTEM, type="NewsItem", site="eccp", data=data, slugs={"en": "news"})


def block(document: dict[str, Any]) -> dict[str, Any]:
    return {"kind": "text", "body": document}


async def refused(work: Any) -> list[tuple[str, str | None]]:
    with pytest.raises(Invalid) as error:
        await work
    assert "harbour.png" in str(error.value.problems[0].message)
    return [(one.code, one.locale) for one in error.value.problems]


@pytest.fixture
async def czech_only(services: Services, sites: None) -> Item:
    facts = file_facts(await store_bytes(services.store, samples.image(), "harbour.png"))
    data = {"filename": "harbour.png", "alt": {"cs": "Přístav"}}
    return await create_item(services, SYSTEM, type="FileAsset", site="eccp", data=data, facts=facts)


BARE = [("ALT_MISSING", "en")]


@pytest.mark.parametrize("way", ["now", "together", "later", "release", "release later"])
async def test_it_stops_every_way_of_going_live(services: Services, czech_only: Item, way: str) -> None:
    item = await news(services, [block(inside(text(czech_only.id)))])
    release = await create_release(services, SYSTEM, "eccp", "Spring")
    await add_to_release(services, SYSTEM, release.id, [ReleaseEntry(item=item.id, locales=["en"])])
    work = {
        "now": lambda: publish_item(services, SYSTEM, item.id, ["en"]),
        "together": lambda: publish_with_targets(services, SYSTEM, item.id, ["en"]),
        "later": lambda: schedule_publication(services, SYSTEM, item.id, "en", AT),
        "release": lambda: publish_release(services, SYSTEM, release.id),
        "release later": lambda: schedule_release(services, SYSTEM, release.id, AT),
    }[way]

    found = await refused(work())

    assert BARE[0] in found


async def test_words_where_it_stands_none_at_all_or_those_of_the_file_let_it_pass(
    services: Services, czech_only: Item
) -> None:
    said, decorative = text(czech_only.id, "The harbour"), text(czech_only.id, "")
    item = await news(services, [block(said), block(decorative)])
    await publish_item(services, SYSTEM, item.id, ["en"])

    item = await update_item(services, SYSTEM, item.id, 1, {"body": {"en": [block(text(czech_only.id))]}})
    assert await refused(publish_item(services, SYSTEM, item.id, ["en"])) == BARE
    await update_item(services, SYSTEM, czech_only.id, 1, {"alt": {"cs": "Přístav", "en": "The harbour"}})
    await publish_item(services, SYSTEM, item.id, ["en"])


async def test_a_text_of_a_language_that_is_not_published_stops_nothing(services: Services, czech_only: Item) -> None:
    item = await news(services, [])
    item = await update_item(services, SYSTEM, item.id, 1, {"body": {"bg": [block(text(czech_only.id))]}})

    await publish_item(services, SYSTEM, item.id, ["en"])


async def test_what_was_scheduled_before_is_stopped_at_its_moment_and_what_is_live_stays(
    services: Services, clock: Clock, czech_only: Item
) -> None:
    item = await news(services, [block(text(czech_only.id, "The harbour"))])
    await publish_item(services, SYSTEM, item.id, ["en"])
    scheduled = await schedule_publication(services, SYSTEM, item.id, "en", AT)
    due = scheduled.states["en"].effective
    assert due
    bare = {"data.body.en": [{**block(text(czech_only.id)), "id": "b1"}]}
    await Item.get_motor_collection().update_one({"_id": item.id}, {"$set": bare})

    clock.now = due
    assert await refused(publish_scheduled(services, SYSTEM, item.id, "en", due)) == BARE
    live = await services.repository.published.by_id(item.id)
    assert live and live["locales"]["en"]["version"] == 1


async def test_words_that_a_site_shows_instead_are_asked_in_its_languages(
    services: Services, czech_only: Item, series: Item
) -> None:
    await share_item(services, SYSTEM, series.id, ["nca"])
    await update_override(services, SYSTEM, series.id, "nca", 0, {"lead": {"en": text(czech_only.id)}})

    assert await refused(publish_override(services, SYSTEM, series.id, "nca")) == BARE
