"""The figures of a rush."""

from collections.abc import Iterator, Sequence

from rich.table import Table

from benchmarks.rush.run import WINDOW_SECONDS, Rush

MOST = 3.0
"""How many times slower delivery may be than when nothing else happens, at the 99th percentile."""


def table(found: Rush) -> Table:
    drawn = Table(title=f"Cut-off: {found.people} applicants, a letter of 5 MB each", title_justify="left")
    drawn.add_column("")
    drawn.add_column("", justify="right")
    for name, value in rows(found):
        drawn.add_row(name, value)
    return drawn


def rows(found: Rush) -> Iterator[tuple[str, str]]:
    each = [one.seconds for one in found.submissions]
    yield "submitted", f"{len(found.submissions)} of {found.people}"
    yield "first click to last receipt number", f"{found.seconds:.1f} s"
    yield "one applicant, p50 / p99", f"{percentile(each, 50):.2f} / {percentile(each, 99):.2f} s"
    yield "last receipt mailed", f"{found.mails_after:.1f} s"
    yield "lost or wrong", str(len(found.faults) + len(found.refused))
    yield "processor of server / MongoDB", f"{found.cpu:.1f} / {found.database_cpu:.1f} s"
    yield "requests of visitors without an answer", str(found.unanswered)
    for name, percent in (("p50", 50), ("p99", 99)):
        quiet, busy = percentile(found.quiet, percent), percentile(found.busy, percent)
        yield f"edition page {name}, quiet / rush", f"{quiet * 1000:.1f} / {busy * 1000:.1f} ms (× {busy / quiet:.2f})"


def verdicts(found: Rush) -> list[str]:
    ratio = percentile(found.busy, 99) / percentile(found.quiet, 99)
    whole = not found.unanswered and not found.faults and not found.refused and len(found.submissions) == found.people
    return [
        f"All receipts right and none lost, every visitor answered: {'yes' if whole else 'NO'}.",
        f"Within {WINDOW_SECONDS:g} seconds: {'yes' if found.seconds <= WINDOW_SECONDS else 'NO'}.",
        f"Delivery p99 × {ratio:.2f}, {'within' if ratio <= MOST else 'MORE than'} the target of × {MOST:g}.",
        *(found.faults + found.refused)[:10],
    ]


def percentile(values: Sequence[float], percent: int) -> float:
    """By nearest rank; 0 of none."""
    ordered = sorted(values)
    return ordered[min(len(ordered) - 1, len(ordered) * percent // 100)] if ordered else 0.0
