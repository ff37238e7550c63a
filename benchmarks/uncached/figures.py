"""What was measured, round by round, and the targets."""

from dataclasses import dataclass, field
from statistics import median

from benchmarks.figures import MILLI
from benchmarks.gauge import Usage
from benchmarks.load import Load

MOST_CPU = 0.25
LEAST_RATE = 4.0
MOST_OF_BARE = {"deep": 0.25, "light": 0.4}
STRETCH = 0.1


@dataclass(slots=True)
class Costs:
    """Of one query on one server. `cpu`: milliseconds of application and database per request, one at a time, and
    `database_cpu` the database's part of it; `p50`: milliseconds until the answer, one at a time; `rates`: requests per
    second of all connections, and `busy_cpu` what each takes then; `commands`: to the database, per request."""

    cpu: list[float] = field(default_factory=list)
    database_cpu: list[float] = field(default_factory=list)
    p50: list[float] = field(default_factory=list)
    rates: list[float] = field(default_factory=list)
    busy_cpu: list[float] = field(default_factory=list)
    commands: list[float] = field(default_factory=list)

    def add_alone(self, load: Load, before: Usage, after: Usage) -> None:
        asked = len(load.latencies)
        self.cpu.append(_cpu(before, after) / asked)
        self.database_cpu.append(MILLI * (after.database_cpu - before.database_cpu) / asked)
        self.p50.append(MILLI * median(load.latencies))
        self.commands.append((after.commands - before.commands) / asked)

    def add_busy(self, load: Load, before: Usage, after: Usage) -> None:
        self.rates.append(load.rate)
        self.busy_cpu.append(_cpu(before, after) / len(load.latencies))


def _cpu(before: Usage, after: Usage) -> float:
    """Milliseconds of both processes."""
    return MILLI * (after.cpu - before.cpu + after.database_cpu - before.database_cpu)


@dataclass(slots=True)
class Case:
    """One query, in the same rounds with the code of before, where it is there."""

    name: str
    bytes: int
    fields: int
    now: Costs = field(default_factory=Costs)
    before: Costs | None = None
    has_target: bool = True

    @property
    def cpu(self) -> float:
        """Share of before, the median of the rounds' shares."""
        return share(self.now.cpu, self.before.cpu) if self.before else 0.0

    @property
    def rate(self) -> float:
        return share(self.now.rates, self.before.rates) if self.before else 0.0

    @property
    def is_within(self) -> bool:
        """True where there is nothing to compare with, or no target."""
        return not (self.before and self.has_target) or (self.cpu <= MOST_CPU and self.rate >= LEAST_RATE)


@dataclass(slots=True)
class Execution:
    """Milliseconds of CPU from the kept document to the answer's bytes: by this server, without `finding`, which is
    what resolvers await, and by bare graphql-core over dictionaries. `name`: of MOST_OF_BARE."""

    name: str
    fields: int
    ours: list[float] = field(default_factory=list)
    finding: list[float] = field(default_factory=list)
    bare: list[float] = field(default_factory=list)

    @property
    def share(self) -> float:
        return share(self.ours, self.bare)

    @property
    def is_within(self) -> bool:
        return self.share <= MOST_OF_BARE[self.name]


@dataclass(slots=True)
class Uncached:
    """`before`: the commit that all is compared with; None where the repository does not have it. `is_alone`: the
    servers had a core of their own."""

    machine: str
    items: int
    connections: int
    before: str | None
    cases: list[Case] = field(default_factory=list)
    executions: list[Execution] = field(default_factory=list)
    is_alone: bool = False

    @property
    def is_within(self) -> bool:
        return all(one.is_within for one in (*self.cases, *self.executions))


def share(ours: list[float], standard: list[float]) -> float:
    return median(one / other for one, other in zip(ours, standard, strict=True))
