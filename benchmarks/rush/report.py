"""The figures of a rush."""

from collections.abc import Callable, Iterator, Sequence

from rich.table import Table

from benchmarks.rush.run import WINDOW_SECONDS, Round, Rush

MOST = 3.0
"""How many times slower delivery may be than when nothing else happens, at the 99th percentile."""
MAX_BESIDE = 1.3
"""How many times longer a rush may take beside those who trickle and those who ask nothing."""


def table(found: Rush) -> Table:
    people = found.crowd.people
    drawn = Table(title=f"Cut-off: {people} applicants, a letter of 5 MB each", title_justify="left")
    for name in ("", "alone", f"beside {found.crowd.slow} slow, {found.crowd.idle} idle"):
        drawn.add_column(name, justify="right" if name else "left")
    for name, of in _figures(found):
        drawn.add_row(name, *(of(one) for one in found.rounds))
    return drawn


def _figures(found: Rush) -> Iterator[tuple[str, Callable[[Round], str]]]:
    yield "submitted", lambda one: f"{len(one.submissions)} of {found.crowd.people}"
    yield "first click to last receipt number", lambda one: f"{one.seconds:.1f} s"
    yield "one applicant, p50 / p99", lambda one: f"{_each(one, 50):.2f} / {_each(one, 99):.2f} s"
    yield "last receipt mailed", lambda one: f"{one.mails_after:.1f} s"
    yield "refused", lambda one: str(len(one.refused))
    yield "processor of server / MongoDB", lambda one: f"{one.cpu:.1f} / {one.database_cpu:.1f} s"
    yield "requests of visitors without an answer", lambda one: str(one.unanswered)
    for name, percent in (("p50", 50), ("p99", 99)):
        yield f"edition page {name}, quiet / rush", lambda one, percent=percent: _delivery(found, one, percent)


def _each(one: Round, percent: int) -> float:
    return percentile([submission.seconds for submission in one.submissions], percent)


def _delivery(found: Rush, one: Round, percent: int) -> str:
    quiet, busy = percentile(found.quiet, percent), percentile(one.busy, percent)
    return f"{quiet * 1000:.1f} / {busy * 1000:.1f} ms (× {busy / quiet:.2f})"


def verdicts(found: Rush) -> list[tuple[bool, str]]:
    """(whether it holds, what)."""
    people, quiet = found.crowd.people, percentile(found.quiet, 99)
    ratio, beside = percentile(found.alone.busy, 99) / quiet, found.beside.seconds / found.alone.seconds
    whole = not found.faults and all(_is_whole(one, people) for one in found.rounds)
    return [
        (whole, f"Both times all {people} letters are in, all receipts right and none lost, every visitor answered."),
        (
            all(one.seconds <= WINDOW_SECONDS for one in found.rounds),
            f"Within {WINDOW_SECONDS:g} s: {found.alone.seconds:.1f} s alone, {found.beside.seconds:.1f} s beside.",
        ),
        (
            beside <= MAX_BESIDE,
            f"Beside the slow and the idle × {beside:.2f} of the time alone, at most {MAX_BESIDE:g}.",
        ),
        (ratio <= MOST, f"Delivery p99 × {ratio:.2f} of a quiet CMS, at most {MOST:g}."),
    ]


def _is_whole(one: Round, people: int) -> bool:
    return not one.unanswered and not one.refused and len(one.submissions) == people


def failures(found: Rush) -> Sequence[str]:
    """What went wrong, in words; the first ten."""
    return [*found.faults, *found.alone.refused, *found.beside.refused][:10]


def percentile(values: Sequence[float], percent: int) -> float:
    """By nearest rank; 0 of none."""
    ordered = sorted(values)
    return ordered[min(len(ordered) - 1, len(ordered) * percent // 100)] if ordered else 0.0
