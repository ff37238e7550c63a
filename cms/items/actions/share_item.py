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
from cms.kernel.services import Services
from storage.documents import Item
from storage.mongo import Session


async def share_item(services: Services, actor: Actor, id: str, sites: Sequence[str]) -> Item:
    """The item, now shown on exactly its own site and `sites`; at once where it is published.

    Raises NotFound, NotPermitted, Invalid (no such site, or an item there has the address already).
    """

    async def write(session: Session) -> Item:
        item = await load_item(services, id, session)
        actor.require_on("share", item)
        kind = content_type(item.type)
        before = places(item)
        base, item.shared = item.version, [site for site in dict.fromkeys(sites) if site != item.site]
        await published_sites(services.repository, places(item), session)
        await require_asked(
            services, kind, [one for one in places(item) if one not in before], item.slugs, item.id, session
        )
        item.addresses = [*draft_addresses(kind, places(item), item.slugs), *kind.unique_keys(item.data, item.site)]
        item.modified_at, item.modified_by = services.clock(), actor.id
        await services.repository.items.replace(item, base, session)
        await write_draft_snapshot(services, kind, item, session)
        if any(state.version is not None for state in item.states.values()):
            await write_snapshot(services, kind, item, session)
        await record_change(services, actor, "share_item", "ItemShared", item, session, sites=item.shared)
        return item

    return await services.transact(write)
