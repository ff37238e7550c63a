"""Puts one item at a time into the CMS, unless it is there already."""

import asyncio
from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass
from typing import Any

from cms.access.actor import SYSTEM
from cms.items.actions import create_item, publish_item, update_item
from cms.kernel.services import Services
from storage.documents import Item

ORIGIN = "demo:"
MAX_CONCURRENT = 6
MAX_ITEMS = 10_000


@dataclass(frozen=True, slots=True)
class Draft:
    """What an item is made of. It is published in `locales`."""

    type: str
    site: str
    data: dict[str, Any]
    locales: Sequence[str]
    slugs: Mapping[str, str] | None = None
    shared: Sequence[str] = ()
    facts: Mapping[str, Any] | None = None


class Placer:
    """Knows every item of the demo by its origin: "demo:edition:iasi-2023". What is there is left as it is, whoever
    changed it; only what an interrupted load left unpublished, and nobody has touched since, is published."""

    def __init__(self, services: Services, known: Mapping[str, Item]) -> None:
        self.services = services
        self.created = 0
        self._items = dict(known)
        self._slots = asyncio.Semaphore(MAX_CONCURRENT)

    @classmethod
    async def open(cls, services: Services) -> "Placer":
        items = await services.repository.items.with_origins(ORIGIN, at_most=MAX_ITEMS)
        return cls(services, {item.origin: item for item in items if item.origin})

    def item(self, origin: str) -> Item:
        """One that was placed before."""
        return self._items[origin]

    def id_of(self, origin: str) -> str:
        return self._items[origin].id

    def is_there(self, origin: str) -> bool:
        return origin in self._items

    async def place(self, origin: str, draft: Callable[[], Draft]) -> str:
        """The id of the published item; `draft` is called only where something has to be written."""
        item = await self.create(origin, draft)
        if _is_unfinished(item):
            await self.publish(origin, draft().locales)
        return item.id

    async def create(self, origin: str, draft: Callable[[], Draft]) -> Item:
        """The item, which need not be published yet."""
        if origin not in self._items:
            wanted = draft()
            async with self._slots:
                self._items[origin] = await _noted(origin, self._create(origin, wanted))
            self.created += 1
        return self._items[origin]

    async def publish(self, origin: str, locales: Sequence[str], changes: dict[str, Any] | None = None) -> None:
        """With `changes` made first, where the item is as it was created."""
        item = self._items[origin]
        if not _is_unfinished(item):
            return
        async with self._slots:
            if changes and item.version == 1:
                item = await _noted(origin, update_item(self.services, SYSTEM, item.id, item.version, changes))
            self._items[origin] = await _noted(origin, publish_item(self.services, SYSTEM, item.id, locales))

    async def _create(self, origin: str, draft: Draft) -> Item:
        return await create_item(
            self.services,
            SYSTEM,
            type=draft.type,
            site=draft.site,
            data=draft.data,
            slugs=draft.slugs,
            shared=draft.shared,
            origin=origin,
            facts=draft.facts,
        )


def _is_unfinished(item: Item) -> bool:
    """Never published in any language, nor changed by anybody else."""
    return not item.states and item.modified_by == SYSTEM.id


async def _noted(origin: str, work: Any) -> Item:
    """Says of which item an error speaks."""
    try:
        return await work
    except Exception as error:
        error.add_note(f"while loading {origin}")
        raise
