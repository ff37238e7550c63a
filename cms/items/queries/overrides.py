"""What sites show differently, as editors find it."""

from cms.access.actor import Actor
from cms.access.reach import owned
from cms.items.queries.items import get_item
from cms.kernel.listing import Listing
from cms.kernel.services import Services
from storage.conditions import all_of, equal
from storage.documents import Item, SiteOverride
from storage.keyset import Order


async def get_override(services: Services, actor: Actor, item: str, site: str) -> SiteOverride | None:
    """None where the site shows the item as it is, or may not be read. Raises NotFound for the item."""
    found = await get_item(services, actor, item)
    override = await services.repository.overrides.get(found.id, site)
    return override if override and may_see(actor, found, override) else None


async def item_overrides(services: Services, actor: Actor, item: Item) -> list[SiteOverride]:
    """Those that this person may read: of one's sites, and all of one's own items."""
    found = await services.repository.overrides.of_item(item.id)
    return [override for override in found if may_see(actor, item, override)]


def may_see(actor: Actor, item: Item, override: SiteOverride) -> bool:
    return actor.may("read", override.site) or actor.may_on("read", item)


def list_overrides(services: Services, actor: Actor, site: str) -> Listing:
    """Of one site, the latest change first; empty for those who may not read it."""
    shown = all_of(equal({"site": site}), owned(actor, "read", "item"))
    return Listing("overrides", services.repository.override_lists, shown, Order("modified_at"))
