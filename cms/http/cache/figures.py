"""What the caches of answers and of items do, for Prometheus. They count in plain numbers, which are read when somebody
asks."""

from collections.abc import Iterator
from dataclasses import asdict

from prometheus_client import CollectorRegistry
from prometheus_client.core import CounterMetricFamily, GaugeMetricFamily, Metric

from cms.http.cache.response_cache import ResponseCache
from storage.live_changes import FollowsChanges
from storage.live_items.live_items import LiveItems

REQUESTS = "Requests to the response cache: hits, waits (for another's answer), misses, bypasses (it steps aside)."
READS = "Items, menus and addresses read for visitors: hits, misses, bypasses (reads past the memory)."
LAG = "How long ago the last sign of life of the stream of changes was written when it came."


class CacheFiguresCollector:
    def __init__(self, cache: ResponseCache, changes: FollowsChanges) -> None:
        self._cache = cache
        self._changes = changes

    def collect(self) -> Iterator[Metric]:
        figures = asdict(self._cache.figures)
        requests = CounterMetricFamily("cms_cache_requests", REQUESTS, labels=("outcome",))
        for outcome in ("hits", "waits", "misses", "bypasses"):
            requests.add_metric((outcome,), figures[outcome])
        yield requests
        yield CounterMetricFamily("cms_cache_dropped", "Answers that a change took away.", value=figures["dropped"])
        outdated = "Answers not kept, as something changed while they were made."
        yield CounterMetricFamily("cms_cache_outdated", outdated, value=figures["outdated"])
        yield GaugeMetricFamily("cms_cache_bytes", "Memory of kept answers.", value=self._cache.entries.bytes)
        yield GaugeMetricFamily("cms_cache_entries", "Answers that are kept.", value=len(self._cache.entries))
        current = "1 while all changes are heard of and kept answers are given."
        yield GaugeMetricFamily("cms_cache_current", current, value=float(self._changes.is_current()))
        yield GaugeMetricFamily("cms_cache_stream_lag_seconds", LAG, value=self._changes.lag_seconds)


class LiveItemsCollector:
    def __init__(self, items: LiveItems) -> None:
        self._items = items

    def collect(self) -> Iterator[Metric]:
        figures = asdict(self._items.figures)
        reads = CounterMetricFamily("cms_entity_cache_reads", READS, labels=("outcome",))
        for outcome in ("hits", "misses", "bypasses"):
            reads.add_metric((outcome,), figures[outcome])
        yield reads
        yield CounterMetricFamily(
            "cms_entity_cache_dropped", "Items that a change took away.", value=figures["dropped"]
        )
        outdated = "Items not kept, as they changed while they were read."
        yield CounterMetricFamily("cms_entity_cache_outdated", outdated, value=figures["outdated"])
        memory = self._items.memory
        yield GaugeMetricFamily("cms_entity_cache_bytes", "Memory of kept items, estimated.", value=memory.bytes)
        yield GaugeMetricFamily("cms_entity_cache_entries", "Items, menus and addresses kept.", value=len(memory))


def register_items(items: LiveItems, registry: CollectorRegistry) -> None:
    registry.register(LiveItemsCollector(items))


def register(cache: ResponseCache, changes: FollowsChanges, registry: CollectorRegistry) -> None:
    registry.register(CacheFiguresCollector(cache, changes))
