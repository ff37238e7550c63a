"""Compiled queries of the delivery API give the bytes of graphql-core, whatever is asked, and whatever is stored."""

from collections.abc import AsyncIterator, Iterator
from random import Random
from typing import Any

import pytest

from benchmarks.content.loading import load_content
from benchmarks.content.maker import HOME, NEIGHBOUR
from cms.kernel import turns
from cms.kernel.services import Services
from schema.delivery.context import DeliveryContext
from schema.delivery.examples import contract_operations
from schema.delivery.schema import schema
from schema.execution.execute import Executor
from tests.kept import lay_down
from tests.schema.changed_queries import changed
from tests.schema.random_queries import Choices, RandomQuery, random_query
from tests.schema.two_executions import ENDLESS, ROOMY, answered

SLUGS = ("iasi-2023", "edition-0", "news-1", "come-to-iasi-clusters-and-regions-meet", "about-us", "nothing")
CHOICES = Choices(
    {
        "Locale": ("en", "cs"),
        "Query.site.key": (HOME, NEIGHBOUR),
        "Query.site.preview": (None,),
        "PartialDate": ("2023", "2023-11", ""),
        "Int": (1, 2, 5),
        "Site.series.slug": ("clusters-meet-regions", "series-0"),
        **{f"Site.{one}.slug": SLUGS for one in ("edition", "newsItem", "call", "person", "organisation")},
        **{f"Site.{one}.path": ("/", *SLUGS, "/news/news-1", "/editions/iasi-2023") for one in ("route", "page")},
        **{f"Site.{one}.{cursor}": (None,) for one in ("editions", "news", "calls") for cursor in ("after", "before")},
    },
    left_out=frozenset({"Query.viewer", "Query.proofChallenge", "Query.node", "Query.nodes"}),
    fields=80,
    depth=8,
)
FEW = Choices(CHOICES.values, fields=8, depth=3)
"""What is added in one place."""
WRONG: tuple[Any, ...] = (None, "", "text", 7, 2**40, -1.5, True, [], {}, ["a"], [None], {"en": None}, {"en": 7})
SITE = {"site": HOME, "l": "en"}
VARIABLES: dict[str, dict[str, Any]] = {
    "SeriesLanding": SITE,
    "EditionPage": {**SITE, "slug": "iasi-2023"},
    "EditionArchive": {**SITE, "f": {"status": ["PAST"]}},
    "RegionalHome": {"site": NEIGHBOUR, "l": "cs"},
    "NewsDetail": {**SITE, "slug": "come-to-iasi-clusters-and-regions-meet"},
    "ByPath": {**SITE, "path": "/editions/iasi-2023"},
}
NAMES = sorted(VARIABLES)
USES = 5
"""Of one document: it is compiled from the second time on, a part of it at each."""
SEEDS = range(8)
"""Not drawn by Hypothesis: it takes offence at what the driver's threads draw meanwhile."""


@pytest.fixture
async def content(services: Services, delivery: DeliveryContext, monkeypatch: pytest.MonkeyPatch) -> DeliveryContext:
    """An edition with its programme, news, a page, in two languages on two sites; in turns that never end."""
    monkeypatch.setattr(turns, "TURN_SECONDS", ENDLESS)

    async def make() -> None:
        await load_content(services, 30, lambda _: None)

    await lay_down(services.repository.mongo, "content of benchmarks", make)
    return delivery


async def assert_equal(context: DeliveryContext, query: RandomQuery) -> Any:
    right = await answered(Executor(schema, ROOMY, compiled=False), query, context)
    compiled = Executor(schema, ROOMY)
    for _use in range(USES):
        assert await answered(compiled, query, context) == right
    return right[0]


@pytest.mark.parametrize("seed", SEEDS)
async def test_any_query_is_answered_the_same(content: DeliveryContext, seed: int) -> None:
    await assert_equal(content, random_query(schema._schema, Random(seed), CHOICES))


@pytest.mark.parametrize("seed", SEEDS)
async def test_queries_of_the_contract_with_changed_selections_are_answered_the_same(
    content: DeliveryContext, seed: int
) -> None:
    name = NAMES[seed % len(NAMES)]
    text = changed(contract_operations()[name], schema._schema, Random(seed), FEW)

    await assert_equal(content, RandomQuery(text, VARIABLES[name]))


@pytest.mark.parametrize("seed", SEEDS)
async def test_queries_of_wrong_documents_are_answered_the_same(
    content: DeliveryContext, services: Services, seed: int
) -> None:
    random, name = Random(seed), NAMES[seed % len(NAMES)]
    text = changed(contract_operations()[name], schema._schema, random, FEW)

    async for _document in spoilt(services, random):
        await assert_equal(content, RandomQuery(text, VARIABLES[name]))


async def spoilt(services: Services, random: Random) -> AsyncIterator[dict[str, Any]]:
    """Two live documents, one after the other, with a value of their data changed; both are as before afterwards."""
    live = services.repository.mongo.db["published"]
    found = await live.find({"type": {"$in": ["Edition", "NewsItem", "Person", "Organisation", "Page"]}}).to_list(None)
    for document in random.sample(found, 2):
        places = [path for path in paths(document["data"], "data") if path != "data"]
        path = random.choice(places)
        await live.update_one({"_id": document["_id"]}, {"$set": {path: random.choice(WRONG)}})
        try:
            yield document
        finally:
            await live.replace_one({"_id": document["_id"]}, document)


def paths(value: Any, at: str) -> Iterator[str]:
    yield at
    below = value.items() if isinstance(value, dict) else enumerate(value) if isinstance(value, list) else ()
    for name, one in below:
        yield from paths(one, f"{at}.{name}")
