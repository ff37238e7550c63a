"""A filter that nothing could match is refused in words, not answered with an empty list."""

import pytest

from cms.access.actor import Actor
from storage.documents import Item
from tests.schema.management.conftest import Ask

ITEMS = "query ($filter: ItemFilterInput) { found: items(filter: $filter) { nodes { id } } }"
BIN = "query ($filter: ItemFilterInput) { found: recycleBin(filter: $filter) { nodes { id } } }"


@pytest.mark.parametrize(
    ("query", "name", "value", "there"),
    [(ITEMS, "type", "News", "NewsItem"), (ITEMS, "site", "nowhere", "eccp"), (BIN, "type", "News", "NewsItem")],
)
async def test_a_type_or_site_that_is_not_there_is_refused_and_the_others_are_named(
    answer: Ask, editor: Actor, draft: Item, query: str, name: str, value: str, there: str
) -> None:
    [error] = (await answer(editor, query, filter={name: value}))["errors"]

    [problem] = error["extensions"]["problems"]
    assert (error["extensions"]["code"], problem["code"]) == ("INVALID", "UNKNOWN_VALUE")
    assert problem["field"] == f"filter.{name}"
    assert f'"{value}" is no' in problem["message"] and there in problem["message"]


@pytest.mark.parametrize(
    ("query", "filter"),
    [
        (ITEMS, {"type": "Menu", "site": "eccp"}),
        (ITEMS, {"type": "Menu", "site": ""}),
        (BIN, {"type": ""}),
        (BIN, {"site": "closed"}),
    ],
)
async def test_what_could_be_there_is_an_empty_list(
    ask: Ask, editor: Actor, draft: Item, query: str, filter: dict[str, str]
) -> None:
    assert (await ask(editor, query, filter=filter))["found"]["nodes"] == []
