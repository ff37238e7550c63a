"""What the management schema tells of those who work together, and of translations."""

from typing import Any

import pytest

from cms.access.actor import SYSTEM, Actor
from cms.items.actions import create_item, publish_item, share_item, submit_item, update_item
from cms.kernel.services import Services
from storage.documents import Account, Item
from storage.mongo import Mongo
from tests.schema.management.conftest import Ask
from tests.services import person

THREAD = """{ id field locale at resolvedAt resolvedBy { id } item { id }
  comments { id by { id name } text mentions { id name } editedAt deletedAt } }"""
MATRIX = """query ($filter: TranslationFilterInput) { translations(filter: $filter, first: 100) { totalCount nodes {
  item { id } translations { locale state workflow liveVersion staleFields copiedFields missingFields } } } }"""
STALE = """query ($id: ID!, $locale: Locale!) { item(id: $id) { sourceLocale
  staleFields(locale: $locale) { at state value before now sourceVersion words { operation text } }
  translations { locale state staleFields } } }"""
NEIGHBOUR = person("neighbour", nca=["editor"])


async def comment(ask: Ask, actor: Actor, name: str, **input: Any) -> dict[str, Any]:
    kind = name[0].upper() + name[1:]
    text = f"mutation ($input: {kind}Input!) {{ {name}(input: $input) {{ thread {THREAD} refusal {{ code }} }} }}"
    return (await ask(actor, text, input=input))[name]


async def matrix(ask: Ask, actor: Actor, **filter: Any) -> dict[str, dict[str, str]]:
    """{item id: {locale: state}}."""
    found = (await ask(actor, MATRIX, filter=filter))["translations"]
    assert found["totalCount"] == len(found["nodes"])
    return {row["item"]["id"]: {one["locale"]: one["state"] for one in row["translations"]} for row in found["nodes"]}


async def test_a_conversation_from_its_first_word_to_its_last(
    ask: Ask, services: Services, editor: Actor, draft: Item
) -> None:
    ana = Account(id="ana", email="ana@example.org", name="Ana", password_hash="-", roles={"eccp": ["contributor"]})
    await services.transact(lambda session: services.repository.accounts.insert(ana, session))
    actor = person("ana", eccp=["contributor"])

    said = await comment(ask, editor, "addComment", item=draft.id, text="Why?", field="theme", mentions=["ana"])
    mine = (await ask(actor, f"{{ openMentions {{ totalCount nodes {THREAD} }} }}"))["openMentions"]
    await comment(ask, actor, "replyToComment", thread=said["thread"]["id"], text="Because.")
    done = await comment(ask, editor, "resolveComment", thread=said["thread"]["id"])
    query = f"query ($id: ID!) {{ item(id: $id) {{ openComments comments {{ nodes {THREAD} }} }} }}"
    item = (await ask(actor, query, id=draft.id))["item"]

    assert mine["totalCount"] == 1 and mine["nodes"] == [said["thread"]]
    assert said["thread"]["comments"][0]["mentions"] == [{"id": "ana", "name": "Ana"}]
    assert said["thread"]["field"] == "theme" and said["thread"]["item"] == {"id": draft.id}
    assert [one["text"] for one in done["thread"]["comments"]] == ["Why?", "Because."]
    assert done["thread"]["resolvedBy"] == {"id": "editor"}
    assert item == {"openComments": 0, "comments": {"nodes": [done["thread"]]}}


async def test_the_last_comment_takes_its_thread_along(ask: Ask, editor: Actor, draft: Item) -> None:
    said = (await comment(ask, editor, "addComment", item=draft.id, text="Oops"))["thread"]

    gone = await comment(ask, editor, "deleteComment", id=said["comments"][0]["id"])

    assert gone == {"thread": None, "refusal": None}


async def test_people_to_mention_are_offered_only_to_those_who_may_comment(
    ask: Ask, services: Services, editor: Actor, draft: Item
) -> None:
    ana = Account(id="ana", email="ana@example.org", name="Ana", password_hash="-", roles={"eccp": ["contributor"]})
    await services.transact(lambda session: services.repository.accounts.insert(ana, session))
    query = 'query ($id: ID!) { item(id: $id) { mentionable(search: "an") { id name } } }'

    offered = [
        (await ask(actor, query, id=draft.id))["item"]["mentionable"]
        for actor in (editor, person("cid", eccp=["call_reviewer"]))
    ]

    assert offered == [[{"id": "ana", "name": "Ana"}], []]


