"""What editors read: only what they may, in pages, with everything that a screen needs."""

from collections.abc import Callable
from typing import Any

import pytest

from cms.access.actor import SYSTEM, Actor
from cms.content.richtext import from_html
from cms.content_types import registry
from cms.items.actions import create_item, delete_item, publish_item, share_item, submit_item, update_item
from cms.kernel.services import Services
from storage.documents import Item
from tests.schema.management.conftest import Ask
from tests.services import Clock, Publish, person

LIST = """query ($filter: ItemFilterInput, $sort: ItemSort, $first: Int! = 100, $after: String) {
  items(filter: $filter, sort: $sort, first: $first, after: $after) {
    nodes { id } edges { cursor } totalCount totalCountIsExact pageInfo { hasNextPage hasPreviousPage endCursor }
  } }"""
NEIGHBOUR = person("neighbour", nca=["editor"])


async def ids(ask: Ask, actor: Actor, sort: str | None = None, **filter: Any) -> list[str]:
    return [node["id"] for node in (await ask(actor, LIST, filter=filter, sort=sort))["items"]["nodes"]]


async def test_the_viewer_is_the_person_who_asks(ask: Ask) -> None:
    viewer = (await ask(person("rita", nca=["reviewer"]), "{ viewer { id name email roles { site roles rights } } }"))[
        "viewer"
    ]

    rights = ["comment", "publish", "read", "read_protected", "update"]
    assert viewer["id"] == "rita" and viewer["email"] == "rita@example.org"
    assert viewer["roles"] == [{"site": "nca", "roles": ["reviewer"], "rights": rights}]


async def test_every_content_type_is_described(ask: Ask, editor: Actor) -> None:
    query = """{ contentTypes { name plural hasSlug fields { name kind required localized group help target vocabulary
      options { value labels { locale text } } limits { name value } switches parts { kind part } }
      parts { name fields { name kind parts { part } } } } }"""

    types = {one["name"]: one for one in (await ask(editor, query))["contentTypes"]}

    assert set(types) == set(registry)
    for name, kind in registry.items():
        assert [field["name"] for field in types[name]["fields"]] == list(kind.fields)
        described = {part["name"] for part in types[name]["parts"]}
        named = [field for part in (types[name], *types[name]["parts"]) for field in part["fields"]]
        assert {part["part"] for field in named for part in field["parts"]} == described
    fields = {field["name"]: field for field in types["Edition"]["fields"]}
    assert fields["series"]["target"] == "Series" and fields["sectors"]["vocabulary"] == "sectors"
    assert fields["theme"]["limits"] == [{"name": "max_length", "value": 300}] and fields["theme"]["localized"]
    labels = {option["value"]: option["labels"] for option in fields["mode"]["options"]}
    assert {"locale": "bg", "text": "Онлайн"} in labels["online"]
    assert {part["kind"] for part in {f["name"]: f for f in types["Page"]["fields"]}["blocks"]["parts"]} > {"text"}


async def test_an_item_tells_where_it_stands(
    ask: Ask, services: Services, editor: Actor, make_edition: Publish, clock: Clock
) -> None:
    edition = await make_edition(context={"en": from_html("<p>What it <b>builds</b> on</p>")})
    await update_item(services, editor, edition.id, 1, {"theme": {**edition.data["theme"], "cs": "Dovednosti"}})
    query = """query ($id: ID!) { item(id: $id) {
      title type site shared version slugs { locale slug } createdBy { id name } modifiedBy { name } modifiedAt rights
      isChanged state(locale: "bg") { state allowedTransitions }
      states { locale state liveVersion isChanged allowedTransitions } problems(locale: "bg") { field locale code }
      versions { nodes { version action at by { id name } } totalCount } } }"""

    found = (await ask(editor, query, id=edition.id))["item"]

    states = {state["locale"]: state for state in found["states"]}
    assert found["title"] == "Iași" and found["version"] == 2 and found["shared"] == ["nca"]
    assert found["createdBy"] == {"id": "system", "name": "Cluster CMS"} and found["modifiedBy"] == {"name": None}
    assert found["modifiedAt"] == clock.now.isoformat()
    assert states["en"]["state"] == "published" and states["en"]["liveVersion"] == 1
    assert "unpublish" in states["en"]["allowedTransitions"] and "unpublish" not in states["cs"]["allowedTransitions"]
    assert not states["cs"]["isChanged"] and not states["en"]["isChanged"] and not found["isChanged"]
    assert found["state"] == {"state": "private", "allowedTransitions": ["submit", "publish", "archive"]}
    assert {"field": "theme", "locale": "bg", "code": "REQUIRED"} in found["problems"]
    assert [(one["version"], one["action"]) for one in found["versions"]["nodes"]] == [
        (2, "update_item"),
        (1, "create"),
    ]


