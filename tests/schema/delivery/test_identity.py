"""Ids: one for each thing that differs in its texts, found again by `node` and `nodes`, and no key to anything."""

import base64
import itertools
from dataclasses import replace
from typing import Any

import pytest

from cms.access.actor import SYSTEM
from cms.content.richtext import from_html
from cms.items.actions import create_item, unpublish_item, update_item
from cms.items.actions.preview_site import create_preview, revoke_preview
from cms.items.previews import PreviewTokens
from cms.kernel.graphql_request import GraphQLRequest
from cms.kernel.services import Services
from schema.delivery.context import DeliveryContext
from schema.delivery.projection.identity import Identity, identity_of
from tests.delivery import Ask, executor
from tests.services import Publish

PAGE = """query ($site: String!, $l: Locale, $p: String) { site(key: $site, locale: $l, preview: $p) {
  id itemId newsItem(slug: "harbour") { id itemId locale site title fallbackLocale blocks { id key } } } }"""
SHOWN = "{ id __typename ... on NewsItem { title url locale } }"
NODE = f"query ($id: ID!) {{ node(id: $id) {SHOWN} }}"
WITH_TOKEN = f"query ($id: ID!, $p: String) {{ nodes(ids: [$id], preview: $p) {SHOWN} }}"
NODES = "query ($ids: [ID!]!, $p: String) { nodes(ids: $ids, preview: $p) { id ... on Site { key } } }"
BLOCK = {"id": "first", "kind": "text", "heading": "Cranes", "body": from_html("<p>Two of them.</p>")}
DATA = {"kind": "news", "title": {"en": "The harbour"}, "published_at": "2024-01-01", "body": {"en": [BLOCK]}}


@pytest.fixture
async def harbour(publish: Publish, sites: None) -> str:
    return (await publish("NewsItem", DATA, slugs={"en": "harbour"}, shared=["nca"])).id


@pytest.fixture
async def token(services: Services, harbour: str) -> str:
    await update_item(services, SYSTEM, harbour, 1, {"title": {"en": "A draft"}})
    return PreviewTokens.of(services).token(await create_preview(services, SYSTEM, "eccp"))


async def seen(ask: Ask, site: str, locale: str | None, preview: str | None = None) -> dict[str, Any]:
    return (await ask(PAGE, site=site, l=locale, p=preview))["site"]


async def node(ask: Ask, id: str, preview: str | None = None) -> Any:
    if preview is None:
        return (await ask(NODE, id=id))["node"]
    return (await ask(WITH_TOKEN, id=id, p=preview))["nodes"][0]


async def test_an_item_has_an_id_for_each_site_language_and_preview(ask: Ask, harbour: str, token: str) -> None:
    ways = [("eccp", "en", None), ("nca", "cs", None), ("nca", "en", None), ("eccp", "en", token)]
    pages = [await seen(ask, *way) for way in ways]
    items = [page["newsItem"] for page in pages]

    assert {one["itemId"] for one in items} == {harbour}
    assert len({one["id"] for one in items}) == len({page["id"] for page in pages}) == len(ways)
    assert len({block["id"] for one in items for block in one["blocks"]}) == len(ways)
    assert {block["key"] for one in items for block in one["blocks"]} == {"first"}
    assert [(one["site"], one["locale"]) for one in items] == [way[:2] for way in ways]
    assert items[1]["fallbackLocale"] == "en"
    assert all(token not in one["id"] for one in items)


async def test_a_site_without_a_language_is_another_one_than_that_in_its_default_language(
    ask: Ask, sites: None
) -> None:
    query = '{ a: site(key: "eccp") { id itemId locale } b: site(key: "eccp", locale: "en") { id itemId locale } }'
    found = await ask(query)

    assert found["a"]["id"] != found["b"]["id"]
    assert (found["a"]["itemId"], found["a"]["locale"]) == (found["b"]["itemId"], found["b"]["locale"])


async def test_node_answers_what_the_id_shows(ask: Ask, harbour: str, token: str) -> None:
    live = itertools.product(("eccp", "nca"), (None, "en"), (None,))
    for site, locale, preview in (*live, ("nca", "cs", None), ("eccp", None, token), ("eccp", "en", token)):
        page = await seen(ask, site, locale, preview)
        item = page["newsItem"]
        again = await node(ask, item["id"], preview)

        assert (again["id"], again["title"], again["locale"]) == (item["id"], item["title"], item["locale"])
        assert await node(ask, page["id"], preview) == {"id": page["id"], "__typename": "Site"}


async def test_the_id_of_a_preview_shows_nothing_without_its_token(
    ask: Ask, services: Services, delivery: DeliveryContext, harbour: str, token: str
) -> None:
    other = await create_preview(services, SYSTEM, "eccp")
    id = (await seen(ask, "eccp", "en", token))["newsItem"]["id"]

    assert await node(ask, id) is None
    assert await node(ask, id, PreviewTokens.of(services).token(other)) is None
    assert (await node(ask, id, token))["title"] == "A draft"
    grant = await delivery.open_preview(token)
    assert grant
    await revoke_preview(services, SYSTEM, grant.id)
    assert await node(ask, id, token) is None


async def test_a_token_beside_the_id_of_what_is_live_changes_nothing(ask: Ask, harbour: str, token: str) -> None:
    id = (await seen(ask, "eccp", "en"))["newsItem"]["id"]

    assert (await node(ask, id, token))["title"] == "The harbour"
    assert (await node(ask, id, "forged"))["title"] == "The harbour"