async def test_editors_see_each_other(ask: Ask, editor: Actor, draft: Item) -> None:
    ben = person("ben", eccp=["editor"])
    announce = """mutation ($id: ID!, $field: String!) {
      announcePresence(input: {item: $id, field: $field, locale: "cs"}) {
        others { person { id } field locale } refusal { code } } }"""
    leave = "mutation ($id: ID!) { leavePresence(input: {item: $id}) { others { person { id } } } }"
    present = "query ($id: ID!) { item(id: $id) { presence { person { id } field seenAt } } }"

    alone = await ask(editor, announce, id=draft.id, field="theme")
    both = await ask(ben, announce, id=draft.id, field="")
    seen = (await ask(editor, present, id=draft.id))["item"]["presence"]
    left = await ask(ben, leave, id=draft.id)

    assert alone["announcePresence"] == {"others": [], "refusal": None}
    assert both["announcePresence"]["others"] == [{"person": {"id": "editor"}, "field": "theme", "locale": "cs"}]
    assert [(one["person"]["id"], one["field"]) for one in seen] == [("ben", "")]
    assert left["leavePresence"]["others"] == [{"person": {"id": "editor"}}]
    assert (await ask(editor, present, id=draft.id))["item"]["presence"] == []


@pytest.fixture
async def pages(services: Services, sites: None) -> dict[str, Item]:
    """Of both sites: one in all languages, one that is stale in Czech, one in English alone, one copied to Czech."""

    async def make(name: str, site: str = "nca", **titles: str) -> Item:
        slugs = dict.fromkeys(titles, name)
        return await create_item(services, SYSTEM, type="Page", site=site, data={"title": titles}, slugs=slugs)

    found = {
        "current": await make("current", cs="Hotovo", en="Done"),
        "stale": await make("stale", cs="Staré", en="Old"),
        "missing": await make("missing", cs="Jen česky"),
        "elsewhere": await make("elsewhere", "eccp", en="In English"),
    }
    changed = {"title": {"cs": "Nové", "en": "Old"}}
    found["stale"] = await update_item(services, SYSTEM, found["stale"].id, 1, changed)
    return found


async def test_the_matrix_shows_each_item_in_each_language_of_its_sites(
    ask: Ask, pages: dict[str, Item], services: Services, mongo: Mongo
) -> None:
    await share_item(services, SYSTEM, pages["elsewhere"].id, ["nca"])

    found = await matrix(ask, SYSTEM, type="Page")

    assert found == {
        pages["current"].id: {"cs": "SOURCE", "en": "CURRENT"},
        pages["stale"].id: {"cs": "SOURCE", "en": "STALE"},
        pages["missing"].id: {"cs": "SOURCE", "en": "MISSING"},
        pages["elsewhere"].id: {"en": "SOURCE", "cs": "MISSING"},
    }


async def test_the_matrix_is_narrowed_by_site_language_and_state(
    ask: Ask, do: Ask, pages: dict[str, Item], services: Services
) -> None:
    ids = {name: item.id for name, item in pages.items()}
    copied = await do(SYSTEM, "copyFromSource", id=ids["missing"], locale="bg", baseVersion=1)
    assert copied["item"]["data"]["title"]["bg"] == "Jen česky"

    async def names(**filter: Any) -> list[str]:
        found = await matrix(ask, SYSTEM, type="Page", **filter)
        return sorted(name for name, id in ids.items() if id in found)

    assert await names(state="STALE") == await names(state="STALE", locale="en") == ["stale"]
    assert await names(state="STALE", locale="cs") == [] == await names(state="STALE", site="eccp")
    assert await names(state="MISSING") == await names(state="MISSING", locale="en") == ["missing"]
    assert await names(state="MISSING", site="nca") == ["missing"] and await names(state="MISSING", site="eccp") == []
    assert await names(state="CURRENT") == ["current"] and await names(state="COPIED") == ["missing"]
    assert await names(site="eccp") == ["elsewhere"] and await names(site="none") == []
    assert await names(state="COPIED", site="nca") == [], "Bulgarian is no language of the site"
    assert await names(locale="cs") == ["current", "missing", "stale"]
    assert await names(search="hoto") == ["current"]
    only_english = await matrix(ask, SYSTEM, type="Page", site="nca", locale="en")
    assert only_english[ids["stale"]] == {"en": "STALE"}


