"""`python -m benchmarks.ceiling`: cached pages against hello-world, and changes in every process; ends with 1 where a
target is missed."""

from functools import partial
from pathlib import Path
from typing import Annotated

import typer
from rich.console import Console

from benchmarks.ceiling.report import notes, tables, verdicts
from benchmarks.ceiling.results import FOLDER, write
from benchmarks.ceiling.run import Plan, run
from benchmarks.command import end, measured
from benchmarks.machine import load_average

app = typer.Typer(pretty_exceptions_enable=False, add_completion=False)


@app.command()
def main(
    rounds: Annotated[int, typer.Option(min=1, help="Rounds in which everything has its turn.")] = 7,
    seconds: Annotated[float, typer.Option(help="Length of each turn.")] = 1.0,
    connections: Annotated[int, typer.Option(min=1, help="Connections under load.")] = 16,
    changes: Annotated[int, typer.Option(min=1, help="Changes that are looked for in other processes.")] = 100,
    results: Annotated[Path, typer.Option(help="Write figures and pictures into this folder.")] = FOLDER,
) -> None:
    """Measure how near cached pages come to what the server can do at all."""
    load = load_average()
    done = measured(
        "ceiling", partial(run, Plan(rounds=rounds, seconds=seconds, connections=connections, changes=changes))
    )
    write(done, results)
    out = Console(highlight=False)
    end(out, tables(done), notes(done), load, verdicts(done), is_within=done.is_within)


if __name__ == "__main__":
    app()
