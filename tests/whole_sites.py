"""A small site with everything that an archive must carry, and empty systems to carry it to."""

from collections.abc import Awaitable, Callable
from dataclasses import replace
from pathlib import Path
from typing import Any

import pytest

from cms.access.actor import SYSTEM
from cms.content.richtext import from_html
from cms.files.facts import file_facts
from cms.files.store_bytes import store_bytes
from cms.items.actions import (
    add_redirect,
    create_item,
    publish_item,
    publish_override,
    schedule_expiry,
    schedule_publication,
    submit_item,
    update_item,
    update_override,
)
from cms.kernel.services import Services
from cms.transfer.export_site import export_site
from storage.documents import Item
from storage.embedded import S3Address
from storage.mongo import Mongo
from storage.object_store import ObjectStore
from tests.cms.files import samples
from tests.services import Publish

Export = Callable[..., Awaitable[bytes]]
Empty = Callable[[], Awaitable[Services]]


async def make_file(services: Services, data: bytes, name: str, alt: dict[str, str]) -> Item:
    stored = await store_bytes(services.store, data, name)
    made = await create_item(
        services,
        SYSTEM,
        type="FileAsset",
        site="nca",
        data={"filename": stored.filename, "alt": alt},
        facts=file_facts(stored),
    )
    return await publish_item(services, SYSTEM, made.id, list(alt) or ["en"])


@pytest.fixture
async def picture(services: Services, sites: None) -> Item:
    return await make_file(services, samples.image(), "burgas.png", {"cs": "Přístav", "en": "The harbour"})


@pytest.fixture
async def edition(make_edition: Publish) -> Item:
    return await make_edition()


@pytest.fixture
async def news(services: Services, publish: Publish, picture: Item, edition: Item) -> Item:
    """Live in Czech as version 1, changed since, scheduled in English; its address changed once."""
    text = from_html(f'<p>Více v <a data-item="{edition.id}">programu</a>.</p>')
    made = await publish(
        "NewsItem",
        {
            "kind": "news",
            "title": {"cs": "Pozvánka", "en": "Invitation"},
            "lead": {"cs": "Přijďte."},
            "body": {"cs": [{"kind": "text", "body": text}]},
            "published_at": "2024-03-01",
            "image": picture.id,
            "edition": edition.id,
            "tags": ["Burgas"],
        },
        ["cs"],
        site="nca",
        shared=["eccp"],
        slugs={"cs": "pozvanka", "en": "invitation"},
    )
    moved = await update_item(services, SYSTEM, made.id, 1, {}, slugs={"cs": "pozvanka-do-burgasu"})
    await publish_item(services, SYSTEM, made.id, ["cs"])
    changed = await update_item(services, SYSTEM, made.id, moved.version, {"lead": {"cs": "Přijďte!", "en": "Come."}})
    await schedule_publication(services, SYSTEM, made.id, "en", "2024-06-01T09:00")
    await schedule_expiry(services, SYSTEM, made.id, "cs", "2024-12-31T12:00")
    await update_item(services, SYSTEM, made.id, changed.version, {"tags": ["Burgas", "invitation"]})
    return made


@pytest.fixture
async def site(services: Services, publish: Publish, news: Item, edition: Item) -> str:
    """The key of the site."""
    entries = [{"label": {"cs": "Novinky"}, "target": news.id}, {"label": {"cs": "Jinde"}, "url": "https://e.org/"}]
    await publish("Menu", {"slot": "main", "entries": entries}, ["cs"], site="nca")
    await publish("Organisation", {"name": {"en": "Cluster Burgas"}}, ["en"], site="nca", slugs={"en": "burgas"})
    draft = {"kind": "news", "title": {"cs": "Ke kontrole"}, "published_at": "2024-04"}
    pending = await create_item(services, SYSTEM, type="NewsItem", site="nca", data=draft, origin="plone:123")
    await submit_item(services, SYSTEM, pending.id, "cs")
    await update_override(services, SYSTEM, news.id, "eccp", 0, {"title": {"en": "Seen from Brussels"}, "order": 1})
    await publish_override(services, SYSTEM, news.id, "eccp")
    await add_redirect(services, SYSTEM, "nca", "/stare/pozvani", news.id, "cs")
    return "nca"


@pytest.fixture
def export(services: Services, tmp_path: Path) -> Export:
    """The bytes of an archive."""
    count = 0

    async def made(site: str = "nca", services: Services = services) -> bytes:
        nonlocal count
        count += 1
        path = tmp_path / f"export-{count}.zip"
        await export_site(services, SYSTEM, site, path)
        return path.read_bytes()

    return made


@pytest.fixture
async def empty(services: Services, mongo: Mongo, new_bucket: Callable[[], Awaitable[S3Address]]) -> Any:
    """Turns the system into one in which nothing is, neither documents nor files."""
    opened: list[ObjectStore] = []

    async def emptied() -> Services:
        for name in await mongo.db.list_collection_names():
            await mongo.db[name].delete_many({})
        s3 = await new_bucket()
        opened.append(ObjectStore(s3.endpoint, s3.access_key, s3.secret_key, s3.bucket, s3.region))
        return replace(services, store=opened[-1])

    yield emptied
    for store in opened:
        store.close()
