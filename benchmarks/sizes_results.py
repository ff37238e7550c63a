"""What a run over several sizes leaves in a folder: the figures as JSON, with their commit, and how costs grow."""

from datetime import UTC, datetime
from pathlib import Path
from statistics import median

import orjson

from benchmarks.ceiling.results import commit, rounded
from benchmarks.figures import Figures, Results
from benchmarks.report import verdicts
from benchmarks.svg import COLOURS, Bar, bar_chart


def write(results: Results, machine: str, folder: Path) -> None:
    """`sizes.json` and `sizes.svg`."""
    folder.mkdir(exist_ok=True)
    written = {
        "commit": commit(),
        "measured_at": datetime.now(UTC).isoformat(timespec="seconds"),
        "machine": machine,
        "verdicts": verdicts(results),
        "memory": results.memory,
        "figures": rounded([_of(one) for one in results.figures]),
    }
    options = orjson.OPT_INDENT_2 | orjson.OPT_APPEND_NEWLINE
    (folder / "sizes.json").write_bytes(orjson.dumps(written, option=options))
    (folder / "sizes.svg").write_text(picture(results), "utf-8")


def _of(one: Figures) -> dict[str, object]:
    """Of each round; p50 in milliseconds."""
    rounds = {"rates": one.rates, "cpu": one.cpu, "database_cpu": one.database_cpu, "commands": one.commands}
    return {"query": one.query, "items": one.items, "bytes": len(one.answer), **rounds, "p50": one.halves}


def picture(results: Results) -> str:
    """CPU of application and database per request: of each query the smallest database and the largest."""
    groups = [[group[0], group[-1]] for query in results.yardsticks if (group := results.of(query))]
    title = "Milliseconds of CPU per request, application and database"
    return bar_chart(title, [[*map(_bar, group, COLOURS)] for group in groups])


def _bar(one: Figures, colour: str) -> Bar:
    cpu = median(one.cpu) + median(one.database_cpu)
    return Bar(f"{one.query}, {one.items:,} items", cpu, f"{cpu:.2f} ms", colour)
