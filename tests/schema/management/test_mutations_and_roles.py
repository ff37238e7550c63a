"""Every mutation for every role: allowed as the table of rights says, and a denied call changes nothing."""

from collections.abc import Awaitable, Callable
from pathlib import Path
from typing import Any

import pytest

from cms import actions
from cms.access import RIGHTS, SYSTEM, Actor
from cms.desk import Desk
from schema.management.schema import schema
from storage.documents import Item
from tests.desk import person
from tests.schema.management.conftest import Ask, Records

Before = Callable[[Desk, Item], Awaitable[object]]


async def nothing(desk: Desk, item: Item) -> None:
    pass


async def submitted(desk: Desk, item: Item) -> None:
    await actions.submit_item(desk, SYSTEM, item.id, "en")


async def published(desk: Desk, item: Item) -> None:
    await actions.publish_item(desk, SYSTEM, item.id, ["en"])


async def archived(desk: Desk, item: Item) -> None:
    await actions.archive_item(desk, SYSTEM, item.id, "en")


async def deleted(desk: Desk, item: Item) -> None:
    await actions.delete_item(desk, SYSTEM, item.id)


EN: dict[str, Any] = {"locale": "en"}
TABLE: dict[str, tuple[str, Before, dict[str, Any]]] = {
    "createItem": ("create", nothing, {}),
    "updateItem": ("update", nothing, {"baseVersion": 1, "changes": {"region": {"en": "North-East"}}}),
    "submitItem": ("update", nothing, EN),
    "withdrawItem": ("update", submitted, EN),
    "sendBackItem": ("publish", submitted, {**EN, "comment": "Please add the venue."}),
    "publishItem": ("publish", nothing, {"locales": ["en"]}),
    "unpublishItem": ("publish", published, {"locales": ["en"]}),
    "schedulePublication": ("publish", nothing, {**EN, "at": "2024-06-01T09:00"}),
    "scheduleExpiry": ("publish", published, {**EN, "at": "2024-06-01T09:00"}),
    "archiveItem": ("publish", published, EN),
    "reopenItem": ("publish", archived, EN),
    "shareItem": ("share", published, {"sites": ["nca"]}),
    "deleteItem": ("delete", published, {}),
    "restoreItem": ("delete", deleted, {}),
    "restoreVersion": ("update", nothing, {"version": 1}),
    "discardDraft": ("update", published, {}),
}
"""{mutation: (the right it needs, what happened before, its input)}"""

ELSEWHERE: dict[str, str] = {
    "createUpload": "test_uploads.py",
    "completeUpload": "test_uploads.py",
    "cancelUpload": "test_uploads.py",
    "replaceFile": "test_uploads.py",
}
"""{mutation that is about no item, or not in the same way: the file beside this one that goes through its roles}"""


def input_of(name: str, item: Item, given: dict[str, Any]) -> dict[str, Any]:
    if name == "createItem":
        return {"type": "Edition", "site": "eccp", "data": item.data, "slugs": [{"locale": "en", "slug": "another"}]}
    return {"id": item.id, **given}


def test_the_table_has_every_mutation() -> None:
    mutation = schema._schema.mutation_type

    assert mutation and set(mutation.fields) == {*TABLE, *ELSEWHERE}
    for name, file in ELSEWHERE.items():
        assert name in Path(__file__).with_name(file).read_text(encoding="utf-8")


@pytest.mark.parametrize("role", RIGHTS)
@pytest.mark.parametrize("name", TABLE)
async def test_a_mutation_is_for_the_roles_that_have_its_right(
    desk: Desk, draft: Item, do: Ask, records: Records, name: str, role: str
) -> None:
    right, prepare, given = TABLE[name]
    await prepare(desk, draft)
    before = await records()

    result = await do(person("somebody", eccp=[role]), name, **input_of(name, draft, given))

    after = await records()
    if right in RIGHTS[role]:
        assert result["refusal"] is None and result["item"], result
        assert len(after["audit"]) == len(before["audit"]) + 1 and len(after["outbox"]) > len(before["outbox"])
        assert after["audit"][-1]["by"] == "somebody"
    else:
        hidden = name == "restoreItem"  # only those who may restore know what lies in the recycle bin
        assert result["refusal"]["code"] == ("NOT_FOUND" if hidden else "NOT_PERMITTED") and result["item"] is None
        assert after == before


@pytest.mark.parametrize("actor", [person("stranger"), person("neighbour", nca=["administrator"])], ids=lambda a: a.id)
@pytest.mark.parametrize("name", TABLE)
async def test_an_item_of_another_site_is_not_found_and_stays_as_it_is(
    desk: Desk, draft: Item, do: Ask, records: Records, name: str, actor: Actor
) -> None:
    _right, prepare, given = TABLE[name]
    await prepare(desk, draft)
    before = await records()

    result = await do(actor, name, **input_of(name, draft, given))

    assert result["refusal"]["code"] == ("NOT_PERMITTED" if name == "createItem" else "NOT_FOUND")
    assert await records() == before


@pytest.mark.parametrize("name", [name for name in TABLE if name != "createItem"])
async def test_an_item_that_is_not_there_is_not_found(do: Ask, sites: None, name: str) -> None:
    result = await do(SYSTEM, name, **{"id": "f" * 24, **TABLE[name][2]})

    assert result["refusal"]["code"] == "NOT_FOUND"
