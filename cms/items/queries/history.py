"""What was done: the versions of an item, the differences of two of them, and the audit trail."""

import asyncio
from dataclasses import dataclass
from datetime import datetime

from cms.access.actor import EVERYWHERE, Actor
from cms.access.application_rights import DECIDE, MANAGE
from cms.access.reach import owned
from cms.content.rules.application_status import TYPE as APPLICATION
from cms.items.checks import content_type
from cms.items.history.differences import Difference, address_differences, differences
from cms.items.queries.items import get_item
from cms.kernel.errors import NotFound
from cms.kernel.listing import Listing
from cms.kernel.services import Services
from storage.conditions import EVERYTHING, Condition, all_of, between, either, equal, given, has_text, not_
from storage.documents import Item, Version
from storage.keyset import Order


def list_versions(services: Services, item: Item) -> Listing:
    """Without what they hold, newest first, of a run of autosaves the last. `item` was read by the person who asks."""
    shown = equal({"item": item.id, "folded_at": None})
    return Listing(
        "versions", services.repository.version_lists, shown, Order("version"), ("data", "slugs", "made_from")
    )


async def get_version(services: Services, actor: Actor, id: str, number: int) -> Version:
    """The one that stands for it where it was an autosave that others followed. Raises NotFound."""
    item = await get_item(services, actor, id)
    version = await services.repository.history.standing_for(item.id, number)
    if version is None:
        raise NotFound(f"There is no version {number} of this item.")
    return version


async def version_differences(services: Services, actor: Actor, id: str, before: int, after: int) -> list[Difference]:
    """What changed from one version to another, addresses last. Raises NotFound."""
    item = await get_item(services, actor, id)
    old, new = [await get_version(services, actor, id, number) for number in (before, after)]
    found = await asyncio.to_thread(differences, content_type(item.type), old.data, new.data)
    return [*found, *address_differences(old.slugs, new.slugs)]


@dataclass(frozen=True, slots=True)
class AuditFilter:
    """`since` is included, `until` is not."""

    item: str | None = None
    by: str | None = None
    action: str | None = None
    type: str | None = None
    site: str | None = None
    since: datetime | None = None
    until: datetime | None = None

    def condition(self) -> Condition:
        exact = {name: getattr(self, name) for name in ("item", "by", "action", "type", "site")}
        return all_of(given(exact), between("at", at_least=self.since, below=self.until))


def audit_trail(services: Services, actor: Actor, filter: AuditFilter) -> Listing:
    """What was done on the sites that this person may read, newest first. How others got in, and what was done about
    people, is for those who manage people; what was done with applications for those who see all of them."""
    shown = all_of(_visible(actor), filter.condition())
    return Listing("audit", services.repository.audit_lists, shown, Order("at"))


def _visible(actor: Actor) -> Condition:
    reach, manages = owned(actor, "read", "item"), actor.may("manage_people", EVERYWHERE)
    if manages and reach == EVERYTHING:
        return EVERYTHING
    on_sites = all_of(has_text("site"), reach, _of_content_or_seen_applications(actor))
    if not manages and actor.only is not None:
        return on_sites
    return either(on_sites, equal({"site": None, **({} if manages else {"by": actor.id})}))


def _of_content_or_seen_applications(actor: Actor) -> Condition:
    seen = [owned(actor, verb, "item") for verb in (MANAGE, DECIDE)]
    return EVERYTHING if EVERYTHING in seen else either(not_(equal({"type": APPLICATION})), *seen)
