"""A program writes texts with headings by the management API, and links lead to them on the site, edit after edit."""

from typing import Any

import httpx
import pytest

from cms.access.actor import SYSTEM
from cms.items.actions import publish_item
from cms.kernel.services import Services
from cms.migrations.heading_ids import HEADING_IDS
from storage.documents import Item, Version
from storage.mongo import Mongo
from tests.services import Publish

UPDATE = """mutation ($input: UpdateItemInput!) { updateItem(input: $input) {
  item { version data } refusal { code } problems { field code } conflict { clashes { at } } } }"""
READ = """query ($site: String!, $l: Locale!, $path: String!) { site(key: $site, locale: $l) { page(path: $path) {
  blocks { ... on TextBlock { body bodyContent { json references { url } } } } } } }"""
Node = dict[str, Any]


def heading(words: str, **attrs: Any) -> Node:
    return {"type": "heading", "attrs": {"level": 2, **attrs}, "content": [{"type": "text", "text": words}]}


def link(words: str, **target: Any) -> Node:
    text = {"type": "text", "text": words, "marks": [{"type": "link", "attrs": target}]}
    return {"type": "paragraph", "content": [text]}


def block(id: str, *content: Node) -> Node:
    return {"id": id, "kind": "text", "body": {"type": "doc", "content": list(content)}}


@pytest.fixture
def page(publish: Publish, sites: None) -> Any:
    async def make(slug: str, **blocks: list[Node]) -> Item:
        data = {"title": dict.fromkeys(blocks, slug.title()), "blocks": blocks}
        return await publish("Page", data, list(blocks), slugs=dict.fromkeys(blocks, slug), site="nca")

    return make


async def update(browser: httpx.AsyncClient, item: Item, version: int, blocks: dict[str, Any]) -> Any:
    given = {"id": item.id, "baseVersion": version, "changes": {"blocks": blocks}}
    answer = await browser.post("/management/graphql", json={"query": UPDATE, "variables": {"input": given}})
    return answer.json()["data"]["updateItem"]


async def bodies(browser: httpx.AsyncClient, slug: str, locale: str = "en") -> list[dict[str, Any]]:
    variables = {"site": "nca", "l": locale, "path": slug}
    answer = (await browser.post("/graphql", json={"query": READ, "variables": variables})).json()
    assert "errors" not in answer, answer
    return answer["data"]["site"]["page"]["blocks"]


async def test_a_link_reaches_the_heading_of_another_page_and_of_its_own(browser: httpx.AsyncClient, page: Any) -> None:
    rules = await page("rules", en=[block("a", heading("Key dates"))], cs=[block("a", heading("Ключови дати"))])
    to_rules = link("the dates", item=rules.id, fragment="key-dates")
    await page("start", en=[block("a", to_rules, link("below", href="#more"), heading("More"))])

    [start] = await bodies(browser, "start")
    [english], [czech] = await bodies(browser, "rules"), await bodies(browser, "rules", "cs")

    assert f'<a href="/en/rules#key-dates" data-item="{rules.id}">the dates</a>' in start["body"]
    assert '<a href="#more">below</a>' in start["body"] and '<h2 id="more">More</h2>' in start["body"]
    assert start["bodyContent"]["references"] == [{"url": "/en/rules"}]
    assert english["body"] == '<h2 id="key-dates">Key dates</h2>'
    assert english["bodyContent"]["json"]["content"][0]["attrs"] == {"level": 2, "id": "key-dates"}
    assert czech["body"] == '<h2 id="klyuchovi-dati">Ключови дати</h2>'


async def test_a_heading_keeps_its_id_through_edits(services: Services, browser: httpx.AsyncClient, page: Any) -> None:
    item = await page("rules", en=[block("a", heading("Dates"), heading("Place")), block("b", heading("Dates"))])
    changed = [
        block("b", heading("Dates")),  # a program that does not know of ids
        block("a", heading("Place"), heading("Key dates", id="dates"), heading("New")),
    ]

    answer = await update(browser, item, 1, {"en": changed})
    await publish_item(services, SYSTEM, item.id, ["en"])

    assert answer["refusal"] is None and answer["conflict"] is None
    assert [one["body"] for one in await bodies(browser, "rules")] == [
        '<h2 id="dates-2">Dates</h2>',
        '<h2 id="place">Place</h2><h2 id="dates">Key dates</h2><h2 id="new">New</h2>',
    ]


async def test_an_id_or_a_place_that_no_address_can_hold_is_refused(browser: httpx.AsyncClient, page: Any) -> None:
    item = await page("rules", en=[block("a", heading("Dates"))])
    wrong = [heading("x", id="a b"), heading("x", id=7), link("x", item=item.id, fragment='"'), link("x", href="#")]

    for one in wrong:
        answer = await update(browser, item, 1, {"en": [block("a", one)]})
        assert [found["code"] for found in answer["problems"]] in (["BAD_ATTRIBUTE"], ["UNSAFE_ADDRESS"]), one


async def test_texts_that_were_stored_before_headings_had_ids_have_them_and_are_edited_without_a_conflict(
    services: Services, mongo: Mongo, browser: httpx.AsyncClient, page: Any
) -> None:
    item = await page("rules", en=[block("a", heading("Dates")), block("b", heading("Dates"))])
    bare = {"data.blocks.en.$[].body.content.0.attrs": {"level": 2}}
    later = {"data.blocks.en.$[].body.prepared": "", "texts_prepared": ""}
    for name in ("items", "drafts", "published", "versions"):
        await mongo.db[name].update_many({"data.blocks": {"$exists": True}}, {"$set": bare, "$unset": later})
    assert [one["body"] for one in await bodies(browser, "rules")] == ["<h2>Dates</h2>"] * 2

    for _time in range(2):
        await HEADING_IDS.apply(mongo)

    shown = [one["body"] for one in await bodies(browser, "rules")]
    assert shown == ['<h2 id="dates">Dates</h2>', '<h2 id="dates-2">Dates</h2>']
    stored = await services.repository.items.get(item.id)
    [version] = await Version.find({"item": item.id}).to_list()
    assert stored and version.data == stored.data
    first = await update(browser, item, 1, {"cs": [block("a", heading("Data"))]})
    renamed = [block("a", heading("When", id="dates")), stored.data["blocks"]["en"][1]]
    second = await update(browser, item, 1, {"en": renamed})
    assert first["conflict"] is None and second["conflict"] is None
