"""What is loaded for measuring is what visitors would find, and reading it never walks through all of it."""

from typing import Any

import pytest

from benchmarks.content.mix import mix_of
from benchmarks.queries import Query, main_queries, more_queries
from cms.app import delivery_context
from cms.kernel.graphql_request import GraphQLRequest
from cms.kernel.services import Services
from tests.benchmarks.conftest import ITEMS
from tests.delivery import executor

SECRET = "secret"
WALK = """query ($after: String) { site(key: "eccp") { news(first: 10, after: $after) {
  totalCount nodes { slug url } pageInfo { hasNextPage endCursor } } } }"""
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
