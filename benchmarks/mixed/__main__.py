"""`python -m benchmarks.mixed`: visitors and editors at once, over a million items; ends with 1 where a target is
missed."""

import asyncio
import tempfile
from pathlib import Path
from typing import Annotated

import typer
from rich.console import Console

from benchmarks.ceiling.results import FOLDER
from benchmarks.connection import ServerError
from benchmarks.machine import load_average
from benchmarks.mixed.figures import Mixed
from benchmarks.mixed.report import notes, table, verdicts
from benchmarks.mixed.results import write
from benchmarks.mixed.run import Plan, run
from benchmarks.served import NotStarted
from cms.kernel.engines import engines_for
from cms.kernel.event_loop import new_event_loop
from cms.kernel.logs import configure_logs
from cms.kernel.settings import load_settings

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
    configure_logs("console", "warning")
    out, err = Console(highlight=False), Console(stderr=True)
    before, plan = load_average(), Plan(items, minutes * 60, connections=connections)
    with (
        tempfile.TemporaryDirectory(prefix="cms-mixed-") as folder,
        asyncio.Runner(loop_factory=new_event_loop) as runner,
    ):
        try:
            done = runner.run(_run(plan, data_dir or Path(folder), err))
        except (NotStarted, ServerError) as error:
            err.print(f"benchmark: {error}", style="red", markup=False)
            raise typer.Exit(1) from error
    write(done, results)
    out.print(table(done))
    out.print(*notes(done), f"Load of the machine before and after: {before}, {load_average()}.", sep="\n")
    out.print(*verdicts(done), sep="\n", markup=False)
    raise typer.Exit(0 if done.is_within else 1)


async def _run(plan: Plan, folder: Path, err: Console) -> Mixed:
    async with engines_for(load_settings(data_dir=folder)) as engines:
        return await run(plan, engines, folder, lambda step: err.print(f"{step} …", style="dim"))


if __name__ == "__main__":
    app()
