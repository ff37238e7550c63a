"""Lists in their default order begin with what the site's editors put first; few items, known from the site itself."""

import asyncio
from dataclasses import dataclass
from typing import Any

from schema.delivery.projection.read_context import ReadContext
from storage.conditions import Condition, all_of, any_of, not_
from storage.keyset import Order, Span

PIN = "pin"


@dataclass(frozen=True, slots=True)
class Place:
    """Of an item in a list: `value` of the list's order, or its number when `is_pin` among what comes first."""

    value: Any
    id: str
    is_pin: bool

    @property
    def key(self) -> tuple[Any, str]:
        return self.value, self.id


@dataclass(frozen=True, slots=True)
class PageSpan:
    """At most `limit` items between two places of a list, which are not included; the last ones where
    `is_backwards`."""

    limit: int
    after: Place | None = None
    before: Place | None = None
    is_backwards: bool = False

    @property
    def unpinned(self) -> Span | None:
        """The part of it behind what comes first; None where there is none."""
        if self.before and self.before.is_pin:
            return None
        after = self.after.key if self.after and not self.after.is_pin else None
        return Span(self.limit, after, self.before.key if self.before else None, self.is_backwards)


@dataclass(frozen=True, slots=True)
class Pins:
    """`ids`: {item: its place}, the first in front."""

    ids: dict[str, int]

    def within(self, span: PageSpan) -> list[str]:
        """Those that are in it, besides others."""
        return [id for id, place in self.ids.items() if _is_within((place, id), span)]

    def besides(self, condition: Condition) -> Condition:
        """The same of everything that is not pinned."""
        return all_of(condition, not_(any_of("_id", self.ids))) if self.ids else condition


def _is_within(pin: tuple[int, str], span: PageSpan) -> bool:
    is_after = span.after is None or (span.after.is_pin and pin > span.after.key)
    return is_after and (span.before is None or not span.before.is_pin or pin < span.before.key)


def pins_of(reading: ReadContext, type: str) -> Pins:
    pins = reading.site_document.get("derived", {}).get("pins", {})
    return Pins({id: place for place, id in pins.get(type, ())})


async def find_with_pins(
    reading: ReadContext,
    pins: Pins,
    condition: Condition,
    span: PageSpan,
    *,
    fields: list[str] | None = None,
    order: Order,
) -> list[dict[str, Any]]:
    """What is in `span` of a list: the pins of which the condition holds, and then the others. Asked at the same
    time."""
    pinned, others = await asyncio.gather(
        _pinned(reading, pins, condition, span, fields), _others(reading, pins.besides(condition), span, fields, order)
    )
    found = [*pinned, *others]
    return found[-span.limit :] if span.is_backwards else found[: span.limit]


async def _pinned(
    reading: ReadContext, pins: Pins, condition: Condition, span: PageSpan, fields: list[str] | None
) -> list[dict[str, Any]]:
    if not (ids := pins.within(span)):
        return []
    found = await reading.published.find(all_of(condition, any_of("_id", ids)), fields=fields, limit=len(ids))
    return sorted(found, key=lambda document: (pins.ids[document["_id"]], document["_id"]))


async def _others(
    reading: ReadContext, condition: Condition, span: PageSpan, fields: list[str] | None, order: Order
) -> list[dict[str, Any]]:
    if (part := span.unpinned) is None:
        return []
    wanted = all_of(condition, part.within(order))
    found = await reading.published.find(wanted, fields=fields, order=part.walked(order), limit=part.limit)
    return part.in_order(found)
