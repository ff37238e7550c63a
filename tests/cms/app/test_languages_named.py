"""A program writes one language through the management API's address: the others stay, unless it takes them away."""

from typing import Any

import httpx
import pytest

from cms.access.actor import SYSTEM
from cms.items.actions import create_item, restore_version
from cms.kernel.services import Services
from storage.documents import Item

UPDATE = """mutation ($input: UpdateItemInput!) { updateItem(input: $input) {
  item { version data slugs { locale slug } } refusal { code } problems { field locale code }
  conflict { clashes { at locale base theirs yours } } } }"""
OVERRIDE = """mutation ($input: UpdateOverrideInput!) { updateOverride(input: $input) {
  override { version data } refusal { code } } }"""


def text(words: str) -> dict[str, Any]:
    return {"type": "doc", "content": [{"type": "paragraph", "content": [{"type": "text", "text": words}]}]}


EDITION: dict[str, Any] = {
    "theme": {"en": "Innovation", "cs": "Inovace"},
    "focus": {"en": text("Ports"), "cs": text("Přístavy")},
    "days": [
        {"id": "d1", "date": "2027-05-01", "label": {"en": "Day one", "cs": "První den"}},
        {"id": "d2", "date": "2027-05-02", "label": {"en": "Day two", "cs": "Druhý den"}},
    ],
}
PAGE: dict[str, Any] = {
    "title": {"en": "About", "cs": "O nás"},
    "blocks": {
        "en": [{"id": "b1", "kind": "text", "heading": "Who", "body": text("We")}],
        "cs": [{"id": "b1", "kind": "text", "heading": "Kdo", "body": text("My")}],
    },
    "seo": {"title": {"en": "About us", "cs": "Kdo jsme"}},
}

SEO: dict[str, Any] = {"title": {"en": "About"}, "seo": {"title": {"en": "Who"}, "description": {"en": "We are"}}}
VENUE: dict[str, Any] = {**EDITION, "venue": {"name": {"en": "Palace"}, "street": "Copou 1"}}


async def post(browser: httpx.AsyncClient, query: str, **input: Any) -> Any:
    answer = await browser.post("/management/graphql", json={"query": query, "variables": {"input": input}})
    [result] = answer.json()["data"].values()
    return result


async def update(browser: httpx.AsyncClient, item: Item, changes: dict[str, Any], **options: Any) -> Any:
    return await post(browser, UPDATE, **{"id": item.id, "baseVersion": item.version, "changes": changes, **options})


async def made(services: Services, type: str, data: dict[str, Any], **options: Any) -> Item:
    return await create_item(services, SYSTEM, type=type, site="eccp", data=data, **options)


@pytest.mark.parametrize("autosave", [False, True])
@pytest.mark.parametrize(
    ("type", "data", "changes", "expected"),
    [
        ("Edition", EDITION, {"theme": {"en": "Skills"}}, {"theme": {"en": "Skills", "cs": "Inovace"}}),
        (
            "Edition",
            EDITION,
            {"focus": {"cs": text("Loděnice")}},
            {"focus": {"en": text("Ports"), "cs": text("Loděnice")}},
        ),
        ("Edition", EDITION, {"theme": {"bg": "Умения"}}, {"theme": {**EDITION["theme"], "bg": "Умения"}}),
        ("Edition", EDITION, {"theme": {"cs": None}}, {"theme": {"en": "Innovation"}}),
        ("Edition", EDITION, {"theme": {"en": None, "cs": None}}, {"theme": None}),
        ("Edition", EDITION, {"theme": None}, {"theme": None}),
        (
            "Edition",
            EDITION,
            {
                "days": [
                    {"id": "d2", "date": "2027-05-02", "label": {"en": "Last day"}},
                    {"id": "d1", "date": "2027-05-01", "label": {"cs": None}},
                ]
            },
            {
                "days": [
                    {"id": "d2", "date": "2027-05-02", "label": {"en": "Last day", "cs": "Druhý den"}},
                    {"id": "d1", "date": "2027-05-01", "label": {"en": "Day one"}},
                ]
            },
        ),
        (
            "Edition",
            EDITION,
            {"days": [{"id": "new", "date": "2027-05-02", "label": {"en": "Only day"}}]},
            {"days": [{"id": "new", "date": "2027-05-02", "label": {"en": "Only day"}}]},
        ),
        ("Page", PAGE, {"blocks": {"en": []}}, {"blocks": {"cs": PAGE["blocks"]["cs"]}}),
        ("Page", PAGE, {"seo": {"title": {"en": "Us"}}}, {"seo": {"title": {"en": "Us", "cs": "Kdo jsme"}}}),
        ("Page", SEO, {"seo": {"title": {"en": "Us"}}}, {"seo": {**SEO["seo"], "title": {"en": "Us"}}}),
        ("Page", SEO, {"seo": {"title": None}}, {"seo": {"description": SEO["seo"]["description"]}}),
        ("Page", SEO, {"seo": {"title": None, "description": None}}, {"seo": None}),
        ("Edition", VENUE, {"venue": {"city": "Iași"}}, {"venue": {**VENUE["venue"], "city": "Iași"}}),
    ],
    ids=str,
)
async def test_only_the_languages_that_are_named_change(
    services: Services,
    browser: httpx.AsyncClient,
    sites: None,
    type: str,
    data: dict[str, Any],
    changes: dict[str, Any],
    expected: dict[str, Any],
    autosave: bool,
) -> None:
    item = await made(services, type, data)

    answer = await update(browser, item, changes, autosave=autosave)

    wanted = {**item.data, **expected}
    assert answer["refusal"] is None and answer["item"]["version"] == 2
    assert answer["item"]["data"] == {name: value for name, value in wanted.items() if value is not None}