async def test_a_text_or_a_fact_that_is_not_live_yet_is_a_change(
    ask: Ask, services: Services, editor: Actor, make_edition: Publish
) -> None:
    text, fact, slug = await make_edition("a"), await make_edition("b"), await make_edition("c")
    await update_item(services, editor, text.id, 1, {"theme": {"en": "Skills"}})
    await update_item(services, editor, fact.id, 1, {"start": "2023-11-22"})
    await update_item(services, editor, slug.id, 1, {}, {"en": "another"})
    query = "query ($id: ID!) { item(id: $id) { isChanged states { locale isChanged } } }"

    for item in (text, fact, slug):
        found = (await ask(editor, query, id=item.id))["item"]
        assert found["isChanged"] and {"locale": "en", "isChanged": True} in found["states"]


async def test_drafts_of_another_site_are_not_found(
    ask: Ask, answer: Ask, services: Services, editor: Actor, draft: Item
) -> None:
    queries = [
        "query ($id: ID!) { item(id: $id) { id data } }",
        "query ($id: ID!) { itemVersion(id: $id, version: 1) { data } }",
        "query ($id: ID!) { differences(id: $id, from: 1, to: 1) { at } }",
        "query ($id: ID!) { impact(id: $id) { item { id } } }",
    ]
    for query in queries:
        for stranger in (NEIGHBOUR, person("nobody")):
            given = await answer(stranger, query, id=draft.id)
            assert [error["extensions"]["code"] for error in given["errors"]] == ["NOT_FOUND"]
            assert set(given["data"].values()) == {None}
        assert "errors" not in await answer(editor, query, id=draft.id)

    assert draft.id not in await ids(ask, NEIGHBOUR) and draft.id in await ids(ask, editor)
    audit = (await ask(NEIGHBOUR, "{ audit(first: 100) { nodes { item site } } }"))["audit"]["nodes"]
    assert draft.id not in {entry["item"] for entry in audit}
    await share_item(services, editor, draft.id, ["nca"])
    assert draft.id in await ids(ask, NEIGHBOUR)


async def test_people_without_a_role_see_nothing(ask: Ask, draft: Item) -> None:
    query = "{ items { totalCount } reviewList { totalCount } recycleBin { totalCount } audit { totalCount } }"

    found = await ask(person("nobody"), query)

    assert found == {name: {"totalCount": 0} for name in ("items", "reviewList", "recycleBin", "audit")}


async def test_libraries_are_for_everybody_with_a_role(ask: Ask, services: Services, sites: None) -> None:
    ana = await create_item(services, SYSTEM, type="Person", site="eccp", data={"name": "Ana"})

    assert await ids(ask, NEIGHBOUR, type="Person") == [ana.id]
    assert await ids(ask, person("nobody"), type="Person") == []


async def test_items_are_found_by_what_they_are(
    ask: Ask, services: Services, editor: Actor, draft: Item, make_edition: Publish
) -> None:
    live = await make_edition("iasi-2024", locales=["en"])
    await submit_item(services, editor, draft.id, "cs")
    await update_item(services, editor, live.id, 1, {"city": {"en": "Málaga", "cs": None}})

    assert await ids(ask, editor, type="Edition") == [live.id, draft.id]
    assert await ids(ask, editor, type="Edition", sort="CREATED_ASC") == [draft.id, live.id]
    assert await ids(ask, editor, state="PENDING") == [draft.id]
    assert await ids(ask, editor, state="PENDING", locale="en") == []
    assert await ids(ask, editor, state="PRIVATE", locale="cs") == [live.id]
    assert await ids(ask, editor, state="PUBLISHED", type="Edition") == [live.id]
    assert await ids(ask, editor, search="MALA") == [live.id]
    assert await ids(ask, editor, search="jas") == [draft.id] and await ids(ask, editor, search="alaga") == []
    assert await ids(ask, editor, search="clusters reg", type="Series") != []
    assert await ids(ask, editor, search=".*") == await ids(ask, editor, search="(") == []
    assert await ids(ask, editor, search=" ") == await ids(ask, editor)
    assert await ids(ask, editor, modifiedBy="editor") == [live.id]
    assert await ids(ask, editor, site="nca", type="Edition") == [live.id]


