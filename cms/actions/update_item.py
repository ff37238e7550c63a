"""Change an item's draft; what is live stays as it is."""

from collections.abc import Mapping
from typing import Any

from cms.access import Actor
from cms.actions.check import check_references, check_slugs, clean_data, content_type, load_item, places
from cms.actions.record import record_change, record_references, record_version
from cms.addresses import draft_addresses
from cms.desk import Desk
from cms.errors import Conflict
from storage.documents import Item
from storage.mongo import Session


async def update_item(
    desk: Desk,
    actor: Actor,
    id: str,
    base_version: int,
    changes: dict[str, Any],
    slugs: Mapping[str, str] | None = None,
) -> Item:
    """The changed draft. `changes` replaces whole fields, None empties one; `slugs` replaces those of its locales.

    Raises NotFound, NotPermitted, Invalid, and Conflict when `base_version` is not the present one.
    """

    async def write(session: Session) -> Item:
        item = await load_item(desk, id, session)
        actor.require("update", item.site)
        if item.version != base_version:
            raise Conflict(f"Version {base_version} is not the last one ({item.version}); load the item again.")
        kind = content_type(item.type)
        cleaned = clean_data(kind, changes)
        item.data = {
            name: value
            for name, value in {**item.data, **dict.fromkeys(changes), **cleaned}.items()
            if value is not None
        }
        item.slugs = {**item.slugs, **(slugs or {})}
        check_slugs(kind, item.slugs)
        await check_references(desk, kind, cleaned, session)
        item.addresses = [*draft_addresses(kind, places(item), item.slugs), *kind.unique_keys(item.data, item.site)]
        item.version, item.modified_at, item.modified_by = item.version + 1, desk.clock(), actor.id
        await desk.repository.items.replace(item, base_version, session)
        await record_version(desk, actor, "update", item, session)
        await record_references(desk, kind, item.id, item.data, "draft", session)
        await record_change(desk, actor, "update_item", "ItemUpdated", item, session, fields=sorted(changes))
        return item

    return await desk.transact(write)
