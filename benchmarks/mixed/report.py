"""The figures as a table, and what they say about the targets."""

from rich.table import Table

from benchmarks.mixed.figures import MILLI, SHARES, Mixed, percentile

COLUMNS = ("", "requests", "p50 ms", "p99 ms", "longest ms")


def table(done: Mixed) -> Table:
    shown = Table(title=f"{done.items:,} items, {done.seconds / 60:.0f} minutes", title_justify="left")
    for name in COLUMNS:
        shown.add_column(name, justify="right" if name else "left")
    for kind, share in SHARES.items():
        waits = [MILLI * one.latency for one in done.answered if one.kind == kind]
        if waits:
            figures = (percentile(waits, 50), percentile(waits, 99), max(waits))
            shown.add_row(f"{kind} ({share:.0%})", f"{len(waits):,}", *(f"{each:.1f}" for each in figures))
    return shown


def notes(done: Mixed) -> list[str]:
    last, share = done.samples[-1], f"{done.hits:.1%} of the reads were answered with what was kept"
    cpu = f"CPU per request {done.cpu:.2f} ms, of MongoDB {done.database_cpu:.2f} ms"
    memory = f"{last.resident / 1e6:.0f} MB resident, of which caches hold {last.caches / 1e6:.0f} as their metrics say"
    return [
        f"Measured on {done.machine}; one process with its worker, {done.connections} connections.",
        f"Capacity {done.capacity:,.0f} requests/s of this mix; {share}; {cpu}.",
        "Latencies are from the moment when a request was due, whether or not a connection was free then.",
        f"At the end: {memory}; MongoDB {last.database / 1e6:.0f} MB.",
        *(f"{count} × {error}" for error, count in done.errors.most_common(10)),
    ]


def verdicts(done: Mixed) -> list[str]:
    """A line for each target."""
    return [f"{'within:' if holds else 'MISSED:'} {claim}." for holds, claim in done.claims]
