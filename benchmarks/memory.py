"""Memory of a server process, with and without what it keeps to answer sooner.

Resident is what the system says. What caches hold is what they say themselves in `/metrics`, in all gauges that are
called `cms_cache_bytes` or `cms_…_cache_bytes`; the rest is the process without its caches.
"""

import re
from dataclasses import dataclass

GAUGE = re.compile(r"^cms_(?:\w+_)?cache_bytes(?:{[^}]*})? (\S+)$", re.MULTILINE)
MOST_WITHOUT_CACHES = 250_000_000
"""Bytes."""


@dataclass(frozen=True, slots=True)
class Memory:
    """Of one server: resident bytes after its first answers and at the end, and what caches held of the latter."""

    items: int
    first: int
    last: int
    caches: int

    @property
    def without_caches(self) -> int:
        return self.last - self.caches

    @property
    def is_within(self) -> bool:
        return self.without_caches <= MOST_WITHOUT_CACHES


def cache_bytes(metrics: str) -> int:
    """`metrics`: the text that Prometheus reads."""
    return int(sum(map(float, GAUGE.findall(metrics))))
