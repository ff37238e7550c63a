"""Make a file of uploaded bytes: a private draft that knows what they really are."""

from collections.abc import Mapping
from dataclasses import dataclass
from typing import Any

from cms.access.action import action
from cms.access.actor import Actor
from cms.access.load_item import load_item
from cms.content_types.file_asset import FileAsset
from cms.files.queries.files import with_bytes
from cms.files.upload_change import UploadChange
from cms.files.upload_check import checked_facts
from cms.files.uploads import own_upload, require_usable
from cms.items.actions.create_item import new_draft, store_new
from cms.items.checks import clean_data
from cms.items.queries.items import get_item
from cms.kernel.services import Services
from storage.documents import Item


@dataclass(frozen=True, slots=True)
class Completion:
    """`item` is None while the bytes are still being looked at: ask again. With `is_duplicate` it is one that was there
    before and has the same bytes."""

    item: Item | None
    is_duplicate: bool = False


async def complete_upload(
    services: Services, actor: Actor, id: str, details: Mapping[str, Any], *, even_if_there: bool = False
) -> Completion:
    """The file; the one there was, where the same bytes became a file before that the person may read, unless
    `even_if_there`. Asked again, it answers the same. `details`: fields of the file that people give, such as `alt`.

    Raises NotFound (no ticket of this person), NotPermitted, Unavailable, and Invalid: the details, or what
    `cms.files.upload_check.checked_facts` says of the bytes, which are then gone.
    """
    upload = await own_upload(services, actor, id)
    if upload.item:
        return Completion(await get_item(services, actor, upload.item))
    actor.require("create", upload.site, FileAsset.guard)
    data = {"filename": upload.filename, **details}
    clean_data(FileAsset, data)
    facts = await checked_facts(services, upload)
    if facts is None:
        return Completion(None)
    draft = new_draft(services, actor, type=FileAsset.type_name, site=upload.site, data=data, facts=facts)

    return await make_file(services, actor, id, draft, even_if_there)


@action(right="create", event="ItemCreated", records="create_item")
async def make_file(change: UploadChange, id: str, draft: Item, even_if_there: bool) -> Completion:
    """`draft`: of the file, with what was found out of its bytes; storing it leaves its entries. Raises NotFound,
    NotPermitted, Invalid."""
    change.is_recorded = True
    services, session = change.services, change.session
    if change.upload.item:
        return Completion(await load_item(services, change.upload.item, session))
    require_usable(services, change.upload)
    sha256 = draft.data["sha256"]
    await change.repository.serialize(f"files/{sha256[:3]}", session)  # two with the same bytes at once
    same = with_bytes(change.actor, sha256)
    known = None if even_if_there else await change.repository.items.newest(same, session)
    if known:
        return Completion(known, is_duplicate=True)
    await change.repository.uploads.set(id, {"item": draft.id}, session)
    return Completion(await store_new(services, change.actor, draft, session))
