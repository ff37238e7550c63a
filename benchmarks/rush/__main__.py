"""`python -m benchmarks.rush`: everybody submits within one minute."""

import asyncio
import tempfile
from pathlib import Path
from typing import Annotated

import typer
from rich.console import Console

from benchmarks.machine import load_average
from benchmarks.rush.report import failures, table, verdicts
from benchmarks.rush.run import Crowd, Rush, rush
from cms.kernel.engines import engines_for
from cms.kernel.event_loop import new_event_loop
from cms.kernel.logs import configure_logs
from cms.kernel.settings import load_settings

app = typer.Typer(pretty_exceptions_enable=False, add_completion=False)


@app.command()
def main(
    people: Annotated[int, typer.Option(min=1, help="Applicants of each round.")] = 200,
    slow: Annotated[int, typer.Option(min=0, max=250, help="Others who trickle a letter meanwhile.")] = 20,
    idle: Annotated[int, typer.Option(min=0, max=5000, help="Connections on which nothing is asked.")] = 500,
) -> None:
    """Measure a cut-off at which everybody submits: alone, then beside clients that hold what they can."""
    configure_logs("console", "warning")
    out, err = Console(highlight=False), Console(stderr=True)
    before = load_average()
    with (
        tempfile.TemporaryDirectory(prefix="cms-rush-") as folder,
        asyncio.Runner(loop_factory=new_event_loop) as runner,
    ):
        found = runner.run(_run(Crowd(people, slow, idle), Path(folder), err))
    out.print(table(found))
    claims = verdicts(found)
    out.print(*(f"{'PASS' if holds else 'FAIL'}  {claim}" for holds, claim in claims), *failures(found), sep="\n")
    out.print(f"Load of the machine before and after: {before}, {load_average()}.")
    if not all(holds for holds, _claim in claims):
        raise typer.Exit(1)


async def _run(crowd: Crowd, folder: Path, err: Console) -> Rush:
    async with engines_for(load_settings(data_dir=folder)) as engines:
        return await rush(crowd, engines, folder, lambda step: err.print(f"{step} …", style="dim"))


if __name__ == "__main__":
    app()
