"""Show an item on other sites too. It stays its owner's: they can link to it, not edit it."""

from collections.abc import Sequence

from cms.access.actor import Actor
from cms.access.load_item import load_item
from cms.content.sites import published_sites
from cms.items.addresses import draft_addresses
from cms.items.change_record import record_change
from cms.items.checks import content_type, places
from cms.items.free_addresses import require_asked
from cms.items.snapshot import write_draft_snapshot, write_snapshot
from cms.kernel.desk import Desk
from storage.documents import Item
from storage.mongo import Session


async def share_item(desk: Desk, actor: Actor, id: str, sites: Sequence[str]) -> Item:
    """The item, now shown on exactly its own site and `sites`; at once where it is published.

    Raises NotFound, NotPermitted, Invalid (no such site, or an item there has the address already).
    """

    async def write(session: Session) -> Item:
        item = await load_item(desk, id, session)
        actor.require_on("share", item)
        kind = content_type(item.type)
        before = places(item)
        base, item.shared = item.version, [site for site in dict.fromkeys(sites) if site != item.site]
        await published_sites(desk.repository, places(item), session)
        await require_asked(
            desk, kind, [one for one in places(item) if one not in before], item.slugs, item.id, session
        )
        item.addresses = [*draft_addresses(kind, places(item), item.slugs), *kind.unique_keys(item.data, item.site)]
        item.modified_at, item.modified_by = desk.clock(), actor.id
        await desk.repository.items.replace(item, base, session)
        await write_draft_snapshot(desk, kind, item, session)
        if any(state.version is not None for state in item.states.values()):
            await write_snapshot(desk, kind, item, session)
        await record_change(desk, actor, "share_item", "ItemShared", item, session, sites=item.shared)
        return item

    return await desk.transact(write)
