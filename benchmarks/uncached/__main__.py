"""`python -m benchmarks.uncached`: answers that are not kept, against the code of before and bare graphql-core; ends
with 1 where a target is missed."""

from functools import partial
from pathlib import Path
from typing import Annotated

import typer
from rich.console import Console

from benchmarks.ceiling.results import FOLDER
from benchmarks.command import end, measured
from benchmarks.machine import load_average
from benchmarks.uncached.before import BEFORE
from benchmarks.uncached.report import markdown as as_markdown
from benchmarks.uncached.report import notes, table, verdicts
from benchmarks.uncached.results import write
from benchmarks.uncached.run import Plan, run

app = typer.Typer(pretty_exceptions_enable=False, add_completion=False)


@app.command()
def main(
    items: Annotated[int, typer.Option(min=20, help="Items in the database.")] = 1_000,
    rounds: Annotated[int, typer.Option(min=1, help="Rounds in which everything has its turn.")] = 7,
    seconds: Annotated[float, typer.Option(help="Length of each turn.")] = 1.0,
    connections: Annotated[int, typer.Option(min=1, help="Connections under load.")] = 16,
    before: Annotated[str, typer.Option(help="The commit to compare with; empty for none.")] = BEFORE,
    markdown: Annotated[Path | None, typer.Option(help="Write the table there too.")] = None,
    results: Annotated[Path, typer.Option(help="Write the figures into this folder.")] = FOLDER,
) -> None:
    """Measure what answers cost that are not kept."""
    load = load_average()
    done = measured("uncached", partial(run, Plan(items, rounds, seconds, connections, before or None)))
    write(done, results)
    if markdown:
        markdown.write_text(as_markdown(done), "utf-8")
    out = Console(highlight=False, width=150)
    end(out, table(done), notes(done), load, verdicts(done), is_within=done.is_within)


if __name__ == "__main__":
    app()
