"""Rich text of other editors that comes by the management API is refused in words and changes nothing."""

from typing import Any

import pytest

from cms.access.actor import SYSTEM
from cms.items.actions import create_item
from cms.kernel.services import Services
from storage.documents import Item
from tests.cms.content.richtext.test_bounded_work import FOREIGN
from tests.schema.management.conftest import Ask
from tests.services import person

EVA = person("eva", eccp=["editor"])
UPDATE = """mutation ($input: UpdateItemInput!) { updateItem(input: $input) { item { version }
  refusal { code message } problems { field locale code message } } }"""
BODIES: dict[str, Any] = {
    **FOREIGN,
    "a list": [1],
    "a text": "<p>Text</p>",
    "a number": 7,
    "null inside": {"type": None},
}


@pytest.mark.parametrize("name", BODIES)
async def test_it_is_refused_in_words(services: Services, sites: None, answer: Ask, name: str) -> None:
    item = await create_item(services, SYSTEM, type="NewsItem", site="eccp", data={"title": {"en": "News"}})
    body = {"en": [{"kind": "text", "body": BODIES[name]}]}

    told = await answer(EVA, UPDATE, input={"id": item.id, "baseVersion": 1, "changes": {"body": body}})

    if errors := told.get("errors"):  # more than a request may hold at all
        assert all(one["message"] and one["extensions"]["code"] != "INTERNAL" for one in errors)
    else:
        result = told["data"]["updateItem"]
        assert result["item"] is None and result["refusal"]["code"] == "INVALID" and result["refusal"]["message"]
        assert all(one["field"].startswith("body") for one in result["problems"])
    stored = await Item.get(item.id)
    assert stored and stored.version == 1
