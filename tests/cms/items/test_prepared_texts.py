"""Texts are prepared when they go live, for visitors alone, and a worker prepares those that went live before."""

from typing import Any

import pytest

from cms.access.actor import SYSTEM
from cms.content import richtext
from cms.content.richtext import from_html
from cms.items import prepared_texts
from cms.items.actions import (
    discard_draft,
    publish_item,
    publish_override,
    share_item,
    unpublish_item,
    update_item,
    update_override,
)
from cms.items.jobs import prepare_texts as job
from cms.items.jobs.prepare_texts import prepare_texts
from cms.items.live import is_changed
from cms.kernel.services import Services
from storage.documents import Item
from storage.prepared_texts import texts_in, without_prepared_texts
from tests.delivery import Ask
from tests.services import Clock, Publish

BLOCKS = """{ site(key: "eccp", locale: "en") { newsItem(slug: "burgas") { blocks { ... on TextBlock {
  body forms: bodyContent { json html text references { itemId url } } } } } } }"""
SERIES = """{ site(key: "nca", locale: "en") { series(slug: "clusters-meet-regions") {
  intro seo { description } } } }"""
TEXT = from_html("<p>Meanwhile</p>")


async def stored(services: Services, item: Item, world: str = "published") -> dict[str, Any]:
    found = await services.repository.mongo.db[world].find_one({"_id": item.id})
    assert found
    return found


def versions(document: dict[str, Any]) -> list[int | None]:
    """Those by which the texts of a document were prepared."""
    return [text.get("prepared", {}).get("version") for text in texts_in(document)]


async def as_before(services: Services, *items: Item) -> None:
    """What an earlier release has stored."""
    for item in items:
        document = without_prepared_texts(await stored(services, item))
        await services.repository.mongo.db["published"].replace_one({"_id": item.id}, document)


@pytest.fixture
async def news(services: Services, sites: None, series: Item, publish: Publish) -> Item:
    """With two blocks of text in English, one of which leads to the series."""
    blocks = [
        {"kind": "text", "body": from_html("<p>CO<sub>2</sub> in <b>Burgas</b></p>")},
        {"kind": "text", "body": linked(series.id)},
    ]
    return await publish("NewsItem", news_data(blocks), ["en"], slugs={"en": "burgas"})


def linked(item: str) -> dict[str, Any]:
    mark = {"type": "link", "attrs": {"href": None, "item": item, "file": None, "fragment": None}}
    text = {"type": "text", "text": "the series", "marks": [mark]}
    return {"type": "doc", "content": [{"type": "paragraph", "content": [text]}, {"type": "paragraph"}]}


def news_data(blocks: list[dict[str, Any]]) -> dict[str, Any]:
    data = {"title": {"en": "News"}, "kind": "news", "published_at": "2024-04-01", "lead": {"en": "Lead"}}
    return {**data, "body": {"en": blocks}}


async def test_what_goes_live_is_prepared_and_nothing_else(services: Services, news: Item, series: Item) -> None:
    document = await stored(services, news)

    first, second = (block["body"]["prepared"] for block in document["data"]["body"]["en"])
    assert document["texts_prepared"] == richtext.VERSION
    assert (first["html"], first["plain"]) == (["<p>CO<sub>2</sub> in <strong>Burgas</strong></p>"], "CO₂ in Burgas")
    assert second["references"] == [["item", series.id]]
    for world in ("drafts", "items"):
        assert versions(await stored(services, news, world)) == [None, None]


async def test_actions_see_what_was_written(services: Services, news: Item) -> None:
    live = await services.transact(lambda session: services.repository.published.get(news.id, session))
    [compared] = await services.repository.published.as_written([news.id])

    assert live == compared and versions(compared) == [None, None]
    assert not is_changed(news, compared, "en")
    changed = await update_item(services, SYSTEM, news.id, news.version, {"title": {"en": "Other"}})
    draft = await discard_draft(services, SYSTEM, changed.id)
    assert versions(draft.data) == [None, None]


async def test_what_is_published_again_as_it_was_has_not_been_modified(
    services: Services, news: Item, clock: Clock
) -> None:
    before = await stored(services, news)
    clock.set("2024-04-03T12:00+00:00")

    await share_item(services, SYSTEM, news.id, ["nca"])

    after = await stored(services, news)
    assert after["sites"] != before["sites"]
    assert after["modified_at"] == before["modified_at"]
    assert versions(after) == [richtext.VERSION] * 2


