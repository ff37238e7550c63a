"""What belongs to the archive of a site: its items, those that it shows, and all that these refer to."""

from collections import defaultdict
from collections.abc import Sequence
from dataclasses import dataclass, field

from cms.access.actor import Actor
from cms.access.reach import may_read
from cms.content_types import registry
from cms.kernel.services import Services
from cms.transfer.archive_format import ID
from storage.documents import Item

BATCH = 500


@dataclass(slots=True)
class Selection:
    """`types`: {content type: ids}; `missing`: ids that are referred to and are not there, or not for this person."""

    types: dict[str, set[str]] = field(default_factory=lambda: defaultdict(set))
    missing: set[str] = field(default_factory=set)

    @property
    def count(self) -> int:
        return sum(len(ids) for ids in self.types.values())


async def select_items(services: Services, actor: Actor, site: str) -> Selection:
    """The ids alone are held in memory. Raises Unavailable."""
    selection, seen = Selection(), set[str]()
    async for batch in services.repository.site_content.ids(site):
        await _follow(services, actor, [one["_id"] for one in batch], selection, seen)
    for kind in registry.values():
        if (condition := kind.leaned_on(site)) is not None:
            async for batch in services.repository.site_content.ids_of_type(kind.type_name, condition):
                await _follow(services, actor, [one["_id"] for one in batch], selection, seen)
    await _follow(services, actor, await _ids_at(services, [f"site:{site}"]), selection, seen)
    return selection


async def _follow(services: Services, actor: Actor, ids: Sequence[str], selection: Selection, seen: set[str]) -> None:
    """These items and everything that they lead to."""
    waiting = [id for id in ids if id not in seen]
    seen.update(waiting)
    while waiting:
        now, waiting = waiting[:BATCH], waiting[BATCH:]
        items = await services.repository.site_content.items(now)
        taken = [item for item in items.values() if item.deleted_at is None and may_read(actor, item)]
        for item in taken:
            selection.types[item.type].add(item.id)
        selection.missing.update(set(now) - {item.id for item in taken})
        fresh = await _led_to(services, taken) - seen
        seen.update(fresh)
        waiting += sorted(fresh)


async def _led_to(services: Services, items: Sequence[Item]) -> set[str]:
    """Ids of what they refer to, and of the sites where they are shown."""
    targets = await services.repository.site_content.targets([item.id for item in items])
    sites = {f"site:{key}" for item in items for key in (item.site, *item.shared)}
    return {target for target in targets if ID.fullmatch(target)} | set(await _ids_at(services, sorted(sites)))


async def _ids_at(services: Services, addresses: Sequence[str]) -> list[str]:
    return [item.id for item in await services.repository.site_content.at_addresses(addresses)]
