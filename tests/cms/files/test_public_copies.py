"""Copies of public files: there before a page names them, gone when the file is not public any more."""

from dataclasses import replace

import pytest

from cms.access.actor import SYSTEM
from cms.app import delivery_context
from cms.files.jobs.keep_public_copies import keep_public_copies
from cms.files.public_copies import bring_copies_up_to_date, files_to_copy
from cms.items.actions import publish_item, unpublish_item, update_item
from cms.kernel.graphql_request import GraphQLRequest
from cms.kernel.services import Services
from cms.kernel.settings import load_settings
from cms.worker import Worker
from schema.delivery.schema import schema
from schema.execution.execute import Executor
from storage.documents import Item
from tests.cms.files import samples
from tests.services import Publish
from tests.uploads import uploaded

FILES, CMS = "https://files.example.org", "https://cms.example.org"
QUERY = '{ site(key: "eccp") { newsItem(slug: "port") { image { url small: url(width: 640) } } } }'


@pytest.fixture
def copying(services: Services) -> Services:
    """With an address of files."""
    return replace(services, base_url=CMS, settings=load_settings(files_url=FILES))


async def work_off(services: Services) -> None:
    worker = Worker(services)
    while await worker.step():
        pass


async def lying(services: Services) -> list[str]:
    return [found.key async for found in services.store.list_objects("public/")]


@pytest.fixture
async def picture(copying: Services, sites: None) -> Item:
    item = await uploaded(copying, SYSTEM, samples.image(width=700, height=500), "Přístav.png")
    await update_item(copying, SYSTEM, item.id, item.version, {"alt": {"en": "The port"}})
    return await publish_item(copying, SYSTEM, item.id, ["en"])


async def test_what_is_published_is_copied_with_all_its_widths(copying: Services, picture: Item) -> None:
    assert await lying(copying) == []
    await work_off(copying)

    place = f"public/{picture.id}/{picture.data['sha256']}"
    widths = (1280, 1600, 1920, 320, 480, 640, 960)
    assert await lying(copying) == [f"{place}/pristav.png", *(f"{place}/v2/{width}.webp" for width in widths)]
    async with await copying.store.open(f"{place}/pristav.png") as stream:
        assert b"".join([chunk async for chunk in stream]) == samples.image(width=700, height=500)


async def test_pages_show_a_copy_once_it_is_there(copying: Services, picture: Item, publish: Publish) -> None:
    news = {"kind": "news", "title": {"en": "Port"}, "published_at": "2024-03-01", "image": picture.id}
    await publish("NewsItem", news, slugs={"en": "port"})

    async def shown() -> list[str]:
        context = delivery_context(copying, "test secret")
        body = (await Executor(schema).execute(GraphQLRequest(QUERY), context)).body
        return list(body["data"]["site"]["newsItem"]["image"].values())

    place = f"{picture.id}/{picture.data['sha256']}"
    paths = [f"{place}/pristav.png", f"{place}/v2/640.webp"]
    assert await shown() == [f"{CMS}/public/{path}" for path in paths]
    await work_off(copying)
    assert await shown() == [f"{FILES}/{path}" for path in paths]


async def test_what_is_unpublished_is_taken_away(copying: Services, picture: Item) -> None:
    await work_off(copying)

    await unpublish_item(copying, SYSTEM, picture.id, ["en"])
    await work_off(copying)

    assert await lying(copying) == []


async def test_what_becomes_protected_is_taken_away(copying: Services, picture: Item) -> None:
    await work_off(copying)

    changed = await update_item(copying, SYSTEM, picture.id, picture.version, {"visibility": "protected"})
    assert len(await lying(copying)) == 8  # the draft alone is
    await publish_item(copying, SYSTEM, changed.id, ["en"])
    await work_off(copying)

    assert await lying(copying) == []


async def test_drafts_and_what_is_published_without_an_address_are_not_copied(
    services: Services, copying: Services, sites: None
) -> None:
    await uploaded(copying, SYSTEM, samples.pdf(1), "draft.pdf")
    item = await uploaded(services, SYSTEM, samples.pdf(2), "live.pdf")
    await publish_item(services, SYSTEM, item.id, ["en"])
    await work_off(services)
    assert await lying(services) == []


async def test_what_was_public_before_is_copied_and_what_is_lost_comes_again(
    services: Services, copying: Services, picture: Item
) -> None:
    stray = f"public/{'c' * 24}/{'ab' * 32}/letter.pdf"
    await copying.store.put(stray, b"%PDF", "application/pdf")
    assert [id async for id in files_to_copy(copying)] == [picture.id, "c" * 24]

    await keep_public_copies(copying)
    first = await lying(copying)
    await copying.store.delete(first[0])
    await keep_public_copies(copying)

    assert await lying(copying) == first and len(first) == 8 and stray not in first
    assert [id async for id in files_to_copy(copying)] == []


async def test_a_renamed_file_has_its_copy_at_one_address(copying: Services, picture: Item) -> None:
    await work_off(copying)

    await update_item(copying, SYSTEM, picture.id, picture.version, {"filename": "sea.png"})
    await publish_item(copying, SYSTEM, picture.id, ["en"])
    await bring_copies_up_to_date(copying, picture.id)

    names = [key.rpartition("/")[2] for key in await lying(copying)]
    assert "sea.png" in names and "pristav.png" not in names and len(names) == 8
