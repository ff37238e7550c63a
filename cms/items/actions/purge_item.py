"""Take an item out of the recycle bin for good: what remains is that it was there, in the audit trail."""

from datetime import datetime

from cms.access.actor import Actor
from cms.access.reach import may_read
from cms.content_types.pins import repin
from cms.items.checks import content_type
from cms.kernel.errors import NotFound, TransitionNotAllowed
from cms.kernel.services import Services
from storage.documents import AuditEntry, Item, OutboxEvent
from storage.mongo import Session

ITEM_PURGED = "ItemPurged"


async def purge_item(services: Services, actor: Actor, id: str, *, deleted_before: datetime | None = None) -> None:
    """The item, its versions and comments, what sites said differently of it, its old addresses, its places in the
    reference index and all roles on it are gone; bytes that no other file has follow by
    `cms.files.reactions.orphaned_bytes`. With `deleted_before` only if it has lain in the recycle bin since then.

    Raises NotFound, NotPermitted (`delete`), TransitionNotAllowed (it is not in the recycle bin).
    """

    async def write(session: Session) -> None:
        item = await services.repository.items.get(id, session)
        if item is None or not may_read(actor, item):
            raise NotFound(f"There is no item {id}.")
        if item.deleted_at is None:
            actor.require_on("delete", item)
            raise TransitionNotAllowed("Only what lies in the recycle bin is taken away for good; delete it first.")
        if not actor.may_on("delete", item):  # who may not bring it back does not know of it
            raise NotFound(f"There is no item {id} in the recycle bin.")
        if deleted_before and item.deleted_at > deleted_before:
            return
        hashes = await _hashes(services, item, session)
        await _remove(services, item, session)
        await _record(services, actor, item, hashes, session)

    await services.transact(write)


async def _hashes(services: Services, item: Item, session: Session) -> list[str]:
    """Of the bytes that it has or ever had."""
    if not content_type(item.type).holds_file:
        return []
    own = {item.data["sha256"]} if "sha256" in item.data else set[str]()
    return sorted(own | await services.repository.history.hashes(item.id, session))


async def _remove(services: Services, item: Item, session: Session) -> None:
    repository = services.repository
    overrides = await repository.overrides.of_item(item.id, session)
    for override in overrides:
        await repository.overrides.remove(override, session)
    await repository.history.forget([item.id, *(override.id for override in overrides)], session)
    await repository.comments.remove_of(item.id, session)
    await repository.references.forget(item.id, session)
    await repository.accounts.forget_item(item.id, session)
    await repository.redirects.remove_to(item.id, session)
    await repository.comments.remove_of(item.id, session)
    await repository.published.remove(item.id, session)
    await repository.drafts.remove(item.id, session)
    await repository.items.remove(item.id, session)
    for site in sorted({override.site for override in overrides}):
        await repin(repository, site, session)


async def _record(services: Services, actor: Actor, item: Item, hashes: list[str], session: Session) -> None:
    now = services.clock()
    entry = AuditEntry(
        at=now,
        by=actor.id,
        action="purge_item",
        item=item.id,
        type=item.type,
        site=item.site,
        version=item.version,
    )
    await services.repository.history.audit(entry, session)
    event = OutboxEvent(
        name=ITEM_PURGED,
        at=now,
        due_at=now,
        item=item.id,
        type=item.type,
        site=item.site,
        version=item.version,
        payload={"hashes": hashes},
    )
    await services.repository.outbox.add(event, session)
