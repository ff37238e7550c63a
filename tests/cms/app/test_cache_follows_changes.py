"""Whatever is done to what is live, the next reader sees it, as without a cache. What was not touched stays kept."""

import json
from collections.abc import AsyncIterator, Awaitable, Callable
from typing import Any

import httpx
import pytest

from cms.access.actor import SYSTEM
from cms.app import build_app
from cms.items.actions import (
    add_redirect,
    add_to_release,
    create_item,
    create_release,
    delete_item,
    publish_item,
    publish_override,
    publish_release,
    purge_item,
    remove_redirect,
    rename_term,
    restore_item,
    schedule_expiry,
    share_item,
    unpublish_item,
    update_item,
    update_override,
    withdraw_override,
)
from cms.kernel.services import Services
from cms.kernel.settings import Settings
from cms.worker import Worker
from storage.documents import Item, ReleaseEntry
from tests.services import Clock, Publish, only

SITE = 'site(key: "%s", locale: "%s")'
QUESTIONS = {
    f"{name} of {site}/{locale}": f"{{ {SITE % (site, locale)} {{ {fields} }} }}"
    for site, locale in (("eccp", "en"), ("nca", "cs"), ("nca", "en"))
    for name, fields in {
        "site": "name locales",
        "news": "news { nodes { title lead url } totalCount }",
        "editions": "editions { nodes { ordinal title url } }",
        "one": 'newsItem(slug: "burgas") { title }',
        "menu": "menu(slot: MAIN) { label url }",
        "terms": 'vocabulary(key: "sectors") { slug label }',
        "old": 'route(path: "/news/burgas") { __typename ... on Redirect { to } }',
        "older": 'route(path: "/older") { __typename ... on Redirect { to } }',
    }.items()
}


class Current:
    """Changes are heard of in this process anyway."""

    lag_seconds = 0.0

    def is_current(self) -> bool:
        return True


class Readers:
    """One asks the application that keeps answers and items, one an application that keeps items alone, one the same
    without any memory."""

    def __init__(self, kept: httpx.AsyncClient, items: httpx.AsyncClient, plain: httpx.AsyncClient) -> None:
        self._kept, self._items, self._plain = kept, items, plain

    async def kept(self) -> dict[str, str]:
        """What is answered from what is kept, by question."""
        answers = {name: await self._kept.get("/graphql", params={"query": text}) for name, text in QUESTIONS.items()}
        return {name: one.text for name, one in answers.items() if "x-request-id" not in one.headers}

    async def seen(self) -> dict[str, str]:
        return {name: await _asked(self._kept, text) for name, text in QUESTIONS.items()}

    async def made(self) -> dict[str, str]:
        """What is made anew of the items that are kept."""
        return {name: await _asked(self._items, text) for name, text in QUESTIONS.items()}

    async def true(self) -> dict[str, str]:
        return {name: await _asked(self._plain, text) for name, text in QUESTIONS.items()}


async def _asked(client: httpx.AsyncClient, text: str) -> str:
    return (await client.get("/graphql", params={"query": text})).text


@pytest.fixture
async def readers(services: Services, unset: Settings) -> AsyncIterator[Readers]:
    def client(settings: Settings, **options: Any) -> httpx.AsyncClient:
        app = build_app(settings, services, secret_key="s" * 32, **options)
        return httpx.AsyncClient(transport=httpx.ASGITransport(app), base_url="http://cms.test")

    listeners = services.repository.mongo.live_changes._listeners
    before = len(listeners)
    without_answers = unset.model_copy(update={"response_cache_bytes": 0})
    async with (
        client(unset, changes=Current()) as kept,
        client(without_answers, changes=Current()) as items,
        client(unset) as plain,
    ):
        yield Readers(kept, items, plain)
    del listeners[before:]


async def work(services: Services) -> None:
    worker = Worker(services)
    while await worker.step():
        pass


Do = Callable[..., Awaitable[None]]


@pytest.fixture
def do(readers: Readers) -> Do:
    """Does one thing, of which something must be seen where `is_seen`."""

    async def doing(what: str, done: Awaitable[object], *, is_seen: bool = True) -> None:
        await readers.seen()
        await readers.made()
        before, kept = await readers.true(), await readers.kept()
        assert len(kept) > len(QUESTIONS) * 3 / 4, "most answers are kept before anything is done"
        await done
        seen, true = await readers.seen(), await readers.true()
        assert seen == true, f"after {what} something older is seen"
        assert await readers.made() == true, f"after {what} an answer is made of something older"
        assert (seen != before) == is_seen, f"{what} shows in these answers: {is_seen}"

    return doing


NEWS = {
    "kind": "news",
    "title": {"en": "Burgas invites", "cs": "Burgas zve"},
    "lead": {"en": "Come in May.", "cs": "Přijeďte v květnu."},
    "published_at": "2024-03-01",
}
TERMS = [{"slug": "energy", "label": {"en": "Energy"}}]


