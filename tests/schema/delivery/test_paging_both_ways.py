"""Lists are the same whichever way they are read, by whatever page size, from whatever cursor."""

import random
from collections.abc import Awaitable, Callable, Sequence
from typing import Any

import pytest

from cms.access.actor import SYSTEM
from cms.items.actions import publish_override, update_override
from cms.kernel.services import Services
from storage.documents import Item
from storage.mongo import Mongo
from tests.cms.items.test_editor_lists import stages_of
from tests.delivery import Ask
from tests.services import Publish

NEWS = """query ($first: Int, $after: String, $last: Int, $before: String, $sort: NewsItemSort) {
  site(key: "eccp") { news(first: $first, after: $after, last: $last, before: $before, sort: $sort) {
    edges { cursor node { slug } } pageInfo { hasNextPage hasPreviousPage startCursor endCursor } } } }"""
SEED = 15

Page = Callable[..., Awaitable[dict[str, Any]]]


@pytest.fixture
async def news(sites: None, publish: Publish, services: Services) -> list[Item]:
    """Twenty items on five days; six of them are put first, some at the same place."""
    chance = random.Random(SEED)
    made: list[Item] = []
    for number in range(20):
        data = {"kind": "news", "title": {"en": f"News {number}"}, "published_at": f"2024-03-0{chance.randint(1, 5)}"}
        made.append(await publish("NewsItem", data))
    for item in chance.sample(made, 6):
        await update_override(services, SYSTEM, item.id, "eccp", 0, {"order": chance.randint(1, 4)})
        await publish_override(services, SYSTEM, item.id, "eccp")
    return made


@pytest.fixture
def page(ask: Ask) -> Page:
    async def read(**variables: Any) -> dict[str, Any]:
        return (await ask(NEWS, **variables))["site"]["news"]

    return read


def slugs(edges: Sequence[dict[str, Any]]) -> list[str]:
    return [edge["node"]["slug"] for edge in edges]


async def walked(page: Page, size: int, *, backwards: bool, **variables: Any) -> list[dict[str, Any]]:
    """All edges of a list in its order, page by page from its beginning or its end."""
    found: list[dict[str, Any]] = []
    place: dict[str, Any] = {}
    while True:
        read = await page(**{"last" if backwards else "first": size}, **place, **variables)
        found = [*read["edges"], *found] if backwards else [*found, *read["edges"]]
        info = read["pageInfo"]
        if not info["hasPreviousPage" if backwards else "hasNextPage"]:
            return found
        assert info["hasNextPage" if backwards else "hasPreviousPage"] == bool(place)
        place = {"before": info["startCursor"]} if backwards else {"after": info["endCursor"]}


async def test_pages_of_any_size_hold_the_same_forwards_and_backwards(page: Page, news: list[Item]) -> None:
    for sort in (None, "PUBLISHED_ASC"):
        whole = (await page(first=100, sort=sort))["edges"]
        assert len(set(slugs(whole))) == len(news)

        for size in (1, 3, 7):
            assert await walked(page, size, backwards=False, sort=sort) == whole
            assert await walked(page, size, backwards=True, sort=sort) == whole


async def test_from_every_cursor_there_is_what_stands_before_and_after_it(page: Page, news: list[Item]) -> None:
    whole = (await page(first=100))["edges"]

    for number, edge in enumerate(whole):
        before, after = whole[:number], whole[number + 1 :]
        assert (await page(last=4, before=edge["cursor"]))["edges"] == before[-4:]
        assert (await page(first=4, after=edge["cursor"]))["edges"] == after[:4]


async def test_two_cursors_bound_the_list(page: Page, news: list[Item]) -> None:
    whole = (await page(first=100))["edges"]
    chance = random.Random(SEED)

    for _ in range(20):
        begin, end = sorted(chance.sample(range(len(whole)), 2))
        bounds = {"after": whole[begin]["cursor"], "before": whole[end]["cursor"]}
        between = whole[begin + 1 : end]
        assert (await page(first=3, **bounds))["edges"] == between[:3]
        assert (await page(last=3, **bounds))["edges"] == between[-3:]
        turned = await page(first=3, after=bounds["before"], before=bounds["after"])
        assert turned["edges"] == []


async def test_the_end_of_a_list_and_the_page_before_a_cursor(page: Page, news: list[Item]) -> None:
    whole = (await page(first=100))["edges"]

    end = await page(last=2)
    before = await page(before=end["pageInfo"]["startCursor"])

    assert (end["edges"], before["edges"]) == (whole[-2:], whole[-12:-2])
    assert (end["pageInfo"]["hasNextPage"], end["pageInfo"]["hasPreviousPage"]) == (False, True)
    assert (before["pageInfo"]["hasNextPage"], before["pageInfo"]["hasPreviousPage"]) == (True, True)
    assert (await page(first=None, last=None))["edges"] == whole[:10]


@pytest.mark.parametrize(
    ("asked", "field", "code"),
    [
        ({"first": 2, "last": 2}, "last", "TWO_PAGE_SIZES"),
        ({"last": 0}, "last", "OUT_OF_RANGE"),
        ({"last": -3}, "last", "OUT_OF_RANGE"),
        ({"last": 2, "before": "made up"}, "before", "BAD_CURSOR"),
        ({"first": 2, "before": ""}, "before", "BAD_CURSOR"),
    ],
)
async def test_what_cannot_be_meant_is_refused_with_what_to_do(
    answer: Ask, sites: None, asked: dict[str, Any], field: str, code: str
) -> None:
    refused = (await answer(NEWS, **asked))["errors"][0]["extensions"]

    [problem] = refused["problems"]
    assert (refused["code"], problem["field"], problem["code"]) == ("INVALID", field, code)


async def test_a_last_page_is_as_bounded_as_a_first_one(answer: Ask, sites: None) -> None:
    refused = await answer(NEWS, last=101)

    assert refused["errors"][0]["extensions"]["code"] == "LIMIT_PAGE_SIZE"


async def test_reading_backwards_begins_at_the_cursor_and_sorts_nothing(mongo: Mongo, news: list[Item]) -> None:
    here = {"type": "NewsItem", "channels": "eccp/en"}
    middle = await mongo.db["published"].find(here).sort([("keys.published", -1), ("_id", -1)]).skip(10).to_list(1)
    value, id = middle[0]["keys"]["published"], middle[0]["_id"]
    beyond = [{"keys.published": {"$gt": value}}, {"keys.published": value, "_id": {"$gt": id}}]
    wanted = {**here, "keys.published": {"$gte": value}, "$or": beyond}
    command = {"find": "published", "filter": wanted, "sort": {"keys.published": 1, "_id": 1}, "limit": 3}

    plan = await mongo.db.command({"explain": command, "verbosity": "executionStats"})

    stages = stages_of(plan["queryPlanner"]["winningPlan"])
    assert "IXSCAN" in stages and not {"SORT", "COLLSCAN"} & set(stages), stages
    assert plan["executionStats"]["totalDocsExamined"] <= 4
