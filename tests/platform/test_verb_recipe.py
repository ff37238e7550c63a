"""A new editorial verb by the recipe of `docs/architecture.md`: its action and its operation are all that it takes to
work through the management API, and what it leaves behind follows."""

import re
from collections.abc import AsyncIterator
from importlib import import_module
from pathlib import Path
from typing import Any

import httpx
import pytest
from graphql import assert_input_object_type, parse, validate

from cms.access.actor import SYSTEM
from cms.accounts.people import create_account
from cms.app import build_app
from cms.items import actions
from cms.items.actions import create_item
from cms.kernel.services import Services
from cms.kernel.settings import load_settings
from schema.management import schema as management
from storage.documents import AuditEntry, Item, OutboxEvent, Version

ACTION = '''"""Give an item another title in one language."""

from typing import Annotated

from cms.access.action import action
from cms.access.parameters import Id, OneLanguage
from cms.items.item_change import ItemChange
from cms.kernel.errors import Invalid, Problem
from storage.documents import Item


@action(right="update", event="ItemRetitled", offered="Give an item another title in one language.")
async def retitle_item(
    change: ItemChange, id: Id, locale: OneLanguage, title: Annotated[str, "What visitors are to read."]
) -> Item:
    """The draft with its new title. Raises NotFound, NotPermitted, Invalid."""
    if not title.strip():
        raise Invalid([Problem("title", "REQUIRED", "Write a title.", locale)])
    data = {**change.item.data, "title": {**change.item.data["title"], locale: title}}
    await change.store_draft(data, change.item.slugs, locale=locale)
    return change.item
'''
OPERATION = """mutation RetitleItem($input: RetitleItemInput!) {
  result: retitleItem(input: $input) {
    ... on MutationResult {
      refusal {
        code
      }
      problems {
        field
        code
      }
    }
    item {
      title
      version
    }
  }
}
"""
PASSWORD = "correct horse battery"
RECIPE = Path(__file__).parents[2] / "docs/architecture.md"