async def test_an_address_in_one_language_leaves_the_others(
    services: Services, browser: httpx.AsyncClient, sites: None
) -> None:
    item = await made(services, "Page", PAGE, slugs={"en": "about", "cs": "o-nas"})

    answer = await update(browser, item, {}, slugs=[{"locale": "en", "slug": "us"}])

    assert {one["locale"]: one["slug"] for one in answer["item"]["slugs"]} == {"en": "us", "cs": "o-nas"}


async def test_two_programs_that_write_a_language_each_are_both_kept(
    services: Services, browser: httpx.AsyncClient, sites: None
) -> None:
    item = await made(services, "Page", PAGE)

    await update(browser, item, {"title": {"en": "All about us"}})
    both = await update(browser, item, {"title": {"cs": "Vše o nás"}})
    clash = await update(browser, item, {"title": {"en": None}})

    assert both["item"]["data"]["title"] == {"en": "All about us", "cs": "Vše o nás"}
    at = {"at": "title", "locale": "en", "base": "About", "theirs": "All about us", "yours": None}
    assert clash["conflict"]["clashes"] == [at]


async def test_what_is_no_language_is_refused_as_before(
    services: Services, browser: httpx.AsyncClient, sites: None
) -> None:
    item = await made(services, "Edition", EDITION)

    answer = await update(browser, item, {"theme": {"$en": "x"}, "days": [{"id": ["d1"], "label": "Day"}]})

    told = {(one["field"], one["code"]) for one in answer["problems"]}
    assert told == {("theme", "NOT_A_LOCALE"), ("days.0.id", "NOT_AN_ID"), ("days.0.label", "NOT_LOCALIZED")}


async def test_a_site_says_one_language_anew_and_its_others_stay(
    services: Services, browser: httpx.AsyncClient, sites: None
) -> None:
    item = await made(services, "Page", PAGE, shared=["nca"])
    about = {"item": item.id, "site": "nca"}
    await post(browser, OVERRIDE, **about, baseVersion=0, changes={"title": {"en": "Them", "cs": "Oni"}})

    one = await post(browser, OVERRIDE, **about, baseVersion=1, changes={"title": {"cs": "Oni všichni"}})
    gone = await post(browser, OVERRIDE, **about, baseVersion=2, changes={"title": {"en": None}})

    assert one["override"]["data"] == {"title": {"en": "Them", "cs": "Oni všichni"}}
    assert gone["override"]["data"] == {"title": {"cs": "Oni všichni"}}


async def test_a_restored_version_is_what_it_was_without_the_languages_since(
    services: Services, browser: httpx.AsyncClient, sites: None
) -> None:
    item = await made(services, "Page", {"title": {"en": "About"}, "seo": {"title": {"en": "About us"}}})
    changes = {"title": {"cs": "O nás"}, "seo": {"title": {"cs": "Kdo jsme"}}}
    later = await update(browser, item, changes)
    assert later["item"]["data"]["title"] == {"en": "About", "cs": "O nás"}

    restored = await restore_version(services, SYSTEM, item.id, 1)

    assert restored.data == item.data