async def test_pages_go_through_everything_once(ask: Ask, services: Services, editor: Actor, clock: Clock) -> None:
    made: list[str] = []
    for number in range(7):
        clock.set(f"2024-04-0{number // 2 + 1}T12:00:00+00:00")
        person_data = {"name": f"Person {number}"}
        made.append((await create_item(services, SYSTEM, type="Person", site="eccp", data=person_data)).id)

    seen: list[str] = []
    after = None
    while True:
        page = (await ask(editor, LIST, first=3, after=after))["items"]
        seen += [node["id"] for node in page["nodes"]]
        assert page["totalCount"] == 7 and page["totalCountIsExact"]
        after = page["pageInfo"]["endCursor"]
        if not page["pageInfo"]["hasNextPage"]:
            break

    assert seen == made[::-1]


@pytest.mark.parametrize("given", [{"first": 0}, {"first": 101}, {"after": "made up"}, {"first": -1}])
async def test_a_page_that_is_none_is_refused(answer: Ask, editor: Actor, given: dict[str, Any]) -> None:
    found = await answer(editor, LIST, **given)

    assert found["errors"][0]["extensions"]["code"] in ("INVALID", "LIMIT_PAGE_SIZE")


async def test_a_cursor_belongs_to_its_list(ask: Ask, answer: Ask, editor: Actor, draft: Item) -> None:
    cursor = (await ask(editor, LIST))["items"]["pageInfo"]["endCursor"]

    found = await answer(editor, LIST, after=cursor, sort="CREATED_ASC")

    assert found["errors"][0]["extensions"]["problems"][0]["code"] == "BAD_CURSOR"


async def test_the_review_list_is_for_those_who_may_publish(
    ask: Ask, services: Services, editor: Actor, draft: Item
) -> None:
    await submit_item(services, editor, draft.id, "en")
    query = "{ reviewList { nodes { id states { locale state submittedBy { id } } } } }"

    shown = [
        (await ask(actor, query))["reviewList"]["nodes"]
        for actor in (person("rita", eccp=["reviewer"]), person("carl", eccp=["contributor"]), NEIGHBOUR)
    ]

    english = {"locale": "en", "state": "pending", "submittedBy": {"id": "editor"}}
    assert shown[1:] == [[], []] and shown[0][0]["id"] == draft.id and english in shown[0][0]["states"]


async def test_the_recycle_bin_is_for_those_who_may_bring_back(
    ask: Ask, answer: Ask, services: Services, editor: Actor, draft: Item
) -> None:
    await delete_item(services, editor, draft.id)
    bin, one = "{ recycleBin { nodes { id deletedBy { id } } } }", "query ($id: ID!) { item(id: $id) { deletedAt } }"
    reviewer = person("rita", eccp=["reviewer"])

    assert (await ask(editor, bin))["recycleBin"]["nodes"] == [{"id": draft.id, "deletedBy": {"id": "editor"}}]
    assert (await ask(reviewer, bin))["recycleBin"]["nodes"] == []
    assert (await ask(editor, one, id=draft.id))["item"]["deletedAt"]
    assert (await answer(reviewer, one, id=draft.id))["data"] == {"item": None}
    assert draft.id not in await ids(ask, editor)


async def test_uses_are_counted_and_named_as_far_as_one_may_read(
    ask: Ask, services: Services, series: Item, draft: Item, make_edition: Publish
) -> None:
    shared = await make_edition("shown-on-both")
    query = """query ($id: ID!) { impact(id: $id) { live { nodes { at item { id } } totalCount }
      draft(first: 10) { nodes { at item { id } } totalCount } item { usedBy(world: LIVE) { totalCount } } } }"""

    all_, some = [(await ask(actor, query, id=series.id))["impact"] for actor in (SYSTEM, NEIGHBOUR)]

    def named(impact: dict[str, Any]) -> set[str | None]:
        return {use["item"]["id"] if use["item"] else None for use in impact["draft"]["nodes"]}

    assert all_["live"] == {"nodes": [{"at": "series", "item": {"id": shared.id}}], "totalCount": 1}
    assert all_["draft"]["totalCount"] == some["draft"]["totalCount"] == 2
    assert named(all_) == {shared.id, draft.id} and named(some) == {shared.id, None}
    assert all_["item"]["usedBy"] == {"totalCount": 1}


