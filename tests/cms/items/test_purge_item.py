"""The recycle bin: what is brought back is whole, what is purged is gone, and nothing of others with it."""

import hashlib
from collections.abc import Awaitable, Callable
from datetime import timedelta
from typing import Any

import pytest

from cms.access.actor import SYSTEM
from cms.files.renditions import rendition_key
from cms.files.store_bytes import original_key, store_bytes
from cms.items.actions import (
    add_redirect,
    create_item,
    delete_item,
    publish_item,
    publish_override,
    purge_item,
    restore_item,
    update_item,
    update_override,
)
from cms.items.jobs.purge_recycle_bin import purge_recycle_bin
from cms.kernel.errors import NotFound, NotPermitted, TransitionNotAllowed
from cms.kernel.services import Services
from cms.worker import Worker
from storage.documents import AuditEntry, Item, ReferenceEdge, Version
from storage.errors import ObjectMissing
from storage.mongo import Mongo
from tests.services import Clock, Publish, person

PDF = b"%PDF-1.4\n1 0 obj<</Type/Catalog/Pages 2 0 R>>endobj 2 0 obj<</Type/Pages/Kids[3 0 R]/Count 1>>endobj 3 0 obj<</Type/Page/Parent 2 0 R/MediaBox[0 0 9 9]>>endobj\ntrailer<</Root 1 0 R>>"  # noqa: E501


async def traces(mongo: Mongo, *words: str) -> dict[str, int]:
    """{collection: documents in which one of these words stands anywhere}."""
    found: dict[str, int] = {}
    for name in await mongo.db.list_collection_names():
        documents = await mongo.db[name].find().to_list(None)
        if number := sum(any(word in repr(one) for word in words) for one in documents):
            found[name] = number
    return found


@pytest.fixture
async def news(services: Services, sites: None, publish: Publish) -> Item:
    """One with all that may belong to an item, deleted."""
    data = {"kind": "news", "title": {"en": "Secretword"}, "published_at": "2024-03"}
    item = await publish("NewsItem", data, slugs={"en": "burgas"}, shared=["nca"])
    await update_item(services, SYSTEM, item.id, 1, {"title": {"en": "Secretword again"}}, slugs={"en": "varna"})
    await publish_item(services, SYSTEM, item.id, ["en"])
    await add_redirect(services, SYSTEM, "eccp", "/old", item.id)
    await update_override(services, SYSTEM, item.id, "nca", 0, {"title": {"en": "Secretword"}, "order": 1})
    await publish_override(services, SYSTEM, item.id, "nca")
    await delete_item(services, SYSTEM, item.id)
    return item


async def test_nothing_of_a_purged_item_is_left_but_that_it_was_there(
    services: Services, mongo: Mongo, news: Item
) -> None:
    await mongo.db["comments"].insert_one({"_id": "c", "item": news.id, "comments": [{"text": "Secretword"}]})

    await purge_item(services, SYSTEM, news.id)

    assert (await traces(mongo, news.id)).keys() == {"audit", "outbox", "live_changes"}
    assert await traces(mongo, "Secretword") == {}
    assert {entry.action for entry in await AuditEntry.find({"item": news.id}).to_list()} >= {
        "create_item",
        "publish_item",
        "delete_item",
        "purge_item",
    }
    with pytest.raises(NotFound):
        await restore_item(services, SYSTEM, news.id)
    with pytest.raises(NotFound):
        await purge_item(services, SYSTEM, news.id)


async def test_only_what_lies_in_the_recycle_bin_is_purged_and_only_by_who_may_delete(
    services: Services, mongo: Mongo, news: Item, publish: Publish
) -> None:
    alive = await publish("Page", {"title": {"en": "About"}}, slugs={"en": "about"})

    with pytest.raises(TransitionNotAllowed):
        await purge_item(services, SYSTEM, alive.id)
    with pytest.raises(NotPermitted):
        await purge_item(services, person("rita", eccp=["reviewer"]), alive.id)
    for other in (
        person("rita", eccp=["reviewer"]),
        person("alena", nca=["administrator"]),  # it is shown there, not owned
        person("sam", third=["administrator"]),
    ):
        with pytest.raises(NotFound):
            await purge_item(services, other, news.id)

    assert await Version.find({"item": news.id}).count() == 2


