"""The figures as tables: for people in the terminal, and as markdown for the README."""

from collections.abc import Iterator
from dataclasses import dataclass
from statistics import median

from rich.console import Group
from rich.table import Table

from benchmarks.figures import Figures, Results
from benchmarks.memory import MOST_WITHOUT_CACHES, Memory

MAX_GROWTH = 1.3
COLUMNS = ("items", "req/s", "p50", "p99", "CPU", "× hello", "DB CPU", "commands", "growth CPU", "growth p50")
LEGEND = (
    "p50, p99: milliseconds of one request at a time. CPU: milliseconds of the server's processor per request under "
    "load, DB CPU: MongoDB's. × hello: CPU beside the same bytes answered by the same server without any work."
)


@dataclass(frozen=True, slots=True)
class Growth:
    """Of one query, from the smallest database to another one: the median of the rounds' ratios, as what disturbs a
    round disturbs both."""

    query: str
    items: int
    cpu: float
    p50: float
    has_target: bool = True

    @property
    def is_within_target(self) -> bool:
        return not self.has_target or max(self.cpu, self.p50) <= MAX_GROWTH


def growths(results: Results) -> list[Growth]:
    """Of the largest database against the smallest, per query."""
    groups = [results.of(query) for query in results.yardsticks]
    return [growth(group[0], group[-1]) for group in groups]


def growth(small: Figures, large: Figures) -> Growth:
    cpu, p50 = ratio(large.cpu, small.cpu), ratio(large.halves, small.halves)
    return Growth(large.query, large.items, cpu, p50, has_target=not large.finds_more)


def ratio(large: list[float], small: list[float]) -> float:
    return median(one / other for one, other in zip(large, small, strict=True))


def rows(group: list[Figures], hello: Figures) -> Iterator[tuple[str, ...]]:
    """One per database, in the order of COLUMNS, and one of the yardstick."""
    for one in group:
        grown = growth(group[0], one)
        yield (f"{one.items:,}", *_costs(one, hello), f"{grown.cpu:.2f}", f"{grown.p50:.2f}")
    yield ("hello", *_costs(hello, hello), "", "")


def _costs(one: Figures, hello: Figures) -> tuple[str, ...]:
    return (
        f"{median(one.rates):,.0f}",
        f"{one.p50:.2f}",
        f"{one.p99:.2f}",
        f"{median(one.cpu):.2f}",
        f"{median(one.cpu) / median(hello.cpu):.1f}",
        f"{median(one.database_cpu):.2f}",
        f"{median(one.commands):.0f}",
    )


def title(figures: Figures) -> str:
    return f"{figures.query}, {figures.fields:,} fields, {len(figures.answer) / 1000:.1f} KB"


def notes(results: Results, machine: str) -> list[str]:
    return [f"Measured on {machine}.", LEGEND, *verdicts(results)]


def verdicts(results: Results) -> list[str]:
    """A line for each target."""
    return [*map(_memory, results.memory), *map(_verdict, growths(results))]


def is_within(results: Results) -> bool:
    return all(one.is_within for one in results.memory) and all(one.is_within_target for one in growths(results))


def _memory(memory: Memory) -> str:
    verdict = "within the target" if memory.is_within else "MORE than the target"
    return (
        f"Memory of the server with {memory.items:,} items: {memory.first / 1e6:.0f} MB resident at first, "
        f"{memory.last / 1e6:.0f} MB at the end, of which caches hold {memory.caches / 1e6:.0f}; without these "
        f"{memory.without_caches / 1e6:.0f}, {verdict} of {MOST_WITHOUT_CACHES / 1e6:.0f}."
    )


def _verdict(growth: Growth) -> str:
    verdict = "within the target" if growth.is_within_target else "MORE than the target"
    grown = f"CPU × {growth.cpu:.2f}, p50 × {growth.p50:.2f}"
    if not growth.has_target:
        return f"{growth.query}: {grown} at {growth.items:,} items, where it finds and counts more: no target."
    return f"{growth.query}: {grown} at {growth.items:,} items, {verdict} of × {MAX_GROWTH}."


def tables(results: Results) -> Group:
    return Group(*(_table(results.of(query), hello) for query, hello in results.yardsticks.items()))


def _table(group: list[Figures], hello: Figures) -> Table:
    table = Table(title=title(group[0]), title_justify="left")
    for name in COLUMNS:
        table.add_column(name, justify="right")
    for row in rows(group, hello):
        table.add_row(*row, style="dim" if row[0] == "hello" else "")
    return table


def markdown(results: Results, machine: str) -> str:
    lines = [f"| query | {' | '.join(COLUMNS)} |", f"|---|{'---:|' * len(COLUMNS)}"]
    for query, hello in results.yardsticks.items():
        group = results.of(query)
        lines += [f"| {title(group[0])} | {' | '.join(row)} |" for row in rows(group, hello)]
    return "\n".join([*lines, "", *(f"- {note}" for note in notes(results, machine)), ""])