async def test_whatever_is_done_to_an_item_the_next_reader_sees_it(
    services: Services, clock: Clock, sites: None, publish: Publish, do: Do
) -> None:
    made: list[Item] = []

    async def first() -> None:
        slugs = {"en": "burgas", "cs": "burgas"}
        made.append(await publish("NewsItem", NEWS, ["en", "cs"], slugs=slugs, shared=["nca"]))

    async def changed(data: dict[str, Any], locales: list[str], **options: Any) -> None:
        item = await services.repository.items.get(made[0].id)
        assert item
        await update_item(services, SYSTEM, item.id, item.version, data, **options)
        await publish_item(services, SYSTEM, item.id, locales)

    async def shown_otherwise() -> None:
        await update_override(services, SYSTEM, id, "nca", 0, {"title": {"cs": "Jedeme do Burgasu"}})
        await publish_override(services, SYSTEM, id, "nca")

    async def expired() -> None:
        await schedule_expiry(services, SYSTEM, id, "en", "2024-05-31T18:00")
        clock.set("2024-05-31T16:00:00+00:00")
        await work(services)

    await do("the first publication", first())
    id = made[0].id
    await do("another title", changed({"title": {"en": "Burgas calls"}}, ["en"]))
    await do("an override", shown_otherwise())
    await do("its withdrawal", withdraw_override(services, SYSTEM, id, "nca"))
    await do("sharing with nobody", share_item(services, SYSTEM, id, []))
    await do("sharing again", share_item(services, SYSTEM, id, ["nca"]))
    await do("another address", changed({}, ["en", "cs"], slugs={"en": "burgas-calls", "cs": "burgas-zve"}))
    await do("an old address", add_redirect(services, SYSTEM, "nca", "/older", id, "cs"))
    await do("taking that away", remove_redirect(services, SYSTEM, "nca/cs/older"))
    await do("one language taken away", unpublish_item(services, SYSTEM, id, ["cs"]))
    await do("and back", publish_item(services, SYSTEM, id, ["cs"]))
    await do("expiry by the clock", expired())
    await do("deletion", delete_item(services, SYSTEM, id))
    await do("restoring it, as a draft", restore_item(services, SYSTEM, id), is_seen=False)
    await do("publishing that", publish_item(services, SYSTEM, id, ["en", "cs"]))
    await do("deleting it again", delete_item(services, SYSTEM, id))
    await do("and for good", purge_item(services, SYSTEM, id), is_seen=False)


async def test_whatever_is_done_to_what_pages_are_made_of_the_next_reader_sees_it(
    services: Services, sites: None, publish: Publish, make_edition: Publish, do: Do
) -> None:
    async def site(data: dict[str, Any], locales: list[str]) -> None:
        [item] = [one for one in await services.repository.items.of_sites("Site", None) if one.site == "nca"]
        await update_item(services, SYSTEM, item.id, item.version, data)
        await publish_item(services, SYSTEM, item.id, locales, even_if_used=True)
        await work(services)

    async def terms() -> None:
        await publish("Vocabulary", {"key": "sectors", "title": {"en": "Sectors"}, "terms": TERMS})

    async def term_renamed() -> None:
        item = await only(services, "Vocabulary")
        await rename_term(services, SYSTEM, "sectors", "energy", "power", item.version)
        await work(services)

    async def menu() -> None:
        entries = [{"label": {"cs": "Jinam"}, "url": "https://example.org/"}]
        await publish("Menu", {"slot": "main", "entries": entries}, ["cs"], site="nca")

    async def release() -> None:
        slugs = {"en": "varna"}
        draft = await create_item(services, SYSTEM, type="NewsItem", site="eccp", data=NEWS, slugs=slugs)
        planned = await create_release(services, SYSTEM, "eccp", "Spring")
        await add_to_release(services, SYSTEM, planned.id, [ReleaseEntry(item=draft.id, locales=["en"])])
        await publish_release(services, SYSTEM, planned.id)

    await do("an edition", make_edition("iasi-2023"))
    await do("one before it, which gets its number", make_edition("burgas-2022", start="2022-05-03", end="2022-05-05"))
    await do("another name of a site", site({"name": {"en": "Czech Clusters", "cs": "České klastry"}}, ["cs", "en"]))
    await do("a vocabulary", terms())
    await do("another name of a term", term_renamed())
    await do("a menu", menu())
    await do("a release", release())
    await do("one language less on a site", site({"locales": ["cs"], "fallback_order": ["cs"]}, ["cs"]))


async def test_a_draft_changes_nothing_and_what_another_site_does_drops_no_answer(
    services: Services, sites: None, publish: Publish, readers: Readers
) -> None:
    await readers.seen()
    before = set(await readers.kept())
    await create_item(services, SYSTEM, type="NewsItem", site="eccp", data=NEWS)
    assert set(await readers.kept()) == before and "news of eccp/en" in before

    await publish("NewsItem", NEWS, ["en"], slugs={"en": "sofia"})

    kept = set(await readers.kept())
    assert {name for name in before if "nca" in name} <= kept and "news of eccp/en" not in kept
    assert json.loads((await readers.true())["news of eccp/en"])["data"]["site"]["news"]["totalCount"] == 1
