"""Visitors never see what has expired, though no worker runs; previews as of a moment see what is scheduled for it."""

from collections.abc import Callable
from typing import Any

import pytest

from cms.access.actor import SYSTEM
from cms.files.catalog import find_file
from cms.items.actions import (
    create_item,
    publish_item,
    schedule_expiry,
    schedule_publication,
    unpublish_item,
    update_item,
)
from cms.items.actions.preview_site import create_preview
from cms.items.previews import PreviewTokens
from cms.items.reactions.site_channels import bring_channels_up_to_date
from cms.kernel.services import Services
from cms.worker import Worker
from storage.documents import Item, OutboxEvent
from storage.mongo import Mongo
from tests.delivery import Ask
from tests.services import Clock, Publish

NEWS = """query ($site: String!, $locale: Locale, $p: String) { site(key: $site, locale: $locale, preview: $p) {
  newsItem(slug: "expo") { title } route(path: "/news/expo") { __typename }
  news(first: 1) { totalCount nodes { title related { title } } pageInfo { hasNextPage } }
  menu(slot: MAIN) { label } } }"""
END = "2024-05-31T16:00:00+00:00"
Facts = Callable[..., dict[str, Any]]


def fields(title: str, **changes: Any) -> dict[str, Any]:
    lead = {"en": "Lead", "cs": "Úvod"}
    return {"title": {"en": title, "cs": f"{title} cs"}, "kind": "news", "lead": lead, "tags": ["x"], **changes}


@pytest.fixture
async def expo(sites: None, publish: Publish) -> Item:
    await publish("Vocabulary", {"key": "tags", "title": {"en": "Tags"}, "terms": [term("x")]})
    await publish("NewsItem", fields("Older", published_at="2024-01-01"), ["en"], slugs={"en": "older"})
    data = fields("Expo", published_at="2024-03-01")
    item = await publish("NewsItem", data, ["en", "cs"], slugs={"en": "expo", "cs": "expo"}, shared=["nca"])
    entries = [{"label": {"en": "Expo"}, "target": item.id}]
    await publish("Menu", {"slot": "main", "entries": entries}, ["en"])
    return item


def term(slug: str) -> dict[str, Any]:
    return {"slug": slug, "label": {"en": slug}}


async def seen(ask: Ask, site: str = "eccp", locale: str = "en", **more: Any) -> dict[str, Any]:
    return (await ask(NEWS, site=site, locale=locale, **more))["site"]


async def test_what_expired_is_gone_from_everywhere_at_the_second_without_a_worker(
    services: Services, ask: Ask, clock: Clock, expo: Item
) -> None:
    await schedule_expiry(services, SYSTEM, expo.id, "en", "2024-05-31T18:00")

    clock.set("2024-05-31T15:59:59+00:00")
    before = await seen(ask)
    clock.set(END)
    after = await seen(ask)

    assert before["newsItem"] == {"title": "Expo"} and before["route"] == {"__typename": "NewsItem"}
    assert before["news"]["totalCount"] == 2 and before["news"]["pageInfo"]["hasNextPage"]
    assert before["news"]["nodes"] == [{"title": "Expo", "related": [{"title": "Older"}]}]
    assert before["menu"] == [{"label": "Expo"}]
    assert after == {
        "newsItem": None,
        "route": None,
        "news": {
            "totalCount": 1,
            "nodes": [{"title": "Older", "related": []}],
            "pageInfo": {"hasNextPage": False},
        },
        "menu": [],
    }
    live = await services.repository.published.by_id(expo.id)
    assert live and set(live["locales"]) == {"en", "cs"}


async def test_one_language_that_expired_gives_way_to_the_next_of_the_site(
    services: Services, ask: Ask, clock: Clock, expo: Item
) -> None:
    await schedule_expiry(services, SYSTEM, expo.id, "cs", "2024-05-31T18:00")

    before = await seen(ask, "nca", "cs")
    clock.set(END)
    late = await seen(ask, "nca", "cs")

    assert before["news"]["nodes"][0]["title"] == "Expo cs"
    assert late["news"]["nodes"][0]["title"] == "Expo" and late["news"]["totalCount"] == 1
    assert (await seen(ask))["newsItem"] == {"title": "Expo"}


async def test_nothing_of_it_is_left_when_the_worker_has_caught_up(
    services: Services, ask: Ask, clock: Clock, mongo: Mongo, expo: Item
) -> None:
    await schedule_expiry(services, SYSTEM, expo.id, "en", "2024-05-31T18:00")
    clock.set("2024-06-02T00:00:00+00:00")
    late = await seen(ask)
    worker = Worker(services)
    while await worker.step():
        pass

    assert await seen(ask) == late
    await publish_item(services, SYSTEM, expo.id, ["en"])
    assert (await seen(ask))["newsItem"] == {"title": "Expo"}


async def test_publishing_by_hand_after_the_moment_brings_it_back_though_no_worker_was_there(
    services: Services, ask: Ask, clock: Clock, expo: Item
) -> None:
    await schedule_expiry(services, SYSTEM, expo.id, "en", "2024-05-31T18:00")
    clock.set(END)

    await publish_item(services, SYSTEM, expo.id, ["en"])
    worker = Worker(services)
    while await worker.step():
        pass

    assert (await seen(ask))["newsItem"] == {"title": "Expo"}


async def test_cancelling_an_expiry_cancels_it_for_visitors(
    services: Services, ask: Ask, clock: Clock, expo: Item
) -> None:
    await schedule_expiry(services, SYSTEM, expo.id, "en", "2024-05-31T18:00")
    await schedule_expiry(services, SYSTEM, expo.id, "en", None)

    clock.set(END)

    assert (await seen(ask))["news"]["totalCount"] == 2


