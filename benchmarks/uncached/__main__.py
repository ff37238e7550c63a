"""`python -m benchmarks.uncached`: answers that are not kept, against the code of before and bare graphql-core; ends
with 1 where a target is missed."""

import asyncio
import tempfile
from pathlib import Path
from typing import Annotated

import typer
from rich.console import Console

from benchmarks.ceiling.results import FOLDER
from benchmarks.connection import ServerError
from benchmarks.machine import load_average
from benchmarks.served import NotStarted
from benchmarks.uncached.before import BEFORE
from benchmarks.uncached.figures import Uncached
from benchmarks.uncached.report import markdown as as_markdown
from benchmarks.uncached.report import notes, table, verdicts
from benchmarks.uncached.results import write
from benchmarks.uncached.run import Plan, run
from cms.kernel.engines import engines_for
from cms.kernel.event_loop import new_event_loop
from cms.kernel.logs import configure_logs
from cms.kernel.settings import load_settings

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
    configure_logs("console", "warning")
    out, err = Console(highlight=False, width=150), Console(stderr=True)
    load = load_average()
    plan = Plan(items, rounds, seconds, connections, before or None)
    with (
        tempfile.TemporaryDirectory(prefix="cms-uncached-") as folder,
        asyncio.Runner(loop_factory=new_event_loop) as runner,
    ):
        try:
            done = runner.run(_run(plan, Path(folder), err))
        except (NotStarted, ServerError) as error:
            err.print(f"benchmark: {error}", style="red", markup=False)
            raise typer.Exit(1) from error
    write(done, results)
    if markdown:
        markdown.write_text(as_markdown(done), "utf-8")
    out.print(table(done))
    out.print(*notes(done), f"Load of the machine before and after: {load}, {load_average()}.", sep="\n")
    out.print(*verdicts(done), sep="\n", markup=False)
    raise typer.Exit(0 if done.is_within else 1)


async def _run(plan: Plan, folder: Path, err: Console) -> Uncached:
    async with engines_for(load_settings(data_dir=folder)) as engines:
        return await run(plan, engines, folder, lambda step: err.print(f"{step} …", style="dim"))


if __name__ == "__main__":
    app()
