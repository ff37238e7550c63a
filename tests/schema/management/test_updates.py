"""Two people at one item: nothing is lost, and what meets is shown from both sides."""

from typing import Any

import pytest

from cms.access.actor import Actor
from cms.kernel.services import Services
from storage.documents import Item
from tests.schema.management.conftest import Ask, Records, codes
from tests.services import Publish, person


async def test_disjoint_changes_from_one_version_are_both_kept(editor: Actor, draft: Item, do: Ask) -> None:
    changes = [{"region": {"en": "North-East"}}, {"theme": {**draft.data["theme"], "cs": "Dovednosti"}}]

    for change in changes:
        assert (await do(editor, "updateItem", id=draft.id, baseVersion=1, changes=change))["refusal"] is None

    found = await do(editor, "updateItem", id=draft.id, baseVersion=3, changes={})
    data = found["item"]["data"]
    assert data["region"] == {"en": "North-East"} and data["theme"]["cs"] == "Dovednosti"
    assert data["theme"]["en"] == draft.data["theme"]["en"]


async def test_overlapping_changes_come_back_with_all_three_sides(
    editor: Actor, draft: Item, do: Ask, records: Records
) -> None:
    changes: list[dict[str, Any]] = [{"theme": {**draft.data["theme"], "en": text}} for text in ("Theirs", "Yours")]
    await do(editor, "updateItem", id=draft.id, baseVersion=1, changes=changes[0])
    before = await records()

    result = await do(editor, "updateItem", id=draft.id, baseVersion=1, changes=changes[1])

    base = draft.data["theme"]["en"]
    clash = {"at": "theme", "locale": "en", "base": base, "theirs": "Theirs", "yours": "Yours"}
    assert result["item"] is None and result["refusal"]["code"] == "CONFLICT"
    assert result["conflict"] == {"version": 2, "clashes": [clash]}
    assert await records() == before


async def test_an_unknown_base_version_is_a_conflict_without_clashes(editor: Actor, draft: Item, do: Ask) -> None:
    result = await do(editor, "updateItem", id=draft.id, baseVersion=9, changes={})

    assert result["conflict"] == {"version": 1, "clashes": []}


@pytest.mark.parametrize(
    ("changes", "problem"),
    [
        ({"colour": "red"}, ("colour", None, "UNKNOWN_FIELD")),
        ({"start": "soon"}, ("start", None, "NOT_A_DATE")),
        ({"theme": {"$en": "x"}}, ("theme", None, "NOT_A_LOCALE")),
        ({"theme": "no languages"}, ("theme", None, "NOT_LOCALIZED")),
        ({"series": "f" * 24}, ("series", None, "UNKNOWN_REFERENCE")),
        ({"days": [{"label": {"en": 1}}]}, ("days.0.label", None, "NOT_TEXT")),
        ([], ("changes", None, "NOT_AN_OBJECT")),
        ("text", ("changes", None, "NOT_AN_OBJECT")),
    ],
    ids=str,
)
async def test_what_has_not_the_declared_shape_is_named(
    editor: Actor, draft: Item, do: Ask, records: Records, changes: Any, problem: tuple[str, str | None, str]
) -> None:
    before = await records()

    result = await do(editor, "updateItem", id=draft.id, baseVersion=1, changes=changes)

    assert result["refusal"]["code"] == "INVALID" and codes(result) == [problem]
    assert await records() == before


async def test_the_publication_of_what_is_incomplete_is_refused_with_every_problem(
    editor: Actor, do: Ask, sites: None
) -> None:
    created = await do(editor, "createItem", type="Edition", site="eccp", data={"city": {"en": "Iași"}})

    result = await do(editor, "publishItem", id=created["item"]["id"], locales=["en"])

    required = {field for field, _locale, code in codes(result) if code == "REQUIRED"}
    assert {"series", "country", "time_zone", "theme", "lead_before"} <= required
    assert ("theme", "en", "REQUIRED") in codes(result) and result["item"] is None


async def test_an_address_that_is_taken_is_a_problem(editor: Actor, draft: Item, do: Ask) -> None:
    slugs = [{"locale": "en", "slug": "iasi-2023"}]

    result = await do(editor, "createItem", type="Edition", site="eccp", data=draft.data, slugs=slugs)

    assert codes(result) == [("slugs", None, "TAKEN")]


async def test_what_is_used_stays_unless_one_insists(
    editor: Actor, series: Item, make_edition: Publish, do: Ask, services: Services
) -> None:
    await make_edition()

    refused = await do(editor, "deleteItem", id=series.id)
    deleted = await do(editor, "deleteItem", id=series.id, evenIfUsed=True)
    restored = await do(editor, "restoreItem", id=series.id)

    assert [code for _field, _locale, code in codes(refused)] == ["STILL_USED"]
    assert deleted["item"]["deletedAt"] and restored["item"]["deletedAt"] is None
    assert restored["item"]["data"] == series.data


async def test_too_many_languages_at_once_are_refused(editor: Actor, draft: Item, do: Ask) -> None:
    result = await do(editor, "publishItem", id=draft.id, locales=["en"] * 41)

    assert codes(result) == [("locales", None, "TOO_MANY")]


@pytest.mark.parametrize("locale", ["", "english", "$where", "e.n"])
async def test_what_is_no_language_is_refused(editor: Actor, draft: Item, answer: Ask, locale: str) -> None:
    query = "mutation ($id: ID!, $locale: Locale!) { submitItem(input: {id: $id, locale: $locale}) { item { id } } }"

    given = await answer(editor, query, id=draft.id, locale=locale)

    assert "data" not in given and given["errors"][0]["extensions"]["code"] == "BAD_USER_INPUT"


async def test_json_of_any_depth_is_refused_early(editor: Actor, draft: Item, answer: Ask) -> None:
    deep: Any = "end"
    for _level in range(61):
        deep = [deep]
    query = "mutation ($c: JSON!) { updateItem(input: {id: 1, baseVersion: 1, changes: $c}) { item { id } } }"

    given = await answer(editor, query, c={"focus": deep})

    assert "data" not in given and "levels" in given["errors"][0]["message"]


async def test_what_one_may_not_read_cannot_be_referred_to(draft: Item, series: Item, do: Ask) -> None:
    neighbour = person("neighbour", nca=["editor"])
    shared, hidden = {"series": series.id}, {"target": draft.id}

    allowed = await do(neighbour, "createItem", type="Edition", site="nca", data={**shared, "city": {"cs": "Brno"}})
    entry = {"label": {"cs": "Jasy"}, **hidden}
    refused = await do(neighbour, "createItem", type="Menu", site="nca", data={"slot": "main", "entries": [entry]})

    assert allowed["item"] and refused["item"] is None
    assert [code for _field, _locale, code in codes(refused)] == ["UNKNOWN_REFERENCE"]


async def test_a_reference_to_what_was_deleted_may_stay_but_not_be_made(
    services: Services, editor: Actor, series: Item, draft: Item, do: Ask
) -> None:
    await do(editor, "deleteItem", id=series.id, evenIfUsed=True)

    kept = await do(editor, "updateItem", id=draft.id, baseVersion=1, changes={"region": {"en": "North-East"}})
    made = await do(editor, "createItem", type="Edition", site="eccp", data=draft.data, slugs=[])

    assert kept["item"]["data"]["series"] == series.id
    assert codes(made) == [("series", None, "UNKNOWN_REFERENCE")]