async def test_the_matrix_tells_where_each_language_stands(
    ask: Ask, pages: dict[str, Item], services: Services
) -> None:
    await publish_item(services, SYSTEM, pages["stale"].id, ["cs"])
    await submit_item(services, SYSTEM, pages["stale"].id, "en")

    found = (await ask(SYSTEM, MATRIX, filter={"workflow": "PENDING", "locale": "en"}))["translations"]["nodes"]
    none = (await ask(SYSTEM, MATRIX, filter={"workflow": "PENDING", "locale": "cs"}))["translations"]["nodes"]
    [row] = (await ask(SYSTEM, MATRIX, filter={"search": "Nov", "type": "Page"}))["translations"]["nodes"]

    counts = {"staleFields": 1, "copiedFields": 0, "missingFields": 0}
    english = {"locale": "en", "state": "STALE", "workflow": "PENDING", "liveVersion": None, **counts}
    assert none == [] and found == [{"item": {"id": pages["stale"].id}, "translations": [english]}]
    czech, other = row["translations"]
    assert other == english and (czech["workflow"], czech["liveVersion"]) == ("PUBLISHED", 2)


async def test_the_matrix_shows_only_what_one_may_read(ask: Ask, pages: dict[str, Item], draft: Item) -> None:
    assert draft.id in await matrix(ask, SYSTEM)
    assert not await matrix(ask, NEIGHBOUR, type="Edition")
    assert not await matrix(ask, person("nobody"))
    assert pages["elsewhere"].id not in await matrix(ask, NEIGHBOUR)


async def test_stale_texts_are_shown_with_the_change_and_settled(ask: Ask, do: Ask, editor: Actor, draft: Item) -> None:
    changes = {"theme": {**draft.data["theme"], "en": "Regional skills"}}
    changed = await do(editor, "updateItem", id=draft.id, baseVersion=1, changes=changes)

    before = (await ask(editor, STALE, id=draft.id, locale="cs"))["item"]
    version = changed["item"]["version"]
    marked = await do(editor, "markTranslated", id=draft.id, locale="cs", baseVersion=version, fields=["theme"])
    after = (await ask(editor, STALE, id=draft.id, locale="cs"))["item"]

    words = [
        {"operation": "EQUAL", "text": "Regional "},
        {"operation": "DELETE", "text": "innovation"},
        {"operation": "INSERT", "text": "skills"},
    ]
    texts = {"value": "Regionální inovace", "before": "Regional innovation", "now": "Regional skills"}
    assert before["staleFields"] == [{"at": "theme", "state": "STALE", **texts, "sourceVersion": 1, "words": words}]
    assert before["sourceLocale"] == "en" and marked["refusal"] is None and after["staleFields"] == []
    assert before["translations"] == [
        {"locale": "en", "state": "SOURCE", "staleFields": 0},
        {"locale": "cs", "state": "STALE", "staleFields": 1},
    ]


async def test_too_many_fields_at_once_are_refused(do: Ask, editor: Actor, draft: Item) -> None:
    for name in ("markTranslated", "copyFromSource"):
        refused = await do(editor, name, id=draft.id, locale="cs", baseVersion=1, fields=["theme"] * 501)

        assert [one["code"] for one in refused["problems"]] == ["TOO_MANY"]


async def test_autosaves_are_one_version_of_the_history(ask: Ask, do: Ask, editor: Actor, draft: Item) -> None:
    version = 1
    for text in ("N", "No", "North"):
        change = {"region": {"en": text}}
        saved = await do(editor, "updateItem", id=draft.id, baseVersion=version, changes=change, autosave=True)
        version = saved["item"]["version"]

    query = "query ($id: ID!) { item(id: $id) { versions { totalCount nodes { version writes beganAt } } } }"
    found = (await ask(editor, query, id=draft.id))["item"]["versions"]
    assert version == 4 and found["totalCount"] == 2
    assert [(one["version"], one["writes"], bool(one["beganAt"])) for one in found["nodes"]] == [
        (4, 3, True),
        (1, 1, False),
    ]
