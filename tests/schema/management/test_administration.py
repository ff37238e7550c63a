"""What the screens of administration ask for: the recycle bin narrowed, old addresses found, items behind the trail."""

from datetime import timedelta
from typing import Any

import pytest

from cms.access.actor import SYSTEM, Actor
from cms.accounts.actions.create_person import create_person
from cms.items import actions
from cms.kernel.services import Services
from storage.documents import Item
from tests.schema.management.conftest import Ask
from tests.services import Publish, person

BIN = "query ($filter: ItemFilterInput) { recycleBin(filter: $filter) { totalCount nodes { title deletedAt goneAt } } }"
REDIRECTS = 'query ($search: String) { redirects(site: "nca", search: $search) { nodes { path } } }'
TRAIL = """query ($item: ID!) { audit(filter: {item: $item}) { nodes { action subject { id title } } } }"""


@pytest.fixture
async def deleted(services: Services, sites: None) -> list[Item]:
    """News of the site eccp, all in the recycle bin."""
    made = [
        await actions.create_item(services, SYSTEM, type=type, site="eccp", data=data)
        for type, data in (
            ("NewsItem", {"kind": "news", "title": {"en": "Burgas hosts"}}),
            ("NewsItem", {"kind": "news", "title": {"cs": "Zpráva z Lyonu"}}),
            ("Page", {"title": {"en": "Burgas in pictures"}}),
        )
    ]
    for one in made:
        await actions.delete_item(services, SYSTEM, one.id)
    return made


async def titles(ask: Ask, actor: Actor, **filter: Any) -> set[str]:
    return {node["title"] for node in (await ask(actor, BIN, filter=filter))["recycleBin"]["nodes"]}


async def test_the_recycle_bin_is_searched_and_narrowed(ask: Ask, editor: Actor, deleted: list[Item]) -> None:
    assert await titles(ask, editor, search="burg") == {"Burgas hosts", "Burgas in pictures"}
    assert await titles(ask, editor, search="zprava") == {"Zpráva z Lyonu"}
    assert await titles(ask, editor, search="burg", type="Page") == {"Burgas in pictures"}
    assert await titles(ask, editor, site="nca") == set()


async def test_nothing_narrows_the_recycle_bin_to_what_others_deleted(ask: Ask, deleted: list[Item]) -> None:
    assert await titles(ask, person("neighbour", nca=["administrator"]), search="burg") == set()
    assert await titles(ask, person("reader", eccp=["reviewer"]), type="Page") == set()


async def test_it_says_when_an_item_is_gone_for_good(
    ask: Ask, services: Services, editor: Actor, deleted: list[Item], make_edition: Publish
) -> None:
    found = (await ask(editor, BIN, filter={"type": "Page"}))["recycleBin"]["nodes"][0]
    edition = await make_edition()
    there = await ask(editor, "query ($id: ID!) { item(id: $id) { goneAt } }", id=edition.id)

    days = timedelta(days=services.settings.recycle_bin_days)
    assert found["goneAt"] == (services.clock() + days).isoformat() != found["deletedAt"]
    assert there["item"]["goneAt"] is None


@pytest.fixture
async def redirected(services: Services, sites: None, publish: Publish) -> Item:
    data = {"kind": "news", "title": {"en": "Burgas", "cs": "Burgas"}, "published_at": "2024-03"}
    news = await publish("NewsItem", data, ["en", "cs"], slugs={"en": "burgas", "cs": "burgas"}, shared=["nca"])
    for path in ("/cs/stare/burgas.html", "/cs/Akce/2023", "/cs/nca"):
        await actions.add_redirect(services, SYSTEM, "nca", path, news.id)
    return news


@pytest.mark.parametrize(
    ("search", "found"),
    [
        ("burgas", ["/stare/burgas.html"]),
        ("akce", ["/Akce/2023"]),
        ("/akce/", ["/Akce/2023"]),
        ("nca", ["/nca"]),  # and not each, for being of the site nca
        ("s.h", ["/stare/burgas.html"]),
        ("s[.]h", []),  # a text, no pattern
        ("", ["/nca", "/Akce/2023", "/stare/burgas.html"]),
    ],
)
async def test_old_addresses_are_found_by_a_part(ask: Ask, redirected: Item, search: str, found: list[str]) -> None:
    answer = await ask(person("alena", nca=["administrator"]), REDIRECTS, search=search)

    assert sorted(one["path"] for one in answer["redirects"]["nodes"]) == sorted(found)


async def test_searching_shows_old_addresses_to_nobody_else(ask: Ask, redirected: Item) -> None:
    assert (await ask(person("edita", nca=["editor"]), REDIRECTS, search="nca"))["redirects"]["nodes"] == []


async def test_the_trail_names_items_also_while_they_lie_in_the_recycle_bin(
    ask: Ask, services: Services, editor: Actor, deleted: list[Item]
) -> None:
    news, reader = deleted[0], person("reader", eccp=["reviewer"])

    trail = (await ask(editor, TRAIL, item=news.id))["audit"]["nodes"]
    hidden = (await ask(reader, TRAIL, item=news.id))["audit"]["nodes"]
    await actions.purge_item(services, SYSTEM, news.id)
    gone = (await ask(editor, TRAIL, item=news.id))["audit"]["nodes"]

    assert {entry["action"]: entry["subject"]["title"] for entry in trail} == {
        "create_item": "Burgas hosts",
        "delete_item": "Burgas hosts",
    }
    assert [entry["subject"] for entry in hidden] == [None, None]  # as they may not bring it back
    assert {entry["action"]: entry["subject"] for entry in gone}["purge_item"] is None


async def test_the_trail_says_whose_account_it_was_about(ask: Ask, services: Services) -> None:
    chief = person("chief", **{"*": ["administrator"]})
    made = await create_person(services, chief, name="Nina Nova", email="nina@example.org", locale="en", grants=[])
    trail = '{ audit(filter: {action: "create_person"}) { nodes { about { id name } subject { id } } } }'

    entries = (await ask(chief, trail))["audit"]["nodes"]

    assert entries == [{"about": {"id": made.id, "name": "Nina Nova"}, "subject": None}]
