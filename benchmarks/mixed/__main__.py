"""`python -m benchmarks.mixed`: visitors and editors at once, over a million items; ends with 1 where a target is
missed."""

from functools import partial
from pathlib import Path
from typing import Annotated

import typer
from rich.console import Console

from benchmarks.ceiling.results import FOLDER
from benchmarks.command import end, measured
from benchmarks.machine import load_average
from benchmarks.mixed.report import notes, table, verdicts
from benchmarks.mixed.results import write
from benchmarks.mixed.run import Plan, run

app = typer.Typer(pretty_exceptions_enable=False, add_completion=False)


@app.command()
def main(
    items: Annotated[int, typer.Option(min=1_000, help="Items in the database.")] = 1_000_000,
    minutes: Annotated[float, typer.Option(min=0.1, help="How long.")] = 15.0,
    connections: Annotated[int, typer.Option(min=1, help="Connections under load.")] = 16,
    data_dir: Annotated[Path | None, typer.Option(help="Keep the database there for the next run.")] = None,
    results: Annotated[Path, typer.Option(help="Write figures and pictures into this folder.")] = FOLDER,
) -> None:
    """Put 70 % of what the server can do on it: pages that are kept, queries that are new, and publications."""
    load = load_average()
    done = measured("mixed", partial(run, Plan(items, minutes * 60, connections=connections)), data_dir)
    write(done, results)
    out = Console(highlight=False)
    end(out, table(done), notes(done), load, verdicts(done), is_within=done.is_within)


if __name__ == "__main__":
    app()
