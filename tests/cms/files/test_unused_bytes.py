"""Bytes that nothing speaks of: found, and deleted unless somebody needs them after all."""

import pytest

from cms.access.actor import SYSTEM
from cms.files.actions import create_upload, replace_file
from cms.files.renditions import rendition_key
from cms.files.store_bytes import original_key
from cms.files.unused_bytes import delete_unused, unused_bytes
from cms.files.upload_check import checked_facts
from cms.items.actions import publish_item
from cms.kernel.services import Services
from storage.object_store import ObjectStore
from tests.cms.files import samples
from tests.services import Clock
from tests.uploads import put, ticket, uploaded

LOST = "ab" * 32


@pytest.fixture
async def bucket(services: Services) -> ObjectStore:
    """That of the services, with bytes in it that nothing speaks of."""
    for key in (original_key(LOST), rendition_key(LOST, 320), "files/not-ours", "backups/x"):
        await services.store.put(key, b"lost", "application/pdf")
    return services.store


async def found(services: Services) -> list[str]:
    return [one.key for one in await unused_bytes(services)]


async def test_only_bytes_that_nothing_speaks_of_are_found(
    services: Services, clock: Clock, bucket: ObjectStore
) -> None:
    item = await uploaded(services, SYSTEM, samples.pdf(1), "a.pdf")
    await publish_item(services, SYSTEM, item.id, ["en"])
    other = await ticket(services, SYSTEM, samples.pdf(2), "a.pdf")
    await put(services, other, samples.pdf(2))
    await replace_file(services, SYSTEM, item.id, other.id)  # the first bytes are live and in the history
    coming = await ticket(services, SYSTEM, samples.pdf(3), "b.pdf")
    await put(services, coming, samples.pdf(3))
    await checked_facts(services, coming)
    assert await found(services) == []  # all of it is younger than a day

    clock.set("2100-01-01T00:00:00+00:00")

    assert await found(services) == [original_key(LOST), rendition_key(LOST, 320)]


async def test_bytes_that_came_again_meanwhile_stay(services: Services, clock: Clock, bucket: ObjectStore) -> None:
    clock.set("2100-01-01T00:00:00+00:00")
    unused = await unused_bytes(services)
    upload = await create_upload(services, SYSTEM, site="eccp", filename="a.pdf", byte_size=4)
    await services.transact(
        lambda session: services.repository.uploads.set(upload.id, {"facts": {"sha256": LOST}}, session)
    )

    assert [await delete_unused(services, one) for one in unused] == [False, False]
    await services.transact(lambda session: services.repository.uploads.remove(upload.id, session))
    assert [await delete_unused(services, one) for one in unused] == [True, True]
    assert [one.key async for one in bucket.list_objects("")] == ["backups/x", "files/not-ours"]
