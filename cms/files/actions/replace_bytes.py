"""Put other bytes behind a file that was taken over from elsewhere, once they are there."""

from typing import Any

from cms.access.action import action
from cms.items.checks import clean_facts
from cms.items.item_change import ItemChange
from storage.documents import Item


@action(right="update", records="replace_file")
async def replace_bytes(change: ItemChange, id: str, facts: dict[str, Any]) -> Item:
    """A new version of the draft. `facts`: of the new bytes (`cms.files.facts`). Raises NotFound, NotPermitted."""
    await store_with_bytes(change, clean_facts(change.kind, facts))
    return change.item


async def store_with_bytes(change: ItemChange, facts: dict[str, Any]) -> None:
    """The file's next version: what people said of it stays. `facts`: cleaned."""
    kept = {name: value for name, value in change.item.data.items() if name not in change.kind.machine_fields()}
    await change.store_draft({**kept, **facts}, change.item.slugs)
