"""Show an item on other sites too. It stays its owner's: they can link to it, not edit it."""

from collections.abc import Sequence
from typing import Annotated

from cms.access.action import action
from cms.access.parameters import Id
from cms.content.sites import published_sites
from cms.items.addresses import draft_addresses
from cms.items.checks import places
from cms.items.free_addresses import require_asked
from cms.items.item_change import ItemChange
from cms.items.snapshot import write_draft_snapshot, write_snapshot
from storage.documents import Item


@action(right="share", event="ItemShared", offered="Show an item on other sites too.")
async def share_item(
    change: ItemChange, id: Id, sites: Annotated[Sequence[str], "Keys of all the sites that show it beside its own."]
) -> Item:
    """The item, now shown on exactly its own site and `sites`; at once where it is published.

    Raises NotFound, NotPermitted, Invalid (no such site, or an item there has the address already).
    """
    item, kind, before = change.item, change.kind, places(change.item)
    item.shared = [site for site in dict.fromkeys(sites) if site != item.site]
    await published_sites(change.repository, places(item), change.session)
    new = [site for site in places(item) if site not in before]
    await require_asked(change.services, kind, new, item.slugs, item.id, change.session)
    item.addresses = [*draft_addresses(kind, places(item), item.slugs), *kind.unique_keys(item.data, item.site)]
    item.modified_at, item.modified_by = change.now, change.actor.id
    await change.store()
    await write_draft_snapshot(change.services, kind, item, change.session)
    if any(state.version is not None for state in item.states.values()):
        await write_snapshot(change.services, kind, item, change.session)
    change.tell(sites=item.shared)
    return item