async def test_changes_of_the_sites_languages_keep_what_the_clock_hides(
    services: Services, ask: Ask, clock: Clock, mongo: Mongo, expo: Item
) -> None:
    await schedule_expiry(services, SYSTEM, expo.id, "en", "2024-05-31T18:00")
    site = await mongo.db["published"].find_one({"type": "Site", "data.key": "nca"})
    assert site
    await update_item(services, SYSTEM, site["_id"], 1, {"locales": ["cs", "en", "bg"], "fallback_order": ["en", "cs"]})
    await publish_item(services, SYSTEM, site["_id"], ["cs", "en"])
    event = await OutboxEvent.find_one({"name": "ItemPublished", "item": site["_id"]}, sort=[("at", -1)])
    assert event
    await bring_channels_up_to_date(services, event)

    clock.set(END)
    bulgarian = await seen(ask, "nca", "bg")
    await unpublish_item(services, SYSTEM, expo.id, ["cs"])

    assert bulgarian["news"]["nodes"][0]["title"] == "Expo cs"
    assert (await seen(ask, "nca", "bg"))["news"]["nodes"] == []


async def test_a_site_or_a_file_that_expired_is_not_there(
    services: Services, answer: Ask, clock: Clock, expo: Item
) -> None:
    site = await services.repository.published.site("eccp", fields=None)
    file = await create_item(services, SYSTEM, type="FileAsset", site="eccp", data={"filename": "a.pdf"}, facts=PDF)
    await publish_item(services, SYSTEM, file.id, ["en"])
    assert site
    for id in (site["_id"], file.id):
        await schedule_expiry(services, SYSTEM, id, "en", "2024-05-31T18:00")
    assert await find_file(services.repository.published, file.id, clock())

    clock.set(END)

    assert await find_file(services.repository.published, file.id, clock()) is None
    assert (await answer(NEWS, site="eccp"))["errors"][0]["extensions"]["code"] == "NOT_FOUND"


PDF = {"mime": "application/pdf", "byte_size": 1, "sha256": "0" * 64}


async def test_a_preview_as_of_a_moment_shows_what_is_scheduled_for_it_and_the_others_all_drafts(
    services: Services, ask: Ask, expo: Item
) -> None:
    data = fields("Coming", published_at="2024-05-31")
    coming = await create_item(services, SYSTEM, type="NewsItem", site="eccp", data=data, slugs={"en": "coming"})
    draft = fields("Draft", published_at="2024-04-01")
    await create_item(services, SYSTEM, type="NewsItem", site="eccp", data=draft, slugs={"en": "d"})
    await schedule_publication(services, SYSTEM, coming.id, "en", "2024-05-31T18:00")
    await schedule_expiry(services, SYSTEM, coming.id, "en", "2024-06-30T18:00")
    await schedule_expiry(services, SYSTEM, expo.id, "en", "2024-06-10T18:00")

    async def titles(as_of: str | None) -> list[str]:
        preview = await create_preview(services, SYSTEM, "eccp", as_of=as_of)
        token = PreviewTokens.of(services).token(preview)
        query = """query ($p: String) { site(key: "eccp", preview: $p) { news { totalCount nodes { title } } } }"""
        found = (await ask(query, p=token))["site"]["news"]
        assert found["totalCount"] == len(found["nodes"])
        return sorted(one["title"] for one in found["nodes"])

    assert await titles(None) == ["Coming", "Draft", "Expo", "Older"]
    assert await titles("2024-05-31T17:59") == ["Draft", "Expo", "Older"]
    assert await titles("2024-05-31T18:00") == ["Coming", "Draft", "Expo", "Older"]
    assert await titles("2024-06-10T18:00") == ["Coming", "Draft", "Older"]
    assert await titles("2024-07-01T00:00") == ["Draft", "Older"]


async def test_what_is_dated_after_the_moment_of_a_preview_is_nowhere_in_it(
    services: Services, ask: Ask, expo: Item
) -> None:
    async def news(as_of: str) -> dict[str, Any]:
        preview = await create_preview(services, SYSTEM, "eccp", as_of=as_of)
        found = await seen(ask, p=PreviewTokens.of(services).token(preview))
        assert found["news"]["pageInfo"] == {"hasNextPage": found["news"]["totalCount"] > 1}
        return found

    before, after = await news("2024-02-29T23:59"), await news("2024-03-01T00:00")

    assert before["newsItem"] is None and before["route"] is None and before["menu"] == []
    assert [one["title"] for one in before["news"]["nodes"]] == ["Older"] and before["news"]["totalCount"] == 1
    assert before["news"]["nodes"][0]["related"] == []
    assert after["newsItem"] and after["route"] and after["menu"] and after["news"]["totalCount"] == 2


async def test_a_change_scheduled_for_a_live_text_hides_nothing_before_it(
    services: Services, ask: Ask, expo: Item
) -> None:
    await update_item(services, SYSTEM, expo.id, 1, {"title": {"en": "New title"}})
    await schedule_publication(services, SYSTEM, expo.id, "en", "2024-05-31T18:00")
    preview = await create_preview(services, SYSTEM, "eccp", as_of="2024-05-01T12:00")

    found = await seen(ask, p=PreviewTokens.of(services).token(preview))

    assert found["newsItem"] == {"title": "New title"}
    assert (await seen(ask))["newsItem"] == {"title": "Expo"}
