"""Operators see what the memory of items does."""

import asyncio

from prometheus_client import CollectorRegistry, generate_latest

from cms.http.cache.figures import register_items
from storage.live_items.live_items import LiveItems


class Changes:
    lag_seconds = 0.0
    are_heard = True

    def is_current(self) -> bool:
        return self.are_heard


def test_what_the_memory_of_items_does_is_in_the_metrics() -> None:
    items, registry, changes = LiveItems(1_000_000, Changes()), CollectorRegistry(), ("item:b",)
    register_items(items, registry)

    async def nothing() -> None: ...

    asyncio.run(items.fill(nothing, lambda _read: [("a", "A", 500, ("item:a",)), ("b", "B", 500, changes)]))
    items.get("a")
    items.get("c")
    items.changed(frozenset(changes))

    lines = generate_latest(registry).decode().splitlines()
    assert {
        'cms_entity_cache_reads_total{outcome="hits"} 1.0',
        'cms_entity_cache_reads_total{outcome="misses"} 1.0',
        'cms_entity_cache_reads_total{outcome="bypasses"} 0.0',
        "cms_entity_cache_dropped_total 1.0",
        "cms_entity_cache_outdated_total 0.0",
        "cms_entity_cache_entries 1.0",
        f"cms_entity_cache_bytes {float(items.memory.bytes)}",
    } <= set(lines)
