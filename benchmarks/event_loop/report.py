"""The figures of a run, and whether they are within the targets."""

from collections import Counter
from collections.abc import Sequence
from dataclasses import dataclass
from statistics import median

from rich.table import Table

from benchmarks.event_loop.run import Run
from benchmarks.rush.report import percentile

MAX_CALLBACK_SECONDS = 0.1
"""Thread CPU time of one callback."""
MAX_SLOWER = 4.0
"""Visitors' p99 during attacks against the quiet one, the median of all rounds."""
MAX_GROWTH = 1.1
"""Memory after the fourth round against that after the second."""


@dataclass(frozen=True, slots=True)
class Verdict:
    text: str
    is_within: bool

    def __str__(self) -> str:
        return f"{'PASS' if self.is_within else 'FAIL'}  {self.text}"


def table(done: Run) -> Table:
    title = f"{done.plan.clients} clients send {done.attacks} hostile requests beside {done.plan.visitors} visitors"
    drawn = Table(title=title, title_justify="left")
    columns = ("round", "quiet p99", "attacked p99", "×", "longest callback", "wall", "garbage", "memory", "requests")
    for name in columns:
        drawn.add_column(name, justify="right")
    for number, one in enumerate(done.rounds, 1):
        quiet, busy = percentile(one.quiet, 99), percentile(one.busy, 99)
        drawn.add_row(
            str(number),
            f"{quiet * 1000:.1f} ms",
            f"{busy * 1000:.1f} ms",
            f"{busy / quiet:.2f}" if quiet else "–",
            f"{one.longest.cpu * 1000:.0f} ms",
            f"{one.longest.wall * 1000:.0f} ms",
            f"{one.longest.collection * 1000:.0f} ms",
            f"{one.resident_bytes / 1e6:.0f} MB",
            str(one.attacked.outcomes.total()),
        )
    return drawn


def verdicts(done: Run) -> list[Verdict]:
    longest = max((one.longest for one in done.rounds), key=lambda one: one.cpu)
    slower = median(ratio(one.busy, one.quiet) for one in done.rounds)
    verdicts = [
        Verdict(
            f"Longest callback: {longest.cpu * 1000:.0f} ms of thread CPU time, at most "
            f"{MAX_CALLBACK_SECONDS * 1000:.0f} ({longest.cpu_name[:160]}).",
            longest.cpu <= MAX_CALLBACK_SECONDS,
        ),
        Verdict(
            f"Visitors' p99 × {slower:.2f}, at most × {MAX_SLOWER:g} (median of {len(done.rounds)} rounds).",
            slower <= MAX_SLOWER,
        ),
        Verdict(f"Visitors without an answer: {done.unanswered}, none allowed.", done.unanswered == 0),
    ]
    if len(done.rounds) >= 4:
        growth = done.rounds[3].resident_bytes / done.rounds[1].resident_bytes
        verdicts.append(
            Verdict(f"Memory × {growth:.2f} from round 2 to 4, at most × {MAX_GROWTH:g}.", growth <= MAX_GROWTH)
        )
    return verdicts


def notes(done: Run) -> list[str]:
    outcomes = sum((one.attacked.outcomes for one in done.rounds), Counter[str]())
    seconds, name = max(one.attacked.slowest for one in done.rounds)
    wall = max((one.longest for one in done.rounds), key=lambda one: one.wall)
    return [
        f"Hostile requests by status: {', '.join(f'{status}: {count}' for status, count in sorted(outcomes.items()))}.",
        f"Slowest of them: {name}, {seconds:.1f} s.",
        f"Longest callback on the wall: {wall.wall * 1000:.0f} ms ({wall.wall_name[:160]}).",
    ]


def ratio(busy: Sequence[float], quiet: Sequence[float]) -> float:
    return percentile(busy, 99) / (percentile(quiet, 99) or 1.0)
