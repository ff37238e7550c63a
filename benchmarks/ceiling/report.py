"""The figures as tables, and what they say about the targets."""

from collections.abc import Iterator
from statistics import median

from rich.console import Group
from rich.table import Table

from benchmarks.ceiling.figures import Ceiling, Pair, Turns, Visible, percentile

COLUMNS = ("", "req/s", "p50 µs", "p99 µs", "CPU µs", "req/s ×", "CPU ×")
LEGEND = "p50, p99: until the answer, with all connections asking at once. ×: median of the rounds' ratios."


def tables(done: Ceiling) -> Group:
    return Group(*map(_table, done.pairs))


def _table(pair: Pair) -> Table:
    table = Table(title=pair.name, title_justify="left")
    for name in COLUMNS:
        table.add_column(name, justify="right" if name else "left")
    table.add_row(pair.against, *_costs(pair.standard), "", "", style="dim")
    table.add_row(pair.name, *_costs(pair.ours), f"{pair.rate:.2f}", f"{pair.cpu:.2f}")
    return table


def _costs(turns: Turns) -> Iterator[str]:
    for values in (turns.rates, turns.p50, turns.p99, turns.cpu):
        yield f"{median(values):,.0f}"


def notes(done: Ceiling) -> list[str]:
    where = "with a core of its own" if done.is_alone else "on the cores of all others"
    answered = ", ".join(f"{count:,} × {status or 'closed'}" for status, count in sorted(done.flood_statuses.items()))
    return [
        f"Measured on {done.machine}; the server {where}; a page of {done.bytes / 1000:.1f} KB.",
        LEGEND,
        f"The flood of distinct queries was answered {answered or 'not at all'}.",
    ]


def verdicts(done: Ceiling) -> list[str]:
    """A line for each target."""
    return [*map(_verdict, done.pairs), _seen(done.visible)]


def _verdict(pair: Pair) -> str:
    rate = f"requests/s × {pair.rate:.2f}" + (f" (≥ {pair.least_rate})" if pair.least_rate else "")
    cpu = f"CPU × {pair.cpu:.2f}" + (f" (≤ {pair.most_cpu})" if pair.most_cpu else "")
    return f"{_judged(pair.is_within)} {pair.name} against {pair.against}: {rate}, {cpu}."


def _seen(visible: Visible) -> str:
    p50, p99 = (percentile(visible.waits, percent) for percent in (50, 99))
    return (
        f"{_judged(visible.is_within)} a change in {visible.processes} other processes, {len(visible.waits)} times: "
        f"p50 {p50:.1f}, p99 {p99:.1f} (≤ {visible.most_p99:.0f}), at most {max(visible.waits):.1f} ms."
    )


def _judged(is_within: bool) -> str:
    return "within:" if is_within else "MISSED:"