async def test_differences_of_two_versions_are_shown_word_by_word(
    ask: Ask, answer: Ask, services: Services, editor: Actor, draft: Item
) -> None:
    await update_item(services, editor, draft.id, 1, {"theme": {**draft.data["theme"], "en": "Regional skills"}})
    query = """query ($id: ID!, $to: Int! = 2) { differences(id: $id, from: 1, to: $to) {
      at locale before after words { operation text } } itemVersion(id: $id, version: 1) { data slugs action } }"""

    found = await ask(editor, query, id=draft.id)
    missing = await answer(editor, query, id=draft.id, to=9)

    words = [("EQUAL", "Regional "), ("DELETE", "innovation"), ("INSERT", "skills")]
    [theme] = found["differences"]
    assert (theme["at"], theme["locale"], theme["after"]) == ("theme", "en", "Regional skills")
    assert [(one["operation"], one["text"]) for one in theme["words"]] == words
    assert found["itemVersion"]["data"] == draft.data and found["itemVersion"]["action"] == "create"
    assert missing["errors"][0]["extensions"]["code"] == "NOT_FOUND"


async def test_another_address_is_a_difference_of_its_language(
    ask: Ask, services: Services, editor: Actor, draft: Item
) -> None:
    await update_item(services, editor, draft.id, 1, {}, slugs={"en": "moved"})
    query = "query ($id: ID!) { differences(id: $id, from: 1, to: 2) { at locale before after words { text } } }"

    [found] = (await ask(editor, query, id=draft.id))["differences"]

    moved = {"at": "slugs", "locale": "en", "before": draft.slugs["en"], "after": "moved", "words": []}
    assert found == moved


async def test_the_audit_trail_is_filtered_and_paged(
    ask: Ask, services: Services, editor: Actor, draft: Item, clock: Clock
) -> None:
    clock.set("2024-04-03T12:00:00+00:00")
    await submit_item(services, editor, draft.id, "en")
    clock.set("2024-04-04T12:00:00+00:00")
    await publish_item(services, editor, draft.id, ["en"])
    query = """query ($filter: AuditFilterInput, $first: Int! = 100, $after: String) {
      audit(filter: $filter, first: $first, after: $after) {
        nodes { action by { id } at item site version details } pageInfo { endCursor hasNextPage } } }"""

    async def told(**filter: Any) -> list[str]:
        return [entry["action"] for entry in (await ask(editor, query, filter=filter))["audit"]["nodes"]]

    assert await told(item=draft.id) == ["publish_item", "submit_item", "create_item"]
    assert await told(by="editor") == ["publish_item", "submit_item"]
    assert await told(action="submit_item") == ["submit_item"] and await told(site="nca", item=draft.id) == []
    since = {"since": "2024-04-03T12:00:00Z", "until": "2024-04-04T12:00:00Z"}
    assert await told(**since) == ["submit_item"]
    first = (await ask(editor, query, first=1))["audit"]
    after = first["pageInfo"]["endCursor"]
    second = (await ask(editor, query, first=1, after=after))["audit"]["nodes"]
    assert first["nodes"][0]["details"] == {"locales": ["en"]} and second[0]["action"] == "submit_item"


async def test_the_schema_of_a_type_is_never_more_than_its_declaration(
    ask: Ask, editor: Actor, edition_data: Callable[..., dict[str, Any]]
) -> None:
    query = "{ contentTypes { name fields { name required } } }"
    edition = next(one for one in (await ask(editor, query))["contentTypes"] if one["name"] == "Edition")

    assert set(edition_data()) <= {field["name"] for field in edition["fields"]}
    assert {field["name"] for field in edition["fields"] if field["required"]} <= set(edition_data())


async def test_a_moment_that_does_not_exist_is_the_askers_mistake_and_one_without_an_offset_is_utc(
    answer: Ask, editor: Actor, draft: Item
) -> None:
    query = "query ($since: DateTime) { audit(filter: {since: $since}) { totalCount } }"

    for moment in ("0001-01-01T00:00:00+14:00", "9999-12-31T23:59:59-14:00", "soon", ""):
        refused = await answer(editor, query, since=moment)
        assert [one["extensions"]["code"] for one in refused["errors"]] == ["BAD_USER_INPUT"], moment
    for moment in ("2024-04-02", "2024-04-02T14:00:00+02:00", "0001-01-01T00:00:00Z"):
        assert (await answer(editor, query, since=moment))["data"]["audit"]["totalCount"] > 0, moment
    assert (await answer(editor, query, since="2024-04-02T12:00:01"))["data"]["audit"]["totalCount"] == 0
