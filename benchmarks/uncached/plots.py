"""The figures as a picture."""

from collections.abc import Iterator
from statistics import median

from benchmarks.svg import COLOURS, Bar, bar_chart
from benchmarks.uncached.figures import Case, Uncached


def picture(done: Uncached) -> str:
    """CPU of each query, with that of before above it."""
    title = "Milliseconds of CPU per request, application and database"
    return bar_chart(title, [list(_bars(case)) for case in done.cases])


def _bars(case: Case) -> Iterator[Bar]:
    if case.before:
        yield _bar("before", case.before.cpu, COLOURS[0])
    yield _bar(case.name, case.now.cpu, COLOURS[1])


def _bar(name: str, cpu: list[float], colour: str) -> Bar:
    return Bar(name, median(cpu), f"{median(cpu):.2f} ms", colour)
