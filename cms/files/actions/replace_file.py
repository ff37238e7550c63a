"""Put other bytes behind a file's address: a new version of its draft, live when it is published."""

from typing import Any

from cms.access.actor import Actor
from cms.access.load_item import load_item
from cms.content.fields.field import Clash
from cms.content_types.content_type import ContentType
from cms.files.upload_check import checked_facts
from cms.files.uploads import own_upload, require_usable
from cms.items.checks import clean_facts, content_type
from cms.items.next_version import store_draft
from cms.items.queries.items import get_item
from cms.kernel.errors import Conflict, Invalid, Problem
from cms.kernel.services import Services
from storage.documents import Item
from storage.mongo import Session


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

    async def write(session: Session) -> Item:
        ticket = await own_upload(services, actor, upload_id, session)
        item = await load_item(services, id, session)
        actor.require_on("update", item)
        if ticket.item == id:
            return item
        require_usable(services, ticket)
        if base_version is not None:
            await _refuse_if_replaced(services, kind, item, base_version, facts, session)
        await services.repository.uploads.set(upload_id, {"item": id}, session)
        data = {**_without(item.data, kind.machine_fields()), **facts}
        await store_draft(services, actor, item, data, item.slugs, "replace_file", session)
        return item

    return await services.transact(write)


async def _refuse_if_replaced(
    services: Services, kind: type[ContentType], item: Item, base_version: int, facts: dict[str, Any], session: Session
) -> None:
    """Raises Conflict."""
    base = (
        item
        if base_version == item.version
        else await services.repository.history.version(item.id, base_version, session)
    )
    sides = [(name, base.data.get(name) if base else None, item.data.get(name)) for name in kind.machine_fields()]
    clashes = [Clash(name, None, was, now, facts.get(name)) for name, was, now in sides if was != now]
    if clashes:
        raise Conflict("Somebody else replaced this file meanwhile; look at it first.", clashes, item.version)


def _without(data: dict[str, Any], names: list[str]) -> dict[str, Any]:
    return {name: value for name, value in data.items() if name not in names}
