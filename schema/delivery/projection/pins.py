"""Lists in their default order begin with what the site's editors put first; few items, known from the site itself."""

import asyncio
from dataclasses import dataclass
from typing import Any

from schema.delivery.projection.read_context import ReadContext

PIN = "pin"


@dataclass(frozen=True, slots=True)
class PageStart:
    """Where a page begins: after `id` at `value` of the list's order, or when `is_pin` among what comes first."""

    value: Any
    id: str
    is_pin: bool


@dataclass(frozen=True, slots=True)
class Pins:
    """`ids`: {item: its place}, the first in front."""

    ids: dict[str, int]

    def after(self, start: PageStart | None) -> list[str]:
        """Those that are still to come."""
        if start is None:
            return list(self.ids)
        return [id for id, place in self.ids.items() if start.is_pin and (place, id) > (start.value, start.id)]

    def besides(self, query: dict[str, Any]) -> dict[str, Any]:
        """The query of everything that is not pinned."""
        return {"$and": [query, {"_id": {"$nin": list(self.ids)}}]} if self.ids else query


def pins_of(reading: ReadContext, type: str) -> Pins:
    pins = reading.site_document.get("derived", {}).get("pins", {})
    return Pins({id: place for place, id in pins.get(type, ())})


async def find_with_pins(
    reading: ReadContext,
    pins: Pins,
    ahead: list[str],
    query: dict[str, Any],
    rest: dict[str, Any],
    *,
    fields: list[str] | None,
    sort: list[tuple[str, int]],
    limit: int,
) -> list[dict[str, Any]]:
    """At most `limit`: those of `ahead` that match `query`, and then what `rest` finds. Asked at the same time."""
    others = reading.published.find(rest, fields=fields, sort=sort, limit=limit)
    if not ahead:
        return await others
    pinned = reading.published.find({**query, "_id": {"$in": ahead}}, fields=fields, limit=len(ahead))
    first, after = await asyncio.gather(pinned, others)
    first.sort(key=lambda document: (pins.ids[document["_id"]], document["_id"]))
    return [*first, *after][:limit]
