"""What is loaded for measuring is what visitors would find, and reading it never walks through all of it."""

from collections.abc import AsyncIterator, Collection, Hashable
from copy import deepcopy
from typing import Any

import pytest

from benchmarks.content.clones import Clones
from benchmarks.content.loading import load_content
from benchmarks.content.mix import Mix, mix_of
from benchmarks.content.templates import read_templates
from benchmarks.queries import Query, main_queries, more_queries
from cms.app import delivery_context
from cms.content_types import registry
from cms.items.snapshot import write_snapshot
from cms.kernel.engines import EngineAddresses
from cms.kernel.graphql_request import GraphQLRequest
from cms.kernel.services import Services
from cms.kernel.settings import load_settings
from cms.opening import open_services
from storage.documents import Item
from storage.ids import new_id
from storage.live_items.collector import hide_from_collector
from storage.live_items.live_items import LiveItems
from storage.live_items.memory import Memory
from storage.mongo import Session
from storage.prepared_texts import without_prepared_texts
from tests.benchmarks.conftest import ITEMS
from tests.delivery import executor

SECRET = "secret"
WALK = """query ($after: String) { site(key: "eccp") { news(first: 10, after: $after) {
  totalCount nodes { slug url } pageInfo { hasNextPage endCursor } } } }"""
LOST = 3
SPARE = 10
"""Documents that a query may look at beside those it returns."""


async def asked(services: Services, text: str, **variables: Any) -> dict[str, Any]:
    context = delivery_context(services, SECRET)
    answer = await executor.execute(GraphQLRequest(text, None, variables), context)
    assert "errors" not in answer.body, answer.body
    return answer.body["data"]["site"]


@pytest.mark.parametrize("items", [1, 50, 1_000, 100_000])
def test_the_mix_adds_up_to_the_items_asked_for(items: int) -> None:
    assert mix_of(items).total == items


async def test_walking_through_the_pages_finds_every_news_item_once(loaded_services: Services) -> None:
    page = (await asked(loaded_services, WALK))["news"]
    found = [node["slug"] for node in page["nodes"]]
    while page["pageInfo"]["hasNextPage"]:
        page = (await asked(loaded_services, WALK, after=page["pageInfo"]["endCursor"]))["news"]
        found += [node["slug"] for node in page["nodes"]]

    made = {f"news-{number}" for number in range(mix_of(ITEMS).news)}
    assert len(found) == len(set(found)) == page["totalCount"] and made < set(found)


class Originals(Memory):
    """Knows how each value was when it came."""

    def __init__(self) -> None:
        super().__init__(64_000_000, hide_from_collector)
        self.originals: dict[Hashable, Any] = {}

    def put(self, key: Hashable, value: Any, tags: Collection[str], size: int) -> None:
        self.originals[key] = deepcopy(value)
        super().put(key, value, tags, size)


class NothingChanges:
    lag_seconds = 0.0

    def is_current(self) -> bool:
        return True


async def test_no_answer_changes_what_is_kept_in_memory(loaded_services: Services) -> None:
    items = LiveItems(1, NothingChanges())
    items.memory = memory = Originals()
    context = delivery_context(loaded_services, SECRET, items)
    queries = [*await main_queries(loaded_services, ITEMS, SECRET), *await more_queries(loaded_services, ITEMS)]

    for query in 2 * queries:
        answer = await executor.execute(GraphQLRequest(query.text, None, variables_of(query)), context)
        assert "errors" not in answer.body, answer.body

    assert items.figures.hits > 100 and len(memory) > 50
    assert {key: memory.get(key) for key in memory.originals} == memory.originals


class TakenBack(Exception):
    """Ends a transaction without a trace."""


@pytest.fixture
async def own_services(loaded_services: Services, addresses: EngineAddresses) -> AsyncIterator[Services]:
    """Over the same database, opened last: actions work with documents of the database that was opened last, which a
    measurement before may have closed."""
    settings = load_settings(mongodb_database=loaded_services.repository.mongo.db.name)
    async with open_services(settings, addresses) as services:
        yield services


