"""Lists in their default order begin with what the site's editors put first; few items, known from the site itself."""

import asyncio
from dataclasses import dataclass
from typing import Any

from schema.delivery.projection.read_context import ReadContext
from storage.conditions import Condition, all_of, any_of, not_
from storage.keyset import Order

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

    def besides(self, condition: Condition) -> Condition:
        """The same of everything that is not pinned."""
        return all_of(condition, not_(any_of("_id", self.ids))) if self.ids else condition


def pins_of(reading: ReadContext, type: str) -> Pins:
    pins = reading.site_document.get("derived", {}).get("pins", {})
    return Pins({id: place for place, id in pins.get(type, ())})


async def find_with_pins(
    reading: ReadContext,
    pins: Pins,
    condition: Condition,
    *,
    fields: list[str] | None = None,
    order: Order,
    start: PageStart | None = None,
    limit: int,
) -> list[dict[str, Any]]:
    """At most `limit` from `start` on: the pins of which the condition holds, and then the others. Asked at the same
    time."""
    ahead, after = pins.after(start), None if start is None or start.is_pin else (start.value, start.id)
    rest = pins.besides(condition)
    others = reading.published.find(rest, fields=fields, order=order, after=after, limit=limit)
    if not ahead:
        return await others
    pinned = reading.published.find(all_of(condition, any_of("_id", ahead)), fields=fields, limit=len(ahead))
    first, then = await asyncio.gather(pinned, others)
    first.sort(key=lambda document: (pins.ids[document["_id"]], document["_id"]))
    return [*first, *then][:limit]