async def test_visitors_read_the_same_before_and_after_texts_are_prepared(
    services: Services, news: Item, series: Item, ask: Ask
) -> None:
    await as_before(services, news, series)
    before = await ask(BLOCKS)
    assert versions(await stored(services, news)) == [None, None]

    await prepare_texts(services)

    assert versions(await stored(services, news)) == [richtext.VERSION] * 2
    assert await ask(BLOCKS) == before
    assert "prepared" not in str(before)
    first, second = before["site"]["newsItem"]["blocks"]
    assert first["forms"]["text"] == "CO₂ in Burgas"
    assert second["body"] == (f'<p><a href="/series/clusters-meet-regions" data-item="{series.id}">the series</a></p>')


async def test_what_was_prepared_is_what_visitors_read(services: Services, news: Item, ask: Ask) -> None:
    path = "data.body.en.0.body.prepared"
    changed = {f"{path}.html": ["<p>from there</p>"], f"{path}.plain": "from there too"}
    await services.repository.published.set_each({news.id: changed}, None)

    [block, _] = (await ask(BLOCKS))["site"]["newsItem"]["blocks"]

    assert (block["body"], block["forms"]["text"]) == ("<p>from there</p>", "from there too")


async def test_a_link_follows_what_it_leads_to(services: Services, news: Item, series: Item, ask: Ask) -> None:
    await unpublish_item(services, SYSTEM, series.id, ["en"], even_if_used=True)

    [_, block] = (await ask(BLOCKS))["site"]["newsItem"]["blocks"]

    assert block["body"] == "<p>the series</p>"
    assert block["forms"]["references"] == []


async def test_what_a_site_shows_instead_is_prepared_too(services: Services, series: Item, ask: Ask) -> None:
    instead = {"lead": {"en": from_html("<p>Seen from Prague</p>")}}
    await update_override(services, SYSTEM, series.id, "nca", 0, instead)
    await publish_override(services, SYSTEM, series.id, "nca")

    document = await stored(services, series)
    [override] = await services.repository.overrides.of_item(series.id)
    answer = await ask(SERIES)

    assert versions(document["overrides"]) == [richtext.VERSION]
    assert versions({"live": override.live, "data": override.data}) == [None, None]
    assert answer["site"]["series"] == {"intro": "<p>Seen from Prague</p>", "seo": {"description": "Seen from Prague"}}


async def test_a_worker_prepares_what_no_release_has_prepared_or_an_earlier_one(
    services: Services, news: Item, series: Item
) -> None:
    published, collection = services.repository.published, services.repository.mongo.db["published"]
    everything = await collection.find().to_list(None)
    assert await published.count_unprepared(richtext.VERSION) == 0
    await as_before(services, news)
    await published.set_each({series.id: {"texts_prepared": richtext.VERSION - 1}}, None)
    assert await published.count_unprepared(richtext.VERSION) == 2
    heard: list[frozenset[str]] = []
    services.repository.mongo.live_changes.listen(heard.append)

    await prepare_texts(services)

    assert await published.count_unprepared(richtext.VERSION) == 0
    assert await collection.find().to_list(None) == everything
    assert {f"item:{news.id}", f"item:{series.id}"} <= frozenset().union(*heard)


async def test_what_a_later_release_has_prepared_is_left_to_it(services: Services, news: Item) -> None:
    later = {"texts_prepared": richtext.VERSION + 1, "data.body.en.0.body.prepared.version": richtext.VERSION + 1}
    await services.repository.published.set_each({news.id: later}, None)

    await prepare_texts(services)

    assert versions(await stored(services, news)) == [richtext.VERSION + 1, richtext.VERSION]


async def test_who_publishes_at_the_same_time_wins(
    services: Services, news: Item, monkeypatch: pytest.MonkeyPatch
) -> None:
    """The text is published while the worker is at it."""
    await as_before(services, news)
    changed = await update_item(services, SYSTEM, news.id, news.version, news_data([{"kind": "text", "body": TEXT}]))
    is_first = True

    async def meanwhile(snapshot: dict[str, Any]) -> dict[str, Any]:
        nonlocal is_first
        if is_first:
            is_first = False
            await publish_item(services, SYSTEM, changed.id, ["en"])
        return await prepared_texts.prepared_snapshot(snapshot)

    monkeypatch.setattr(job, "prepared_snapshot", meanwhile)
    await prepare_texts(services)

    document = await stored(services, news)
    [block] = document["data"]["body"]["en"]
    assert (block["body"]["prepared"]["plain"], document["version"]) == ("Meanwhile", changed.version)


async def test_one_item_keeps_so_much_and_no_more(
    services: Services, news: Item, monkeypatch: pytest.MonkeyPatch, ask: Ask
) -> None:
    monkeypatch.setattr(prepared_texts, "MAX_BYTES", 200)
    before = await ask(BLOCKS)

    await publish_item(services, SYSTEM, news.id, ["en"])

    assert versions(await stored(services, news)) == [richtext.VERSION, None]
    assert await ask(BLOCKS) == before
