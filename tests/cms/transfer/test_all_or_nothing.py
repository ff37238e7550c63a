"""A fault at any write of an import or of a job leaves either all of the step or nothing of it."""

import pytest

from cms.access.actor import SYSTEM
from cms.files.actions.replace_bytes import replace_bytes
from cms.files.facts import file_facts
from cms.files.store_bytes import store_bytes
from cms.kernel.services import Services
from cms.mail.actions.send_mail_again import send_mail_again
from cms.transfer.actions.start_transfer import start_export, start_import
from cms.transfer.import_item import import_item
from cms.transfer.portable import PortableItem
from cms.transfer.read_items import read_items
from storage.documents import Item, Mail
from storage.mongo import Mongo
from tests.cms.files import samples
from tests.cms.items.test_all_or_nothing import stopped_after_each_write
from tests.uploads import put, ticket


@pytest.fixture
async def portable(services: Services, site: str, news: Item) -> PortableItem:
    [found] = await read_items(services, [news.id], site)
    return found


async def test_an_item_is_imported_over_another_version_at_once(
    services: Services, mongo: Mongo, portable: PortableItem, news: Item
) -> None:
    item = await services.repository.items.get(news.id)
    assert item

    writes = await stopped_after_each_write(
        services, mongo, lambda one: import_item(one, SYSTEM, portable, item.version, "nca")
    )

    assert writes > 15


async def test_an_item_is_imported_anew_at_once(
    services: Services, mongo: Mongo, portable: PortableItem, news: Item
) -> None:
    for name, path in (("items", "_id"), ("published", "_id"), ("drafts", "_id"), ("versions", "item")):
        await mongo.db[name].delete_many({path: news.id})
    await mongo.db["site_overrides"].delete_many({"item": news.id})
    await mongo.db["versions"].delete_many({"item": {"$regex": f"^{news.id}@"}})

    assert (
        await stopped_after_each_write(services, mongo, lambda one: import_item(one, SYSTEM, portable, None, "nca"))
        > 15
    )


async def test_a_job_begins_at_once(services: Services, mongo: Mongo, sites: None) -> None:
    upload = await ticket(services, SYSTEM, b"archive", "site.zip", site="nca")
    await put(services, upload, b"archive")

    assert await stopped_after_each_write(services, mongo, lambda one: start_import(one, SYSTEM, upload.id)) >= 5
    assert await stopped_after_each_write(services, mongo, lambda one: start_export(one, SYSTEM, "eccp")) >= 4


async def test_other_bytes_come_at_once(services: Services, mongo: Mongo, picture: Item) -> None:
    facts = file_facts(await store_bytes(services.store, samples.image(width=11), "other.png"))

    assert (
        await stopped_after_each_write(services, mongo, lambda one: replace_bytes(one, SYSTEM, picture.id, facts)) >= 5
    )


async def test_a_mail_is_sent_again_at_once(services: Services, mongo: Mongo) -> None:
    mail = Mail(to="a@b.org", template="published", locale="en", queued_at=services.clock(), state="failed")
    await mail.insert()

    assert await stopped_after_each_write(services, mongo, lambda one: send_mail_again(one, SYSTEM, mail.id)) >= 4
