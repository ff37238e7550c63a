"""What was measured, and the targets."""

from collections import Counter
from collections.abc import Sequence
from dataclasses import dataclass, field
from statistics import linear_regression, median, quantiles

from benchmarks.memory import MOST_WITHOUT_CACHES

SHARES = {"kept": 0.95, "new": 0.04, "write": 0.01}
"""{kind of request: its share}: pages that are asked for again and again, queries that nobody asked before, and
publications."""
OF_CAPACITY = 0.7
LEAST_OF_RATE = 0.98
MOST_GROWTH = 1_000_000
"""Bytes a minute: at 500 requests/s, what 33 bytes that are lost with each request come to."""
MILLI = 1000.0
PARTS = 60
"""Of the time, in each of which latencies are told."""


@dataclass(frozen=True, slots=True)
class Sample:
    """`at`: seconds since the load began. Bytes: resident of the application, held by its caches, and resident of
    MongoDB."""

    at: float
    resident: int
    caches: int
    database: int

    @property
    def without_caches(self) -> int:
        return self.resident - self.caches


@dataclass(frozen=True, slots=True)
class Answered:
    """One request: seconds from the beginning until it was due, and from then until its answer was there."""

    kind: str
    due: float
    latency: float


@dataclass(slots=True)
class Mixed:
    """`capacity`: requests per second of the same mix as fast as they are answered; `rate`: how many were due then.
    `errors`: what went wrong, in words. `hits`: share of the reads that were answered with what was kept."""

    machine: str
    items: int
    seconds: float
    connections: int
    capacity: float = 0.0
    rate: float = 0.0
    hits: float = 0.0
    cpu: float = 0.0
    database_cpu: float = 0.0
    answered: list[Answered] = field(default_factory=list[Answered])
    errors: Counter[str] = field(default_factory=Counter[str])
    samples: list[Sample] = field(default_factory=list[Sample])

    @property
    def answered_rate(self) -> float:
        """Requests per second, until the last one that was due was answered."""
        last = max((one.due + one.latency for one in self.answered), default=0.0)
        return len(self.answered) / max(last, self.seconds)

    @property
    def growth(self) -> float:
        """Bytes a minute by which the application without its caches grew in the last two thirds."""
        late = [one for one in self.samples if one.at >= self.seconds / 3]
        if len(late) < 2:
            return 0.0
        return linear_regression([one.at / 60 for one in late], [one.without_caches for one in late]).slope

    @property
    def memory(self) -> int:
        """Bytes of the application without its caches in the last third, as a median."""
        return int(median(one.without_caches for one in self.samples if one.at >= self.seconds * 2 / 3))

    @property
    def claims(self) -> list[tuple[bool, str]]:
        """(whether it holds, what in words) of each target."""
        failed, minutes = self.errors.total(), self.seconds / 60
        kept_up = self.answered_rate >= LEAST_OF_RATE * self.rate
        return [
            (
                not failed,
                f"{len(self.answered):,} requests answered in {minutes:.1f} minutes, {failed} errors",
            ),
            (kept_up, f"{self.answered_rate:,.0f} of {self.rate:,.0f} requests/s that were due answered"),
            (
                self.growth <= MOST_GROWTH,
                f"memory without caches grew by {self.growth / 1e6:.2f} MB a minute (≤ {MOST_GROWTH / 1e6:.0f})",
            ),
            (
                self.memory <= MOST_WITHOUT_CACHES,
                f"memory without caches {self.memory / 1e6:.0f} MB (≤ {MOST_WITHOUT_CACHES / 1e6:.0f})",
            ),
        ]

    @property
    def is_within(self) -> bool:
        return all(holds for holds, _claim in self.claims)


@dataclass(frozen=True, slots=True)
class Latencies:
    """Milliseconds of one kind of request, in the part of the time that begins after `minutes`."""

    kind: str
    minutes: float
    count: int
    p50: float
    p99: float


def latencies(done: Mixed, parts: int = PARTS) -> list[Latencies]:
    """Of each kind in each part in which something was due."""
    groups: dict[tuple[str, int], list[float]] = {}
    for one in done.answered:
        part = min(int(one.due * parts / done.seconds), parts - 1)
        groups.setdefault((one.kind, part), []).append(MILLI * one.latency)
    return [
        Latencies(kind, part * done.seconds / parts / 60, len(group), median(group), percentile(group, 99))
        for (kind, part), group in sorted(groups.items())
    ]


def percentile(values: Sequence[float], percent: int) -> float:
    return quantiles(values, n=100, method="inclusive")[percent - 1] if len(values) > 1 else values[0]