async def test_what_is_taken_away_is_no_more(ask: Ask, services: Services, harbour: str) -> None:
    id = (await seen(ask, "eccp", "en"))["newsItem"]["id"]
    await unpublish_item(services, SYSTEM, harbour, ["en"])

    assert await node(ask, id) is None


async def test_ids_of_other_things_show_nothing(
    ask: Ask, services: Services, publish: Publish, harbour: str, token: str
) -> None:
    foreign = await publish("NewsItem", {**DATA, "title": {"en": "Elsewhere"}}, site="nca")
    draft = await create_item(services, SYSTEM, type="NewsItem", site="eccp", data=DATA)
    menu = await publish("Menu", {"slot": "main", "entries": []}, site="eccp")
    page = await seen(ask, "eccp", "en")
    own = Identity("eccp", "en", "", harbour)
    assert own.id == page["newsItem"]["id"]
    wrong = {
        "of another site": Identity("eccp", "en", "", foreign.id).id,
        "of a draft": Identity("eccp", "en", "", draft.id).id,
        "internal": Identity("eccp", "en", "", menu.id).id,
        "another site's": Identity("eccp", "en", "", (await seen(ask, "nca", "en"))["itemId"]).id,
        "language not offered": Identity("nca", "xx", "", harbour).id,
        "no language": Identity("eccp", "", "", harbour).id,
        "no site": Identity("nowhere", "en", "", harbour).id,
        "a part": page["newsItem"]["blocks"][0]["id"],
        "cut": own.id[:-3],
        "longer": own.id + "AAAA",
        "filled up": own.id + "=",
        "of another format": base64.urlsafe_b64encode(f"2 eccp en  {harbour} ".encode()).decode().rstrip("="),
        "the item's own": harbour,
        "nothing": "",
        "no text": base64.urlsafe_b64encode(b"\xff\xfe").decode(),
        "not base64": "é" * 50,
        "a million letters": "A" * 10_000,
    }

    found = await ask(NODES, ids=list(wrong.values()))

    assert dict(zip(wrong, found["nodes"], strict=True)) == dict.fromkeys(wrong)


async def test_nodes_come_in_the_order_of_their_ids(ask: Ask, harbour: str) -> None:
    pages = [await seen(ask, *way) for way in (("eccp", "en"), ("nca", "en"), ("nca", "cs"))]
    ids = [id for page in pages for id in (page["newsItem"]["id"], "none", page["id"], page["newsItem"]["id"])]

    found = (await ask(NODES, ids=ids))["nodes"]

    assert [one and one["id"] for one in found] == [id if id != "none" else None for id in ids]


async def test_too_many_ids_are_refused(answer: Ask, sites: None) -> None:
    many = await answer(NODES, ids=["x"] * 101)
    million = await answer(NODES, ids=["x"] * 1_000_000)

    assert many["errors"][0]["extensions"]["problems"][0]["code"] == "OUT_OF_RANGE"
    assert million["errors"][0]["extensions"]["code"].startswith("LIMIT_")


async def test_what_nodes_may_cost_follows_from_the_number_of_ids(answer: Ask, sites: None) -> None:
    news = "... on Site { news(first: 50) { nodes { title slug url related { title } } } }"
    query = f"query ($ids: [ID!]!) {{ nodes(ids: $ids) {{ {news} }} }}"
    few, many = await answer(query, ids=["x"] * 2), await answer(query, ids=["x"] * 100)

    assert "errors" not in few
    assert many["errors"][0]["extensions"]["code"] == "LIMIT_COST"


def test_an_id_is_written_in_one_way_only() -> None:
    one = Identity("nca", "cs", "", "65f0", "Talk:a/b")
    same_bytes = [one.id + "=", one.id[:-1] + chr(ord(one.id[-1]) + 1)]

    assert identity_of(one.id) == one
    assert [identity_of(other) for other in same_bytes] == [None, None]


async def test_parts_of_one_key_in_two_places_differ(ask: Ask, make_edition: Publish) -> None:
    sessions = [{"id": "same", "type": "panel", "title": {"en": "A"}, "talks": [{"id": "same", "title": {"en": "B"}}]}]
    days = [
        {"id": day, "date": f"2023-11-2{n}", "label": {"en": day}, "sessions": sessions}
        for n, day in enumerate(("one", "two"), 1)
    ]
    await make_edition(days=days)
    query = """{ site(key: "eccp") { edition(slug: "iasi-2023") {
      days { id key sessions { id key talks { id key } } } } } }"""

    found = (await ask(query))["site"]["edition"]["days"]
    sessions = [one for day in found for one in day["sessions"]]
    talks = [one for session in sessions for one in session["talks"]]

    assert [one["key"] for one in (*found, *sessions, *talks)] == ["one", "two", *["same"] * 4]
    assert len({one["id"] for one in (*found, *sessions, *talks)}) == 6


async def test_the_header_counts_for_node_alone(delivery: DeliveryContext, ask: Ask, harbour: str, token: str) -> None:
    id = (await seen(ask, "eccp", "en", token))["newsItem"]["id"]
    context = replace(delivery, preview_token=token)

    async def data(query: str, **variables: Any) -> dict[str, Any]:
        return (await executor.execute(GraphQLRequest(query, None, variables), context)).body["data"]

    assert (await data(NODE, id=id))["node"]["title"] == "A draft"
    assert (await data(PAGE, site="eccp", l="en"))["site"]["newsItem"]["title"] == "The harbour"