@pytest.fixture
def operation(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> str:
    """The verb's two files are there, and the management API was put together with them."""
    (tmp_path / "retitle_item.py").write_text(ACTION, "utf-8")
    (tmp_path / "retitling.graphql").write_text(OPERATION, "utf-8")
    monkeypatch.setattr(actions, "__path__", [*actions.__path__, str(tmp_path)])
    monkeypatch.setattr(management, "schema", management.build())
    return (tmp_path / "retitling.graphql").read_text("utf-8")


@pytest.fixture
async def browser(services: Services, sites: None, operation: str) -> AsyncIterator[httpx.AsyncClient]:
    app = build_app(load_settings(), services, secret_key="s" * 32)
    async with httpx.AsyncClient(transport=httpx.ASGITransport(app), base_url="http://cms.test") as client:
        yield client


@pytest.fixture
async def news(services: Services, sites: None) -> Item:
    return await create_item(services, SYSTEM, type="NewsItem", site="eccp", data={"title": {"en": "Harbour"}})


async def sign_in(services: Services, browser: httpx.AsyncClient, role: str) -> str:
    """The id of the account."""
    who = {"email": f"{role}@example.org", "password": PASSWORD}
    account = await create_account(services, name=role, roles={"eccp": [role]}, **who)
    assert (await browser.post("/session", json=who)).status_code == 200
    return account.id


async def retitle(browser: httpx.AsyncClient, operation: str, item: Item, title: str) -> dict[str, Any]:
    variables = {"input": {"id": item.id, "locale": "en", "title": title}}
    answer = await browser.post("/management/graphql", json={"query": operation, "variables": variables})
    assert answer.status_code == 200 and "errors" not in answer.json(), answer.text
    return answer.json()["data"]["result"]


async def left_behind(item: Item) -> list[list[Any]]:
    """Its entries, events and versions of the new verb."""
    return [
        await AuditEntry.find(AuditEntry.item == item.id, AuditEntry.action == "retitle_item").to_list(),
        await OutboxEvent.find(OutboxEvent.item == item.id, OutboxEvent.name == "ItemRetitled").to_list(),
        await Version.find(Version.item == item.id, Version.action == "retitle_item").to_list(),
    ]


def test_verb_is_in_the_schema_with_what_it_says(operation: str):
    mutation = management.schema._schema.mutation_type
    assert mutation

    field = mutation.fields["retitleItem"]

    assert field.description == "Give an item another title in one language."
    assert str(field.type) == "ItemResult!"
    input = assert_input_object_type(management.schema._schema.type_map["RetitleItemInput"]).fields
    assert {name: str(one.type) for name, one in input.items()} == {
        "id": "ID!",
        "locale": "Locale!",
        "title": "String!",
    }
    assert input["title"].description == "What visitors are to read."
    assert input["id"].description == "Of the item itself, as in webhooks; the delivery API calls it `itemId`."
    assert management.schema._schema.type_map["RetitleItemInput"].description == "What `retitleItem` takes."
    assert field.args["input"].description == "Best sent as one variable, `$input: RetitleItemInput!`."
    assert validate(management.schema._schema, parse(operation)) == []


def test_verb_that_leaves_a_description_out_stops_the_start(tmp_path: Path, operation: str):
    silent = ACTION.replace("retitle_item", "rename_item")
    silent = silent.replace('Annotated[str, "What visitors are to read."]', "str")
    (tmp_path / "rename_item.py").write_text(silent, "utf-8")

    with pytest.raises(TypeError, match=r"parameter title of rename_item, in cms\.items\.actions\.rename_item"):
        management.build()


async def test_verb_does_its_work_and_leaves_entry_event_and_version(
    services: Services, browser: httpx.AsyncClient, operation: str, news: Item
):
    editor = await sign_in(services, browser, "editor")

    result = await retitle(browser, operation, news, "Lighthouse")

    assert result == {"refusal": None, "problems": [], "item": {"title": "Lighthouse", "version": 2}}
    [entry], [event], [version] = await left_behind(news)
    assert (entry.by, entry.site, entry.version, entry.details) == (editor, "eccp", 2, {"locale": "en"})
    assert (event.locale, event.payload) == ("en", {"locale": "en", "by": editor, "audit": entry.id})
    assert (version.by, version.data["title"]) == (editor, {"en": "Lighthouse"})


@pytest.mark.parametrize(
    ("role", "title", "code"), [("call_reviewer", "Lighthouse", "NOT_PERMITTED"), ("editor", " ", "INVALID")]
)
async def test_refused_verb_changes_nothing(
    services: Services, browser: httpx.AsyncClient, operation: str, news: Item, role: str, title: str, code: str
):
    await sign_in(services, browser, role)

    result = await retitle(browser, operation, news, title)

    assert (result["refusal"]["code"], result["item"]) == (code, None)
    stored = await services.repository.items.get(news.id)
    assert stored and (stored.version, stored.data) == (news.version, news.data)
    assert await left_behind(news) == [[], [], []]


async def test_verb_on_what_is_not_there_is_refused(services: Services, browser: httpx.AsyncClient, operation: str):
    await sign_in(services, browser, "editor")

    result = await retitle(browser, operation, Item.model_construct(id="nothing"), "Lighthouse")

    assert result["refusal"]["code"] == "NOT_FOUND"


def test_recipe_takes_at_most_four_files():
    recipe = RECIPE.read_text("utf-8").partition("### An editorial verb\n")[2].partition("\n### ")[0]

    files = re.findall(r"^- `([^`]+)`", recipe, re.MULTILINE)
    assert 2 <= len(files) <= 4
    assert [name for name in files if "/actions/" in name] == files[:1]
    assert import_module(files[0].removesuffix(".py").replace("/", "."))
