"""Editors' lists find names whatever their accents and script, and put them in the order of the language they read."""

from typing import Any

import pytest

from cms.access.actor import SYSTEM
from cms.items.actions import create_item, update_item
from cms.kernel.services import Services
from storage.documents import Account
from tests.schema.management.conftest import Ask
from tests.services import person

ANNA = person("anna", **{"*": ["administrator"]})
NAMES = ["Łukasz Wójcik", "Chrudoš Malý", "Ørjan Berg", "Hana Dlouhá", "Žaneta Křížová", "Ivan Holý", "Яна Тодорова"]
IN_CZECH = ["Hana Dlouhá", "Chrudoš Malý", "Ivan Holý", "Łukasz Wójcik", "Ørjan Berg", "Žaneta Křížová", "Яна Тодорова"]
ITEMS = """query ($filter: ItemFilterInput, $after: String, $locale: Locale, $sort: ItemSort = TITLE_ASC) {
  items(filter: $filter, sort: $sort, first: 2, after: $after, locale: $locale) {
    nodes { id title(locale: $locale) } pageInfo { endCursor hasNextPage } } }"""
NAMED = 'query ($names: [String!]!) { itemsNamed(type: "Person", names: $names) { items { title } } }'
PEOPLE = """query ($search: String, $after: String, $locale: Locale) {
  people(filter: {search: $search}, first: 2, after: $after, locale: $locale) {
    totalCount nodes { id name } pageInfo { endCursor hasNextPage } } }"""


@pytest.fixture
async def people(services: Services, sites: None) -> dict[str, str]:
    """{name: id} of the items of people."""
    made = [await create_item(services, SYSTEM, type="Person", site="eccp", data={"name": name}) for name in NAMES]
    return {one.data["name"]: one.id for one in made}


@pytest.fixture
async def accounts(services: Services) -> None:
    for number, name in enumerate(NAMES):
        await Account(id=f"a{number}", email=f"a{number}@example.org", name=name, password_hash="-").insert()


async def walked(ask: Ask, query: str, **variables: Any) -> list[dict[str, Any]]:
    """All nodes of a list, page by page."""
    found, after = [], None
    while True:
        [page] = (await ask(ANNA, query, after=after, **variables)).values()
        found += page["nodes"]
        after = page["pageInfo"]["endCursor"]
        if not page["pageInfo"]["hasNextPage"]:
            return found


async def titles(ask: Ask, locale: str = "cs", sort: str = "TITLE_ASC", **filter: Any) -> list[str]:
    return [one["title"] for one in await walked(ask, ITEMS, filter=filter, locale=locale, sort=sort)]


@pytest.mark.parametrize(
    ("search", "found"),
    [
        ("Lukasz", ["Łukasz Wójcik"]),
        ("orjan BERG", ["Ørjan Berg"]),
        ("Яна", ["Яна Тодорова"]),
        ("yana", ["Яна Тодорова"]),
        ("krizova", ["Žaneta Křížová"]),
        ("(", []),
        ("?!", []),
    ],
)
async def test_people_are_found_without_their_accents(
    ask: Ask, people: dict[str, str], accounts: None, search: str, found: list[str]
) -> None:
    assert await titles(ask, type="Person", search=search) == found
    assert [one["name"] for one in await walked(ask, PEOPLE, search=search, locale="cs")] == found


async def test_pasted_names_are_those_of_the_library_whatever_their_script(ask: Ask, people: dict[str, str]) -> None:
    named = (await ask(ANNA, NAMED, names=["lukasz wojcik", "Yana Todorova", "Nobody"]))["itemsNamed"]

    assert [[item["title"] for item in one["items"]] for one in named] == [["Łukasz Wójcik"], ["Яна Тодорова"], []]


async def test_lists_are_in_the_order_of_the_language_that_is_read(
    ask: Ask, people: dict[str, str], accounts: None
) -> None:
    assert await titles(ask, type="Person") == IN_CZECH
    assert await titles(ask, sort="TITLE_DESC", type="Person") == IN_CZECH[::-1]
    assert (await titles(ask, "en", type="Person"))[:2] == ["Chrudoš Malý", "Hana Dlouhá"]
    assert (await titles(ask, "bg", type="Person"))[0] == "Яна Тодорова"
    assert [one["name"] for one in await walked(ask, PEOPLE, locale="cs")] == IN_CZECH
    assert (await walked(ask, PEOPLE, locale="bg"))[0]["name"] == "Яна Тодорова"


async def test_titles_are_ordered_as_they_read_in_that_language(ask: Ask, services: Services, sites: None) -> None:
    for english, czech in (("Energy", "Šetrnost"), ("Health", "Chov"), ("Zinc", "Hory")):
        await create_item(services, SYSTEM, type="Page", site="eccp", data={"title": {"en": english, "cs": czech}})

    assert await titles(ask, "en", type="Page") == ["Energy", "Health", "Zinc"]
    assert await titles(ask, "cs", type="Page") == ["Hory", "Chov", "Šetrnost"]


async def test_every_item_of_one_name_comes_once_though_the_last_one_was_renamed(
    ask: Ask, services: Services, sites: None
) -> None:
    twins = [
        await create_item(services, SYSTEM, type="Person", site="eccp", data={"name": "Jan Novák"}) for _ in range(4)
    ]
    first = (await ask(ANNA, ITEMS, filter={"type": "Person"}, locale="cs"))["items"]
    await update_item(services, SYSTEM, first["nodes"][1]["id"], 1, {"name": "Adam"})

    rest = (await ask(ANNA, ITEMS, filter={"type": "Person"}, locale="cs", after=first["pageInfo"]["endCursor"]))[
        "items"
    ]

    assert {one["id"] for one in (*first["nodes"], *rest["nodes"])} == {one.id for one in twins}
    assert not rest["pageInfo"]["hasNextPage"]
