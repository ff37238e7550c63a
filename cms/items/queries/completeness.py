"""What items still lack that editors have to see to, by their types' own rules."""

from collections.abc import Sequence

from cms.access.actor import Actor
from cms.access.reach import readable
from cms.items.checks import content_type
from cms.kernel.services import Services
from storage.conditions import all_of, equal
from storage.documents import Item


async def list_missing(services: Services, actor: Actor, items: Sequence[Item]) -> list[list[str]]:
    """For each item names such as "banner"; one query for whatever other items are looked for."""
    now = services.clock()
    kinds = [(content_type(item.type), item) for item in items]
    companions = [kind.companions(item.id, item.data, now) for kind, item in kinds]
    wanted = {facet for one in companions for facet in one.values()}
    there = await _facets_there(services, actor, wanted)
    return [
        [*kind.missing(item.data, now), *(name for name, facet in needed.items() if facet not in there)]
        for (kind, item), needed in zip(kinds, companions, strict=True)
    ]


async def _facets_there(services: Services, actor: Actor, facets: set[str]) -> set[str]:
    if not facets:
        return set()
    within = all_of(readable(actor), equal({"deleted_at": None}))
    return await services.repository.items.facets_there(sorted(facets), within)
