"""`python -m benchmarks.ceiling`: cached pages against hello-world, and changes in every process; ends with 1 where a
target is missed."""

import asyncio
import tempfile
from pathlib import Path
from typing import Annotated

import typer
from rich.console import Console

from benchmarks.ceiling.figures import Ceiling
from benchmarks.ceiling.report import notes, tables, verdicts
from benchmarks.ceiling.results import FOLDER, write
from benchmarks.ceiling.run import Plan, run
from benchmarks.connection import ServerError
from benchmarks.machine import load_average
from benchmarks.served import NotStarted
from cms.kernel.engines import engines_for
from cms.kernel.event_loop import new_event_loop
from cms.kernel.logs import configure_logs
from cms.kernel.settings import load_settings

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
    configure_logs("console", "warning")
    out, err = Console(highlight=False), Console(stderr=True)
    before = load_average()
    plan = Plan(rounds=rounds, seconds=seconds, connections=connections, changes=changes)
    with (
        tempfile.TemporaryDirectory(prefix="cms-ceiling-") as folder,
        asyncio.Runner(loop_factory=new_event_loop) as runner,
    ):
        try:
            done = runner.run(_run(plan, Path(folder), err))
        except (NotStarted, ServerError) as error:
            err.print(f"benchmark: {error}", style="red", markup=False)
            raise typer.Exit(1) from error
    write(done, results)
    out.print(tables(done))
    out.print(*notes(done), f"Load of the machine before and after: {before}, {load_average()}.", sep="\n")
    out.print(*verdicts(done), sep="\n", markup=False)
    raise typer.Exit(0 if done.is_within else 1)


async def _run(plan: Plan, folder: Path, err: Console) -> Ceiling:
    async with engines_for(load_settings(data_dir=folder)) as engines:
        return await run(plan, engines, folder, lambda step: err.print(f"{step} …", style="dim"))


if __name__ == "__main__":
    app()
