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
from cms.kernel.desk import Desk
from cms.kernel.errors import Invalid
from storage.documents import Item, ReleaseEntry
from tests.cms.files import samples
from tests.desk import Clock

Facts = Callable[..., dict[str, Any]]
AT = "2024-05-31T18:00"


def text(file: str, alt: str | None = None) -> dict[str, Any]:
    return {"type": "doc", "content": [{"type": "image", "attrs": {"file": file, "alt": alt, "caption": None}}]}


def inside(document: dict[str, Any]) -> dict[str, Any]:
    quote = {"type": "blockquote", "content": document["content"]}
    return {"type": "doc", "content": [quote]}


async def news(desk: Desk, body: list[dict[str, Any]], **changes: Any) -> Item:
    data = {"title": {"en": "News"}, "kind": "news", "published_at": "2024-04-01", "lead": {"en": "Lead"}}
    data |= {"body": {"en": body}, **changes}
    return await create_item(desk, SYSTEM, type="NewsItem", site="eccp", data=data, slugs={"en": "news"})


def block(document: dict[str, Any]) -> dict[str, Any]:
    return {"kind": "text", "body": document}


async def refused(work: Any) -> list[tuple[str, str | None]]:
    with pytest.raises(Invalid) as error:
        await work
    assert "harbour.png" in str(error.value.problems[0].message)
    return [(one.code, one.locale) for one in error.value.problems]


@pytest.fixture
async def czech_only(desk: Desk, sites: None) -> Item:
    facts = file_facts(await store_bytes(desk.store, samples.image(), "harbour.png"))
    data = {"filename": "harbour.png", "alt": {"cs": "Přístav"}}
    return await create_item(desk, SYSTEM, type="FileAsset", site="eccp", data=data, facts=facts)


BARE = [("ALT_MISSING", "en")]


@pytest.mark.parametrize("way", ["now", "together", "later", "release", "release later"])
async def test_it_stops_every_way_of_going_live(desk: Desk, czech_only: Item, way: str) -> None:
    item = await news(desk, [block(inside(text(czech_only.id)))])
    release = await create_release(desk, SYSTEM, "eccp", "Spring")
    await add_to_release(desk, SYSTEM, release.id, [ReleaseEntry(item=item.id, locales=["en"])])
    work = {
        "now": lambda: publish_item(desk, SYSTEM, item.id, ["en"]),
        "together": lambda: publish_with_targets(desk, SYSTEM, item.id, ["en"]),
        "later": lambda: schedule_publication(desk, SYSTEM, item.id, "en", AT),
        "release": lambda: publish_release(desk, SYSTEM, release.id),
        "release later": lambda: schedule_release(desk, SYSTEM, release.id, AT),
    }[way]

    found = await refused(work())

    assert BARE[0] in found


async def test_words_where_it_stands_none_at_all_or_those_of_the_file_let_it_pass(desk: Desk, czech_only: Item) -> None:
    said, decorative = text(czech_only.id, "The harbour"), text(czech_only.id, "")
    item = await news(desk, [block(said), block(decorative)])
    await publish_item(desk, SYSTEM, item.id, ["en"])

    item = await update_item(desk, SYSTEM, item.id, 1, {"body": {"en": [block(text(czech_only.id))]}})
    assert await refused(publish_item(desk, SYSTEM, item.id, ["en"])) == BARE
    await update_item(desk, SYSTEM, czech_only.id, 1, {"alt": {"cs": "Přístav", "en": "The harbour"}})
    await publish_item(desk, SYSTEM, item.id, ["en"])


async def test_a_text_of_a_language_that_is_not_published_stops_nothing(desk: Desk, czech_only: Item) -> None:
    item = await news(desk, [])
    item = await update_item(desk, SYSTEM, item.id, 1, {"body": {"bg": [block(text(czech_only.id))]}})

    await publish_item(desk, SYSTEM, item.id, ["en"])


async def test_what_was_scheduled_before_is_stopped_at_its_moment_and_what_is_live_stays(
    desk: Desk, clock: Clock, czech_only: Item
) -> None:
    item = await news(desk, [block(text(czech_only.id, "The harbour"))])
    await publish_item(desk, SYSTEM, item.id, ["en"])
    scheduled = await schedule_publication(desk, SYSTEM, item.id, "en", AT)
    due = scheduled.states["en"].effective
    assert due
    bare = {"data.body.en": [{**block(text(czech_only.id)), "id": "b1"}]}
    await Item.get_motor_collection().update_one({"_id": item.id}, {"$set": bare})

    clock.now = due
    assert await refused(publish_scheduled(desk, item.id, "en", due)) == BARE
    live = await desk.repository.published.find_one({"_id": item.id})
    assert live and live["locales"]["en"]["version"] == 1


async def test_words_that_a_site_shows_instead_are_asked_in_its_languages(
    desk: Desk, czech_only: Item, series: Item
) -> None:
    await share_item(desk, SYSTEM, series.id, ["nca"])
    await update_override(desk, SYSTEM, series.id, "nca", 0, {"lead": {"en": text(czech_only.id)}})

    assert await refused(publish_override(desk, SYSTEM, series.id, "nca")) == BARE
