"""Delete an item into the recycle bin, and bring it back with everything it was."""

from dataclasses import dataclass

from cms.access.action import action
from cms.access.parameters import Id
from cms.items import workflow
from cms.items.actions.unpublish_item import refuse_if_used
from cms.items.addresses import draft_addresses
from cms.items.change_record import record_references
from cms.items.checks import places
from cms.items.item_change import ItemChange
from cms.items.overrides import index_overrides
from cms.items.own_slugs import own_slugs
from cms.items.snapshot import remove_draft_snapshot, write_draft_snapshot, write_snapshot
from cms.items.terms.present import with_present_terms
from cms.kernel.errors import Invalid, NotFound
from storage.documents import Item, LocaleState


@action(right="delete", event="ItemDeleted")
async def delete_item(change: ItemChange, id: str, *, even_if_used: bool = False) -> None:
    """Takes the item from visitors and editors; its address becomes free.

    Raises NotFound, NotPermitted, and unless `even_if_used` Invalid with everything live that refers to it.
    """
    item, kind, session = change.item, change.kind, change.session
    if problems := await kind.removal_problems(change.repository, item.data, session):
        raise Invalid(problems)
    if not even_if_used:
        await refuse_if_used(change.services, item, session)
    live = [locale for locale in item.states if workflow.state_of(item, locale).version is not None]
    item.deleted_at, item.deleted_by, item.addresses = change.now, change.actor.id, []
    item.states = dict.fromkeys(item.states, LocaleState())
    await change.store()
    if live:
        await write_snapshot(change.services, kind, item, session, withdraw=live)
    await change.repository.references.replace(item.id, "draft", [], session)
    await _index_overrides(change)
    await remove_draft_snapshot(change.services, kind, item.id, session)


@dataclass
class BinChange(ItemChange):
    """A change of an item that lies in the recycle bin."""

    async def load(self, id: str) -> None:
        """Raises NotFound, NotPermitted."""
        item = await self.repository.items.get(id, self.session)
        if item is None or item.deleted_at is None:
            raise NotFound(f"There is no item {id} in the recycle bin.")
        self.actor.require_on(self.right, item)
        self.found(item)


@action(right="delete", event="ItemRestored", offered="Bring an item back from the recycle bin as a private draft.")
async def restore_item(change: BinChange, id: Id) -> Item:
    """The item as it was, as a private draft. Raises NotFound, NotPermitted, Invalid (its address was taken)."""
    services, item, kind, session = change.services, change.item, change.kind, change.session
    item.deleted_at = item.deleted_by = None
    await _bring_terms_up_to_date(change)
    item.slugs = await own_slugs(services, kind, item, item.slugs, session)
    item.addresses = [*draft_addresses(kind, places(item), item.slugs), *kind.unique_keys(item.data, item.site)]
    await change.store()
    await record_references(services, kind, item.id, item.data, "draft", session)
    await _index_overrides(change)
    await write_draft_snapshot(services, kind, item, session)
    return item


async def _index_overrides(change: ItemChange) -> None:
    overrides = await change.repository.overrides.of_item(change.item.id, change.session)
    await index_overrides(change.services, change.kind, change.item, overrides, change.session)


async def _bring_terms_up_to_date(change: ItemChange) -> None:
    """Terms that were merged or renamed while it lay there; that makes a new version."""
    item = change.item
    data = await with_present_terms(change.services, change.kind, item.data, change.session)
    if data != item.data:
        item.data, item.version = data, item.version + 1
        item.modified_at, item.modified_by = change.now, change.actor.id
