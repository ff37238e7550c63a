"""`python -m benchmarks.event_loop`: hostile requests beside visitors; ends with 1 where a target is missed."""

import asyncio
import tempfile
from pathlib import Path
from typing import Annotated

import typer
from rich.console import Console

from benchmarks.event_loop.report import notes, table, verdicts
from benchmarks.event_loop.run import Plan, Run, run
from benchmarks.machine import load_average
from cms.kernel.engines import engines_for
from cms.kernel.event_loop import new_event_loop
from cms.kernel.logs import configure_logs
from cms.kernel.settings import load_settings

app = typer.Typer(pretty_exceptions_enable=False, add_completion=False)


@app.command()
def main(
    rounds: Annotated[int, typer.Option(min=1, help="Rounds of quiet and attack; targets are for five.")] = 5,
    seconds: Annotated[float, typer.Option(help="Length of each attack.")] = 20.0,
    quiet: Annotated[float, typer.Option(help="Length of the quiet before each attack.")] = 8.0,
) -> None:
    """Measure whether hostile requests hold the event loop up."""
    configure_logs("console", "warning")
    out, err = Console(highlight=False), Console(stderr=True)
    before = load_average()
    with (
        tempfile.TemporaryDirectory(prefix="cms-event-loop-") as folder,
        asyncio.Runner(loop_factory=new_event_loop) as runner,
    ):
        plan = Plan(rounds=rounds, attack_seconds=seconds, quiet_seconds=quiet)
        done = runner.run(_run(plan, Path(folder), err))
    out.print(table(done))
    out.print(*notes(done), f"Load of the machine before and after: {before}, {load_average()}.", sep="\n")
    reached = verdicts(done)
    out.print(*map(str, reached), sep="\n", markup=False)
    raise typer.Exit(0 if all(one.is_within for one in reached) else 1)


async def _run(plan: Plan, folder: Path, err: Console) -> Run:
    async with engines_for(load_settings(data_dir=folder)) as engines:
        return await run(plan, engines, folder, lambda step: err.print(f"{step} …", style="dim"))


if __name__ == "__main__":
    app()
