"""Put other bytes behind a file's address: a new version of its draft, live when it is published."""

from typing import Any

from cms.access.action import action
from cms.access.actor import Actor
from cms.content.fields.field import Clash
from cms.files.actions.replace_bytes import store_with_bytes
from cms.files.upload_check import checked_facts
from cms.files.uploads import own_upload, require_usable
from cms.items.checks import clean_facts, content_type
from cms.items.item_change import ItemChange
from cms.items.queries.items import get_item
from cms.kernel.errors import Conflict, Invalid, Problem
from cms.kernel.services import Services
from storage.documents import Item


async def replace_file(
    services: Services, actor: Actor, id: str, upload_id: str, base_version: int | None = None
) -> Item | None:
    """The file with the bytes of the upload; None while they are still being looked at: ask again. Words stay as they
    are, the name gets the extension of the new type. Asked again, it answers the same.

    Raises NotFound (item or ticket), NotPermitted, Unavailable, Invalid (no file, or what `checked_facts` says of the
    bytes), Conflict when somebody replaced them after `base_version`.
    """
    upload = await own_upload(services, actor, upload_id)
    item = await get_item(services, actor, id)
    actor.require_on("update", item)
    kind = content_type(item.type)
    if not kind.holds_file:
        raise Invalid([Problem("id", "NOT_A_FILE", "Only files have bytes that can be replaced.")])
    if upload.item == id:
        return item
    found = await checked_facts(services, upload)
    if found is None:
        return None
    facts = clean_facts(kind, found)

    return await replace_with_upload(services, actor, id, upload_id, facts, base_version)


@action(right="update", records="replace_file")
async def replace_with_upload(
    change: ItemChange, id: str, upload_id: str, facts: dict[str, Any], base_version: int | None
) -> Item:
    """`facts`: of the bytes, which were looked at. Raises NotFound, NotPermitted, Invalid (ticket), Conflict."""
    ticket = await own_upload(change.services, change.actor, upload_id, change.session)
    if ticket.item == id:
        change.is_recorded = True
        return change.item
    require_usable(change.services, ticket)
    if base_version is not None:
        await _refuse_if_replaced(change, base_version, facts)
    await change.repository.uploads.set(upload_id, {"item": id}, change.session)
    await store_with_bytes(change, facts)
    return change.item


async def _refuse_if_replaced(change: ItemChange, base_version: int, facts: dict[str, Any]) -> None:
    """Raises Conflict."""
    item = change.item
    base = (
        item
        if base_version == item.version
        else await change.repository.history.version(item.id, base_version, change.session)
    )
    names = change.kind.machine_fields()
    sides = [(name, base.data.get(name) if base else None, item.data.get(name)) for name in names]
    clashes = [Clash(name, None, was, now, facts.get(name)) for name, was, now in sides if was != now]
    if clashes:
        raise Conflict("Somebody else replaced this file meanwhile; look at it first.", clashes, item.version)
