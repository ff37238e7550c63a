"""What a process that remembers what it has read asks MongoDB for, where a page of the demo does not show it."""

from collections.abc import AsyncIterator

import pytest

from cms.access.actor import SYSTEM
from cms.items.actions import publish_override, update_override
from cms.kernel.services import Services
from cms.kernel.settings import Settings
from schema.delivery.projection.identity import Identity
from storage.documents import Item
from storage.embedded import Engines
from tests.cms.demo.database_commands import Page, Processes, processes
from tests.services import Publish

LIST = """{ site(key: "nca", locale: "en") { news(first: 2) { nodes { title } } } }"""
NODES = """query ($ids: [ID!]!, $item: ID!) { nodes(ids: $ids) { ... on NewsItem { title } }
  site(key: "nca") { item(itemId: $item) { itemId } } }"""


@pytest.fixture
async def counting(services: Services, engines: Engines, unset: Settings) -> AsyncIterator[Processes]:
    async with processes(services, engines.mongodb_url, unset) as running:
        yield running


@pytest.fixture
async def news(publish: Publish, sites: None) -> list[Item]:
    data = {"kind": "news", "published_at": "2024-01-01"}
    return [await publish("NewsItem", {**data, "title": {"en": f"No. {n}"}}, shared=["nca"]) for n in range(3)]


async def test_what_a_site_puts_first_costs_its_list_no_command(
    services: Services, counting: Processes, news: list[Item]
) -> None:
    await update_override(services, SYSTEM, news[0].id, "nca", 0, {"order": 1})
    await publish_override(services, SYSTEM, news[0].id, "nca")

    cold, warm = await counting.ask(Page(LIST, {}, {}))

    assert (sorted(cold), warm) == (["list NewsItem", "references", "site"], ["list NewsItem"])


async def test_items_that_are_asked_for_by_their_ids_are_remembered(counting: Processes, news: list[Item]) -> None:
    ids = [Identity("nca", "en", "", item.id).id for item in news]

    cold, warm = await counting.ask(Page(NODES, {"ids": ids, "item": news[0].id}, {}))

    assert warm == []
    assert set(cold) == {"site", "references"}
