"""Overrides and redirects through the management schema, for every role."""

from typing import Any

import pytest

from cms.access.actor import RIGHTS, SYSTEM
from cms.items import actions
from cms.kernel.services import Services
from storage.documents import Item
from tests.schema.management.conftest import Ask, Records
from tests.services import Publish, person

OVERRIDE = "{ override { id site version data live liveVersion isChanged isShown rights modifiedBy { id } item { id } }"
CONFLICT = "conflict { version clashes { at locale base theirs yours } }"
REFUSAL = "refusal { code message } problems { field locale code message }"
RESULTS = {
    "updateOverride": f"{OVERRIDE} {CONFLICT} {REFUSAL} }}",
    "publishOverride": f"{OVERRIDE} {REFUSAL} }}",
    "withdrawOverride": f"{OVERRIDE} {REFUSAL} }}",
    "discardOverride": f"{OVERRIDE} {REFUSAL} }}",
    "addRedirect": f"{{ redirects {{ id site locale path by {{ id }} item {{ id }} }} {REFUSAL} }}",
    "removeRedirect": f"{{ redirect {{ id }} {REFUSAL} }}",
}


@pytest.fixture
async def news(sites: None, publish: Publish) -> Item:
    data = {"kind": "news", "title": {"en": "Burgas", "cs": "Burgas"}, "published_at": "2024-03"}
    return await publish("NewsItem", data, ["en", "cs"], slugs={"en": "burgas", "cs": "burgas"}, shared=["nca"])


async def run(ask: Ask, actor: Any, name: str, **input: Any) -> dict[str, Any]:
    kind = name[0].upper() + name[1:]
    text = f"mutation ($input: {kind}Input!) {{ {name}(input: $input) {RESULTS[name]} }}"
    return (await ask(actor, text, input=input))[name]


async def prepared(services: Services, item: Item) -> None:
    """An override that is live and has been changed since, and a redirect."""
    await actions.update_override(services, SYSTEM, item.id, "nca", 0, {"title": {"cs": "A"}})
    await actions.publish_override(services, SYSTEM, item.id, "nca")
    await actions.update_override(services, SYSTEM, item.id, "nca", 1, {"title": {"cs": "B"}})
    await actions.add_redirect(services, SYSTEM, "nca", "/cs/old", item.id)


TABLE: dict[str, tuple[str, dict[str, Any]]] = {
    "updateOverride": ("update", {"baseVersion": 2, "changes": {"lead": {"cs": "C"}}}),
    "publishOverride": ("publish", {}),
    "withdrawOverride": ("publish", {}),
    "discardOverride": ("update", {}),
    "addRedirect": ("manage_site", {"path": "/older"}),
    "removeRedirect": ("manage_site", {"id": "nca/cs/old"}),
}
"""{mutation: (the right that it needs on the site that it is about, its input)}"""


def input_of(name: str, item: Item) -> dict[str, Any]:
    given = TABLE[name][1]
    return given if name == "removeRedirect" else {"item": item.id, "site": "nca", **given}


@pytest.mark.parametrize("role", RIGHTS)
@pytest.mark.parametrize("name", TABLE)
async def test_a_mutation_is_for_the_roles_that_have_its_right_on_the_site(
    services: Services, news: Item, ask: Ask, records: Records, name: str, role: str
) -> None:
    await prepared(services, news)
    before = await records()

    result = await run(ask, person("somebody", nca=[role]), name, **input_of(name, news))

    after = await records()
    if TABLE[name][0] in RIGHTS[role]:
        assert result["refusal"] is None, result
        assert after["audit"][-1]["by"] == "somebody" and after["audit"][-1]["site"] == "nca"
        assert len(after["outbox"]) > len(before["outbox"])
    else:
        hidden = name == "removeRedirect"
        assert result["refusal"]["code"] == ("NOT_FOUND" if hidden else "NOT_PERMITTED")
        assert after == before


@pytest.mark.parametrize("name", TABLE)
async def test_rights_on_the_owning_site_are_none_on_the_other(
    services: Services, news: Item, ask: Ask, records: Records, name: str
) -> None:
    await prepared(services, news)
    before = await records()

    result = await run(ask, person("owner", eccp=["administrator"]), name, **input_of(name, news))

    assert result["refusal"]["code"] == ("NOT_FOUND" if name == "removeRedirect" else "NOT_PERMITTED")
    assert await records() == before


@pytest.mark.parametrize("name", [name for name in TABLE if "Override" in name])
async def test_an_item_that_one_may_not_read_is_not_found(
    services: Services, news: Item, ask: Ask, records: Records, name: str
) -> None:
    await prepared(services, news)
    before = await records()

    result = await run(ask, person("stranger", third=["administrator"]), name, **input_of(name, news))

    assert result["refusal"]["code"] == "NOT_FOUND"
    assert await records() == before


async def test_an_override_is_read_where_it_is_looked_for(services: Services, news: Item, ask: Ask) -> None:
    await prepared(services, news)
    editor = person("alena", nca=["editor"])
    query = """query ($item: ID!) {
      override(item: $item, site: "nca") { data live version liveVersion isChanged isShown rights item { id } }
      item(id: $item) { overrides { site } }
      impact(id: $item) { overrides { site isShown } }
      overrides(site: "nca") { totalCount nodes { id site } }
      redirects(site: "nca") { totalCount nodes { path } } }"""

    found = await ask(editor, query, item=news.id)
    manager = await ask(person("mia", nca=["administrator"]), query, item=news.id)
    owner = await ask(person("olga", eccp=["editor"]), query, item=news.id)

    assert found["override"] == {
        "data": {"title": {"cs": "B"}},
        "live": {"title": {"cs": "A"}},
        "version": 2,
        "liveVersion": 1,
        "isChanged": True,
        "isShown": True,
        "rights": ["update", "publish"],
        "item": {"id": news.id},
    }
    assert found["item"]["overrides"] == [{"site": "nca"}]
    assert found["impact"]["overrides"] == [{"site": "nca", "isShown": True}]
    assert found["overrides"] == {"totalCount": 1, "nodes": [{"id": f"{news.id}@nca", "site": "nca"}]}
    assert found["redirects"]["nodes"] == []  # she does not manage the site
    assert manager["redirects"] == {"totalCount": 1, "nodes": [{"path": "/old"}]}
    assert owner["override"]["rights"] == []  # the owner of the item sees what others make of it
    assert owner["overrides"]["nodes"] == []


async def test_an_overlap_comes_back_with_both_sides(services: Services, news: Item, ask: Ask) -> None:
    await prepared(services, news)

    changes = {"title": {"cs": "C"}}
    result = await run(ask, SYSTEM, "updateOverride", item=news.id, site="nca", baseVersion=1, changes=changes)

    assert result["override"] is None and result["refusal"]["code"] == "CONFLICT"
    assert result["conflict"] == {
        "version": 2,
        "clashes": [{"at": "title", "locale": "cs", "base": "A", "theirs": "B", "yours": "C"}],
    }


async def test_forms_say_what_may_be_overridden(ask: Ask) -> None:
    query = "{ contentTypes { name overridable { name kind localized required switches limits { name value } } } }"

    types = {one["name"]: one["overridable"] for one in (await ask(SYSTEM, query))["contentTypes"]}

    assert [field["name"] for field in types["Edition"]] == ["title", "lead", "image", "order"]
    assert types["Edition"][2]["switches"] == ["images"]
    assert {field["name"]: field["kind"] for field in types["Series"]} == {"title": "Text", "lead": "RichText"}
    assert not any(field["required"] for fields in types.values() for field in fields)
    assert types["Person"] == []
