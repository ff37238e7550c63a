"""What was measured, round by round."""

from dataclasses import dataclass, field
from statistics import median, quantiles

from benchmarks.load import Load

MICRO = 1e6


@dataclass(slots=True)
class Turns:
    """Of one answer. `rates`: requests per second. `cpu`: microseconds of the server's processor per request. `p50`,
    `p99`: microseconds until the answer, with all connections asking at once."""

    rates: list[float] = field(default_factory=list)
    cpu: list[float] = field(default_factory=list)
    p50: list[float] = field(default_factory=list)
    p99: list[float] = field(default_factory=list)

    def add(self, load: Load, cpu: float) -> None:
        """`cpu`: seconds that the server used for all of it."""
        self.rates.append(load.rate)
        self.cpu.append(MICRO * cpu / len(load.latencies))
        self.p50.append(MICRO * percentile(load.latencies, 50))
        self.p99.append(MICRO * percentile(load.latencies, 99))


@dataclass(slots=True)
class Pair:
    """The same measured against a `standard` in the same rounds, so that what disturbs a round disturbs both.

    least_rate, most_cpu: the targets, as shares of the standard's; None where there is none.
    """

    name: str
    against: str
    least_rate: float | None = None
    most_cpu: float | None = None
    standard: Turns = field(default_factory=Turns)
    ours: Turns = field(default_factory=Turns)

    @property
    def rate(self) -> float:
        """The median of the rounds' shares."""
        return share(self.ours.rates, self.standard.rates)

    @property
    def cpu(self) -> float:
        return share(self.ours.cpu, self.standard.cpu)

    @property
    def is_within(self) -> bool:
        return self.rate >= (self.least_rate or 0.0) and self.cpu <= (self.most_cpu or float("inf"))


@dataclass(slots=True)
class Visible:
    """Milliseconds from the acknowledgement of a change until a question was put to a process whose answer has it,
    of each change and each process but the one that wrote."""

    processes: int
    most_p99: float
    waits: list[float] = field(default_factory=list)

    @property
    def is_within(self) -> bool:
        return percentile(self.waits, 99) <= self.most_p99


@dataclass(slots=True)
class Ceiling:
    """`flood`: cached pages beside a flood of distinct queries, against the same without; `flood_statuses`: how these
    queries were answered; `bytes` of the page; `is_alone`: the server had a core of its own."""

    machine: str
    visible: Visible
    bytes: int = 0
    is_alone: bool = False
    pages: list[Pair] = field(default_factory=list)
    flood: Pair | None = None
    flood_statuses: dict[int, int] = field(default_factory=dict)

    @property
    def pairs(self) -> list[Pair]:
        return [*self.pages, *([self.flood] if self.flood else [])]

    @property
    def is_within(self) -> bool:
        return all(each.is_within for each in self.pairs) and self.visible.is_within


def share(ours: list[float], standard: list[float]) -> float:
    return median(one / other for one, other in zip(ours, standard, strict=True))


def percentile(values: list[float], percent: int) -> float:
    return quantiles(values, n=100, method="inclusive")[percent - 1] if len(values) > 1 else values[0]