async def test_clones_are_what_publication_writes_of_such_items(own_services: Services) -> None:
    database = own_services.repository.mongo.db
    [begun] = await database["benchmark"].find({"_id": "content"}).to_list(1)
    templates = await read_templates(own_services, begun["templates"])
    mix = Mix(series=1, editions=3, casts=1, organisations=1, news=2)
    clones = list(Clones(templates, mix, own_services.clock().date(), new_id()[:12] + 12 * "0"))
    last, written = [*{one["type"]: one for one in clones}.values(), clones[-2]], list[dict[str, Any]]()

    async def publish(session: Session) -> None:
        await database["published"].insert_many(clones, session=session)
        for clone in last:
            await database["published"].delete_one({"_id": clone["_id"]}, session=session)
            kind, locales = registry[clone["type"]], list(clone["locales"])
            await write_snapshot(own_services, kind, item_of(clone), session, publish=locales)
            written.append(await database["published"].find_one({"_id": clone["_id"]}, session=session) or {})
        raise TakenBack

    with pytest.raises(TakenBack):
        await own_services.transact(publish)

    assert [lasting(one) for one in last] == [lasting(one) for one in written]
    types = {"Series", "Organisation", "Person", "FileAsset", "PresentationFile", "Edition", "NewsItem"}
    assert {one["type"] for one in written} == types


def item_of(clone: dict[str, Any]) -> Item:
    shared = [site for site in clone["sites"] if site != clone["site"]]
    facts = {name: clone[name] for name in ("type", "site", "slugs", "version")}
    return Item(id=clone["_id"], shared=shared, data=without_prepared_texts(clone["data"]), **facts)


def lasting(document: dict[str, Any]) -> dict[str, Any]:
    """Without the moments at which it was written."""
    moments = ("published_at", "modified_at")
    kept = {name: value for name, value in document.items() if name not in moments}
    return kept | {"locales": sorted(document["locales"]), "moments there": [name in document for name in moments]}


async def test_a_load_that_was_interrupted_is_finished_as_it_would_have_been(loaded_services: Services) -> None:
    database = loaded_services.repository.mongo.db
    ids, steps = await ids_in(database), list[int]()
    [begun] = await database["benchmark"].find({"_id": "content"}).to_list(1)
    base = begun["base"]
    late = [id for id in ids if base < id < f"{base[:-6]}ffffff"][-LOST:]
    await database["published"].delete_many({"_id": {"$in": late[1:]}})  # one of them was under way, and is there
    await database["benchmark"].update_one({"_id": "content"}, {"$set": {"loaded": ITEMS - LOST}})

    await load_content(loaded_services, ITEMS, steps.append)

    assert steps == [ITEMS - LOST, LOST] and await ids_in(database) == ids
    await load_content(loaded_services, ITEMS, steps.append)
    assert steps == [ITEMS - LOST, LOST, ITEMS]


async def ids_in(database: Any) -> list[str]:
    return sorted(one["_id"] for one in await database["published"].find({}, {"_id": 1}).to_list(None))


async def test_no_query_looks_at_many_more_documents_than_it_returns(loaded_services: Services) -> None:
    database = loaded_services.repository.mongo.db
    queries = [*await main_queries(loaded_services, ITEMS, SECRET), *await more_queries(loaded_services, ITEMS)]

    await database.command("profile", 2)
    for query in queries:
        await asked(loaded_services, query.text, **variables_of(query))
    await database.command("profile", 0)

    reads = await database["system.profile"].find({"ns": f"{database.name}.published", "op": "query"}).to_list(1000)
    assert len(reads) > 3 * len(queries)
    for read in reads:
        assert read["planSummary"].startswith(("IXSCAN", "EOF", "IDHACK")), read["command"]
        assert read["docsExamined"] <= 2 * read["nreturned"] + SPARE, read["command"]


def variables_of(query: Query) -> dict[str, Any]:
    return {"site": "eccp", "l": "en", **query.variables}
