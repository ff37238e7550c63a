"""The call that a teaser shows: the one chosen, or the one that is open on the site."""

from collections.abc import Iterator
from functools import cache
from typing import Any

from cms.content_types import registry
from schema.delivery.projection.field_resolver import WantedItem
from schema.delivery.projection.pins import PageSpan, find_with_pins, pins_of
from schema.delivery.projection.published_item import PublishedItem
from schema.delivery.projection.read_context import ReadContext, Target, loader
from schema.delivery.projection.selection import Selection
from storage.conditions import all_of, between
from storage.keyset import Order

CALL = "CallForHosts"
OPEN = (CALL, "open")
TEASER = "call_teaser"


def call_of(teaser: PublishedItem) -> str | None:
    """Its id; None where none was chosen and none is open."""
    return teaser.get("call") or teaser.reading.found.get(OPEN)


def references(teaser: PublishedItem, selection: Selection) -> Iterator[WantedItem]:
    if id := teaser.get("call"):
        yield id, selection


@loader("open_call")
async def load_open_call(reading: ReadContext, batch: list[Target]) -> list[Target]:
    """One query, where any of these items has a teaser without a call."""
    following = [selection.below(name, "call") for entry, selection in batch for name in _following(entry, selection)]
    if not following:
        return []
    call = await reading.once("open_call", lambda: _open_call(reading))
    return [(call, selection) for selection in following] if call else []


def _following(entry: PublishedItem, selection: Selection) -> Iterator[str]:
    """The selected fields that hold such a teaser."""
    for name in _with_teasers(entry.type):
        blocks = entry.text(name) or () if selection.has(name) else ()
        if any(one["kind"] == TEASER and not one.get("call") for one in blocks):
            yield name


@cache
def _with_teasers(type: str) -> tuple[str, ...]:
    """Its fields that may hold a teaser."""
    return tuple(name for name, field in registry[type].fields.items() if TEASER in field.parts())


async def _open_call(reading: ReadContext) -> PublishedItem | None:
    """Of several, the first in the order of the site's calls."""
    now: Any = reading.now
    is_open = all_of(between("derived.opens_at", at_most=now), between("derived.closes_at", above=now))
    shown = all_of(reading.listed(CALL), is_open)
    found = await find_with_pins(reading, pins_of(reading, CALL), shown, PageSpan(1), order=Order("keys.opens"))
    [call] = reading.note(found) or [None]
    reading.found[OPEN] = call.id if call else None
    return call
