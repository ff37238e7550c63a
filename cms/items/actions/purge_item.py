"""Take an item out of the recycle bin for good: what remains is that it was there, in the audit trail."""

from dataclasses import dataclass, field
from datetime import datetime

from cms.access.action import action
from cms.access.reach import may_read
from cms.content_types.pins import repin
from cms.items.item_change import ItemChange
from cms.kernel.errors import NotFound, TransitionNotAllowed
from storage.documents import Item
from storage.mongo import Session
from storage.repository import Repository

ITEM_PURGED = "ItemPurged"


@dataclass
class PurgeChange(ItemChange):
    """A change after which the item is gone. `hashes`: of the bytes that it has or ever had."""

    hashes: list[str] = field(init=False, default_factory=list)

    async def load(self, id: str) -> None:
        """Raises NotFound, NotPermitted, TransitionNotAllowed."""
        item = await self.repository.items.get(id, self.session)
        if item is None or not may_read(self.actor, item):
            raise NotFound(f"There is no item {id}.")
        if item.deleted_at is None:
            self.actor.require_on(self.right, item)
            raise TransitionNotAllowed("Only what lies in the recycle bin is taken away for good; delete it first.")
        if not self.actor.may_on(self.right, item):  # who may not bring it back does not know of it
            raise NotFound(f"There is no item {id} in the recycle bin.")
        self.found(item)

    def payload(self) -> dict[str, list[str]]:
        return {"hashes": self.hashes}


@action(right="delete", event=ITEM_PURGED)
async def purge_item(change: PurgeChange, id: str, *, deleted_before: datetime | None = None) -> None:
    """The item, its versions and comments, what sites said differently of it, its old addresses, its places in the
    reference index and all roles on it are gone; bytes that no other file has follow by
    `cms.files.reactions.orphaned_bytes`. With `deleted_before` only if it has lain in the recycle bin since then.

    Raises NotFound, NotPermitted (`delete`), TransitionNotAllowed (it is not in the recycle bin).
    """
    deleted = change.item.deleted_at
    if deleted_before and deleted and deleted > deleted_before:
        change.is_recorded = True  # nothing was changed
        return
    change.hashes = await _hashes(change)
    await _remove(change.repository, change.item, change.session)


async def _hashes(change: ItemChange) -> list[str]:
    item = change.item
    if not change.kind.holds_file:
        return []
    own = {item.data["sha256"]} if "sha256" in item.data else set[str]()
    return sorted(own | await change.repository.history.hashes(item.id, change.session))


async def _remove(repository: Repository, item: Item, session: Session) -> None:
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
