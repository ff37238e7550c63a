"""Put other bytes behind a file that was taken over from elsewhere, once they are there."""

from typing import Any

from cms.access.actor import Actor
from cms.access.load_item import load_item
from cms.items.checks import clean_facts, content_type
from cms.items.next_version import store_draft
from cms.kernel.services import Services
from storage.documents import Item
from storage.mongo import Session


async def replace_bytes(services: Services, actor: Actor, id: str, facts: dict[str, Any]) -> Item:
    """A new version of the draft. `facts`: of the new bytes (`cms.files.facts`). Raises NotFound, NotPermitted."""

    async def write(session: Session) -> Item:
        item = await load_item(services, id, session)
        actor.require_on("update", item)
        kind = content_type(item.type)
        kept = {name: value for name, value in item.data.items() if name not in kind.machine_fields()}
        data = {**kept, **clean_facts(kind, facts)}
        await store_draft(services, actor, item, data, item.slugs, "replace_file", session)
        return item

    return await services.transact(write)
