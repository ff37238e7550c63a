"""What a run leaves in a folder: the figures as JSON, with the commit that they are of, and the pictures."""

from dataclasses import asdict
from datetime import UTC, datetime
from pathlib import Path

import orjson

from benchmarks.ceiling.results import commit, rounded
from benchmarks.mixed.figures import SHARES, Mixed, latencies
from benchmarks.mixed.report import verdicts
from benchmarks.svg import Line, line_chart

COLOURS = {"resident": "#1f5fbf", "without caches": "#1b7f4d", "caches": "#c77700", "MongoDB": "#9aa5b1"}


def write(done: Mixed, folder: Path) -> None:
    """`mixed.json`, `mixed-memory.svg`, `mixed-latencies.svg`."""
    folder.mkdir(exist_ok=True)
    own = ("machine", "items", "seconds", "connections", "capacity", "rate", "hits", "cpu", "database_cpu", "errors")
    figures = {
        "commit": commit(),
        "measured_at": datetime.now(UTC).isoformat(timespec="seconds"),
        "verdicts": verdicts(done),
        **{name: getattr(done, name) for name in own},
        "latencies": [asdict(each) for each in latencies(done)],
        "samples": [asdict(each) for each in done.samples],
    }
    options = orjson.OPT_INDENT_2 | orjson.OPT_APPEND_NEWLINE
    (folder / "mixed.json").write_bytes(orjson.dumps(rounded(figures), option=options))
    (folder / "mixed-memory.svg").write_text(memory(done), "utf-8")
    (folder / "mixed-latencies.svg").write_text(waits(done), "utf-8")


def memory(done: Mixed) -> str:
    values = {
        "resident": [one.resident for one in done.samples],
        "without caches": [one.without_caches for one in done.samples],
        "caches": [one.caches for one in done.samples],
        "MongoDB": [one.database for one in done.samples],
    }
    minutes = [one.at / 60 for one in done.samples]
    lines = [
        Line(name, [*zip(minutes, (each / 1e6 for each in values[name]), strict=True)], colour)
        for name, colour in COLOURS.items()
    ]
    return line_chart("Memory in MB, by minutes", lines)


def waits(done: Mixed) -> str:
    """Of each kind, at the 99th percentile."""
    measured = latencies(done)
    lines = [
        Line(f"{kind}, p99", [(one.minutes, one.p99) for one in measured if one.kind == kind], colour)
        for kind, colour in zip(SHARES, COLOURS.values(), strict=False)
    ]
    return line_chart("Milliseconds until the answer, by minutes", lines)
