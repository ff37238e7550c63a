"""Lists by words are in the order of the language that is read, and their pages hold everything once."""

from typing import Any

import pytest

from cms.access.actor import SYSTEM
from cms.items.actions import publish_item, publish_override, update_item, update_override
from cms.kernel.services import Services
from cms.worker import Worker
from storage.documents import Item
from storage.mongo import Mongo
from tests.cms.items.test_editor_lists import stages_of
from tests.delivery import Ask
from tests.services import Publish

NAMES = ["Łukasz Wójcik", "Chrudoš Malý", "Ørjan Berg", "Hana Dlouhá", "Žaneta Křížová", "Ivan Holý", "Яна Тодорова"]
IN_CZECH = ["Hana Dlouhá", "Chrudoš Malý", "Ivan Holý", "Łukasz Wójcik", "Ørjan Berg", "Žaneta Křížová", "Яна Тодорова"]
IN_ENGLISH = ["Chrudoš Malý", "Hana Dlouhá", *IN_CZECH[2:]]
PEOPLE = """query ($l: Locale!, $after: String, $first: Int = 2, $sort: PersonSort) { site(key: "nca", locale: $l) {
  people(first: $first, after: $after, sort: $sort) {
    totalCount nodes { itemId name } pageInfo { hasNextPage endCursor } } } }"""
PAGES = """query ($l: Locale!, $site: String! = "nca", $after: String) { site(key: $site, locale: $l) {
  pages(first: 2, after: $after) { totalCount nodes { itemId title } pageInfo { hasNextPage endCursor } } } }"""
TITLES = {"en": ["Energy", "Health", "Zinc"], "cs": ["Šetrnost", "Chov", "Hory"]}


@pytest.fixture
async def people(sites: None, publish: Publish) -> list[Item]:
    return [await publish("Person", {"name": name}) for name in NAMES]


@pytest.fixture
async def pages(sites: None, publish: Publish) -> list[Item]:
    titles = [{"en": english, "cs": czech} for english, czech in zip(*TITLES.values(), strict=True)]
    return [await publish("Page", {"title": title}, ["en", "cs"], site="nca") for title in titles]


async def walked(ask: Ask, query: str, **variables: Any) -> list[dict[str, Any]]:
    """All nodes of a list, page by page."""
    found, after = [], None
    while True:
        [page] = (await ask(query, after=after, **variables))["site"].values()
        found += page["nodes"]
        after = page["pageInfo"]["endCursor"]
        if not page["pageInfo"]["hasNextPage"]:
            assert page["totalCount"] == len(found)
            return found


async def names(ask: Ask, locale: str, **variables: Any) -> list[str]:
    return [one["name"] for one in await walked(ask, PEOPLE, l=locale, **variables)]


async def titles(ask: Ask, locale: str, **variables: Any) -> list[str]:
    return [one["title"] for one in await walked(ask, PAGES, l=locale, **variables)]


async def test_people_stand_in_the_order_of_the_language(ask: Ask, people: list[Item]) -> None:
    assert await names(ask, "cs") == IN_CZECH
    assert await names(ask, "en") == IN_ENGLISH
    assert await names(ask, "cs", sort="NAME_DESC") == IN_CZECH[::-1]


async def test_pages_stand_in_the_order_of_the_titles_that_are_shown(ask: Ask, pages: list[Item]) -> None:
    assert await titles(ask, "en") == ["Energy", "Health", "Zinc"]
    assert await titles(ask, "cs") == ["Hory", "Chov", "Šetrnost"]


async def test_a_page_without_a_text_in_the_language_stands_where_its_shown_title_does(
    ask: Ask, pages: list[Item], publish: Publish
) -> None:
    await publish("Page", {"title": {"en": "Index"}}, ["en"], site="nca")

    assert await titles(ask, "cs") == ["Hory", "Chov", "Index", "Šetrnost"]


async def test_a_title_of_the_site_s_own_moves_the_page_in_its_lists_alone(
    ask: Ask, services: Services, sites: None, publish: Publish
) -> None:
    made = [await publish("Page", {"title": {"en": title}}, shared=["nca"]) for title in ("Alpha", "Beta")]
    await update_override(services, SYSTEM, made[0].id, "nca", 0, {"title": {"en": "Zeta"}})
    await publish_override(services, SYSTEM, made[0].id, "nca")

    assert await titles(ask, "en") == ["Beta", "Zeta"]
    assert await titles(ask, "en", site="eccp") == ["Alpha", "Beta"]


async def test_organisations_stand_in_the_order_of_their_names_in_the_language(
    ask: Ask, sites: None, publish: Publish
) -> None:
    members = [{"site": "nca", "member_list": "members"}]
    for english, czech in zip(*TITLES.values(), strict=True):
        await publish("Organisation", {"name": {"en": english, "cs": czech}, "memberships": members}, ["en", "cs"])
    query = """query ($l: Locale!) { site(key: "nca", locale: $l) {
      organisations(memberOf: "members") { nodes { name } } } }"""

    for locale, right in (("cs", ["Hory", "Chov", "Šetrnost"]), ("en", TITLES["en"])):
        found = (await ask(query, l=locale))["site"]["organisations"]["nodes"]
        assert [one["name"] for one in found] == right


async def test_people_of_one_name_come_once_each_though_the_last_one_of_a_page_was_renamed(
    ask: Ask, services: Services, sites: None, publish: Publish
) -> None:
    twins = [await publish("Person", {"name": "Jan Novák"}) for _ in range(5)]
    first = (await ask(PEOPLE, l="cs"))["site"]["people"]
    last = first["nodes"][-1]["itemId"]
    await update_item(services, SYSTEM, last, 1, {"name": "Adam"})
    await publish_item(services, SYSTEM, last, ["en"])

    rest = (await ask(PEOPLE, l="cs", first=10, after=first["pageInfo"]["endCursor"]))["site"]["people"]

    seen = [one["itemId"] for one in (*first["nodes"], *rest["nodes"])]
    assert sorted(seen) == sorted(one.id for one in twins)


async def test_a_language_that_is_new_to_the_cms_orders_what_is_there_already(
    ask: Ask, services: Services, people: list[Item], pages: list[Item]
) -> None:
    site = await services.repository.items.by_address("site:nca")
    assert site
    await update_item(services, SYSTEM, site.id, site.version, {"locales": ["cs", "en", "bg"]})
    await publish_item(services, SYSTEM, site.id, ["cs", "en"])

    assert (await names(ask, "bg"))[0] == "Яна Тодорова"
    while await Worker(services).step():
        pass
    assert len(await titles(ask, "bg")) == 3


async def test_lists_by_words_begin_at_their_cursor_and_sort_nothing(
    ask: Ask, mongo: Mongo, people: list[Item], pages: list[Item]
) -> None:
    for place in ("Person/cs,en", "Page/nca/cs"):
        path = f"orders.{place}"
        document = await mongo.db["published"].find_one({path: {"$gt": ""}})
        assert document, place
        query = {
            "type": document["type"],
            "channels": {"$in": ["*", "nca/cs"]},
            path: {"$gt": document["orders"][place]},
        }
        command = {"find": "published", "filter": query, "sort": {path: 1}, "limit": 3}
        plan = await mongo.db.command({"explain": command, "verbosity": "executionStats"})

        stages = stages_of(plan["queryPlanner"]["winningPlan"])
        assert "IXSCAN" in stages and not {"SORT", "COLLSCAN"} & set(stages), stages
        assert plan["executionStats"]["totalDocsExamined"] <= 3
