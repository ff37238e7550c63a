"""`python -m benchmarks.rush`: everybody submits within one minute."""

import asyncio
import tempfile
from pathlib import Path
from typing import Annotated

import typer
from rich.console import Console

from benchmarks.machine import load_average
from benchmarks.rush.report import table, verdicts
from benchmarks.rush.run import Rush, rush
from cms.engines import engines_for
from cms.event_loop import new_event_loop
from cms.logs import configure_logs
from cms.settings import load_settings

app = typer.Typer(pretty_exceptions_enable=False, add_completion=False)


@app.command()
def main(people: Annotated[int, typer.Option(min=1, help="Applicants.")] = 200) -> None:
    """Measure a cut-off at which everybody submits."""
    configure_logs("console", "warning")
    out, err = Console(highlight=False), Console(stderr=True)
    before = load_average()
    with (
        tempfile.TemporaryDirectory(prefix="cms-rush-") as folder,
        asyncio.Runner(loop_factory=new_event_loop) as runner,
    ):
        found = runner.run(_run(people, Path(folder), err))
    out.print(table(found))
    out.print(*verdicts(found), f"Load of the machine before and after: {before}, {load_average()}.", sep="\n")


async def _run(people: int, folder: Path, err: Console) -> Rush:
    async with engines_for(load_settings(data_dir=folder)) as engines:
        return await rush(people, engines, folder, lambda step: err.print(f"{step} …", style="dim"))


if __name__ == "__main__":
    app()
