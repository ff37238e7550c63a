"""The figures as tables, for people in the terminal and as markdown for the README, and what they say about the
targets."""

from collections.abc import Iterator
from statistics import median

from rich.table import Table

from benchmarks.uncached.figures import LEAST_RATE, MOST_CPU, MOST_OF_BARE, Case, Costs, Execution, Uncached

COLUMNS = ("query", "CPU ms", "of it database", "commands", "p50 ms", "req/s", "CPU ms busy", "CPU ×", "req/s ×")
LEGEND = (
    "CPU: of application and database per request, one at a time; busy: with all connections. ×: against before, the "
    "median of the rounds' ratios. No answer is kept; the change stream is followed."
)


def table(done: Uncached) -> Table:
    shown = Table(title=f"Answers that are not kept; {done.items:,} items", title_justify="left")
    for number, name in enumerate(COLUMNS):
        shown.add_column(name, justify="right" if number else "left")
    for row in rows(done):
        shown.add_row(*row, style="dim" if row[0].startswith("before") else "")
    return shown


def rows(done: Uncached) -> Iterator[tuple[str, ...]]:
    for case in done.cases:
        if case.before:
            yield (f"before, {case.name}", *_costs(case.before), "", "")
        ratios = (f"{case.cpu:.2f}", f"{case.rate:.1f}") if case.before else ("", "")
        yield (_described(case), *_costs(case.now), *ratios)


def _described(case: Case) -> str:
    return f"{case.name}, {case.fields:,} fields, {case.bytes / 1000:.1f} KB"


def _costs(costs: Costs) -> Iterator[str]:
    for values in (costs.cpu, costs.database_cpu, costs.commands, costs.p50):
        yield f"{median(values):.2f}"
    yield f"{median(costs.rates):,.0f}"
    yield f"{median(costs.busy_cpu):.2f}"


def notes(done: Uncached) -> list[str]:
    where = "with a core of its own" if done.is_alone else "on the cores of all others"
    before = f"Before: {done.before}." if done.before else "The code of before is not in this repository: left out."
    return [f"Measured on {done.machine}; the server {where}; {done.connections} connections.", LEGEND, before]


def verdicts(done: Uncached) -> list[str]:
    """A line for each target."""
    compared = (case for case in done.cases if case.before and case.has_target)
    return [*map(_of_case, compared), *map(_of_execution, done.executions)]


def _of_case(case: Case) -> str:
    figures = f"CPU × {case.cpu:.2f} (≤ {MOST_CPU}), requests/s × {case.rate:.1f} (≥ {LEAST_RATE:.0f})"
    return f"{_judged(case.is_within)} {case.name} against before: {figures}."


def _of_execution(one: Execution) -> str:
    figures = f"{median(one.ours):.2f} / {median(one.bare):.2f} ms, × {one.share:.2f} (≤ {MOST_OF_BARE[one.name]})"
    name = f"execution of {one.name} ({one.fields:,} fields) against bare graphql-core"
    return f"{_judged(one.is_within)} {name}: {figures}, beside {median(one.finding):.2f} ms to find what is shown."


def _judged(is_within: bool) -> str:
    return "within:" if is_within else "MISSED:"


def markdown(done: Uncached) -> str:
    """For the README."""
    sides = ", before / now" if done.before else ""
    head = ("Query", "Commands", f"CPU{sides}", "", f"requests/s at {done.connections} connections{sides}", "")
    lines = [f"| {' | '.join(head)} |", f"|---|{'---:|' * (len(head) - 1)}"]
    lines += [_line(row) for row in (*map(_against_before, done.cases), *map(_against_bare, done.executions))]
    return "\n".join([*lines, "", *(f"- {line}" for line in (*notes(done), *verdicts(done))), ""])


def _line(row: tuple[str, ...]) -> str:
    return f"|{'|'.join(f' {cell} ' if cell else ' ' for cell in row)}|"


def _against_before(case: Case) -> tuple[str, ...]:
    now, before = case.now, case.before
    rates = [f"{median(costs.rates):,.0f}" for costs in (before, now) if costs]
    cpu = [f"{median(costs.cpu):.2f}" for costs in (before, now) if costs]
    ratios = (f"× {case.cpu:.2f}", f"× {case.rate:.1f}") if before else ("", "")
    commands = f"{median(now.commands):.0f}"
    return (_described(case), commands, f"{' / '.join(cpu)} ms", ratios[0], " / ".join(rates), ratios[1])


def _against_bare(one: Execution) -> tuple[str, ...]:
    figures = f"{median(one.bare):.2f} / {median(one.ours):.2f} ms"
    name = f"execution of {one.name}, {one.fields:,} fields, against bare graphql-core"
    return (name, "", figures, f"× {one.share:.2f}", "", "")
