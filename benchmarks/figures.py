"""What one query cost over one database, as medians over rounds."""

from dataclasses import dataclass, field
from statistics import median, quantiles
from typing import Any

import orjson

from benchmarks.gauge import Usage
from benchmarks.load import Load
from benchmarks.memory import Memory

MILLI = 1000.0


@dataclass(slots=True)
class Figures:
    """Grows with each round. Times in milliseconds, of CPU per request and of one request alone. `finds_more`: as of
    the query."""

    query: str
    items: int
    answer: bytes
    rates: list[float] = field(default_factory=list)
    cpu: list[float] = field(default_factory=list)
    database_cpu: list[float] = field(default_factory=list)
    commands: list[float] = field(default_factory=list)
    latencies: list[list[float]] = field(default_factory=list)
    finds_more: bool = False

    def add_busy(self, load: Load, before: Usage, after: Usage) -> None:
        """A round with all connections."""
        asked = len(load.latencies)
        self.rates.append(load.rate)
        self.cpu.append(MILLI * (after.cpu - before.cpu) / asked)
        self.database_cpu.append(MILLI * (after.database_cpu - before.database_cpu) / asked)
        self.commands.append((after.commands - before.commands) / asked)

    def add_alone(self, load: Load) -> None:
        """A round with one connection."""
        self.latencies.append([MILLI * latency for latency in load.latencies])

    @property
    def fields(self) -> int:
        """Leaf fields of the answer."""
        return leaves(orjson.loads(self.answer))

    @property
    def halves(self) -> list[float]:
        """The median latency of each round."""
        return [median(each) for each in self.latencies]

    @property
    def p50(self) -> float:
        return median(self.halves)

    @property
    def p99(self) -> float:
        """Over the requests of all rounds."""
        pooled = [latency for each in self.latencies for latency in each]
        return quantiles(pooled, n=100, method="inclusive")[98] if len(pooled) > 1 else pooled[0]


def leaves(value: Any) -> int:
    if isinstance(value, dict | list):
        return sum(map(leaves, value.values() if isinstance(value, dict) else value))
    return 1


@dataclass(frozen=True, slots=True)
class Results:
    """`yardsticks`: {query: the same body as a hello-world on the same server}."""

    figures: list[Figures]
    yardsticks: dict[str, Figures]
    memory: list[Memory]

    def of(self, query: str) -> list[Figures]:
        """Never empty: from the smallest database to the largest."""
        return sorted((one for one in self.figures if one.query == query), key=lambda one: one.items)