async def test_the_worker_purges_what_has_lain_there_for_long_enough(
    services: Services, clock: Clock, news: Item, publish: Publish
) -> None:
    clock.now += timedelta(days=60)
    later = await publish("Page", {"title": {"en": "About"}}, slugs={"en": "about"})
    await delete_item(services, SYSTEM, later.id)

    clock.now += timedelta(days=30) - timedelta(seconds=1)
    await purge_recycle_bin(services)
    assert await Item.find({"deleted_at": {"$ne": None}}).count() == 2
    clock.now += timedelta(seconds=1)
    await purge_recycle_bin(services)
    await purge_recycle_bin(services)

    [left] = await Item.find({"deleted_at": {"$ne": None}}).to_list()
    assert left.id == later.id
    [entry] = await AuditEntry.find({"action": "purge_item"}).to_list()
    assert (entry.by, entry.item, entry.details) == ("system", news.id, {})


async def test_what_refers_to_a_deleted_item_finds_it_again(
    services: Services, publish: Publish, make_edition: Publish
) -> None:
    partner = await publish("Organisation", {"name": {"en": "CLUSTERO"}})
    edition = await make_edition(partners=[{"organisation": partner.id, "role": "host"}])
    before = await edges(partner)

    await delete_item(services, SYSTEM, partner.id, even_if_used=True)
    await restore_item(services, SYSTEM, partner.id)
    await publish_item(services, SYSTEM, partner.id, ["en"])

    assert await edges(partner) == before == {(edition.id, "draft"), (edition.id, "live")}
    await delete_item(services, SYSTEM, partner.id, even_if_used=True)
    await purge_item(services, SYSTEM, partner.id)
    assert await edges(partner) == set()
    await update_item(services, SYSTEM, edition.id, 1, {"theme": {"en": "It can be edited all the same"}})


async def edges(item: Item) -> set[tuple[str, str]]:
    return {(edge.source, edge.world) for edge in await ReferenceEdge.find({"target": item.id}).to_list()}


Upload = Callable[[bytes], Awaitable[Item]]


@pytest.fixture
def upload(services: Services, sites: None) -> Upload:
    """A file with these bytes."""

    async def make(content: bytes) -> Item:
        stored = await store_bytes(services.store, content, "a.pdf")
        facts: dict[str, Any] = {"mime": stored.mime, "byte_size": stored.bytes, "sha256": stored.sha256}
        return await create_item(
            services, SYSTEM, type="FileAsset", site="eccp", data={"filename": "a.pdf"}, facts=facts
        )

    return make


async def is_kept(services: Services, sha256: str) -> bool:
    try:
        await services.store.stat(original_key(sha256))
    except ObjectMissing:
        return False
    return True


async def purge(services: Services, item: Item) -> None:
    await delete_item(services, SYSTEM, item.id)
    await purge_item(services, SYSTEM, item.id)
    worker = Worker(services)
    while await worker.step():
        pass


async def test_bytes_go_with_the_last_file_that_has_them(services: Services, upload: Upload) -> None:
    sha256 = hashlib.sha256(PDF).hexdigest()
    first, second = await upload(PDF), await upload(PDF)
    await services.store.put(rendition_key(sha256, 320), b"rendition", "image/webp")

    await purge(services, first)
    assert await is_kept(services, sha256)
    await purge(services, second)

    assert not await is_kept(services, sha256)
    assert [one async for one in services.store.list_objects("renditions/")] == []


async def test_bytes_of_an_earlier_version_and_of_a_file_in_the_bin_are_kept(
    services: Services, upload: Upload
) -> None:
    sha256 = hashlib.sha256(PDF).hexdigest()
    purged, replaced, binned = await upload(PDF), await upload(PDF), await upload(PDF)
    other = await store_bytes(services.store, PDF + b"\n", "a.pdf")
    replaced.data["sha256"], replaced.facets = other.sha256, [f"sha256:{other.sha256}"]
    await replaced.replace()
    await delete_item(services, SYSTEM, binned.id)

    await purge(services, purged)
    assert await is_kept(services, sha256)
    await purge_item(services, SYSTEM, binned.id)
    await purge(services, replaced)  # its first version had them

    assert not await is_kept(services, sha256) and not await is_kept(services, other.sha256)
