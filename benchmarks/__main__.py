"""`make bench`: loads the databases, starts a server for each, measures, and shows the table."""

import asyncio
import tempfile
from pathlib import Path
from typing import Annotated

import typer
from rich.console import Console
from rich.progress import BarColumn, MofNCompleteColumn, Progress, TextColumn

from benchmarks.connection import ServerError
from benchmarks.figures import Results
from benchmarks.machine import load_average
from benchmarks.report import is_within, notes, tables
from benchmarks.report import markdown as as_markdown
from benchmarks.run import Plan, run
from benchmarks.served import NotStarted
from benchmarks.sizes_results import write
from cms.kernel.event_loop import new_event_loop
from cms.kernel.logs import configure_logs
from cms.kernel.settings import SettingsError
from storage.embedded import EmbeddedError

SIZES = "1000,10000,100000"
app = typer.Typer(pretty_exceptions_enable=False, add_completion=False)


@app.command()
def bench(
    sizes: Annotated[str, typer.Option(help="Items per database, with commas between.")] = SIZES,
    seconds: Annotated[float, typer.Option(help="Length of each turn.")] = 1.0,
    rounds: Annotated[int, typer.Option(min=1, help="Turns of each query over each database.")] = 5,
    connections: Annotated[int, typer.Option(min=1, help="Connections under load.")] = 8,
    more: Annotated[bool, typer.Option(help="Measure further pages and filters too.")] = False,
    markdown: Annotated[Path | None, typer.Option(help="Write the table there too.")] = None,
    data_dir: Annotated[Path | None, typer.Option(help="Keep the databases there for the next run.")] = None,
    results: Annotated[Path | None, typer.Option(help="Write figures and a picture into this folder.")] = None,
) -> None:
    """Measure what requests cost with few and with many items; ends with 1 where a target is missed."""
    plan = Plan(_sizes(sizes), seconds, rounds, connections, more)
    configure_logs("console", "warning")
    with tempfile.TemporaryDirectory(prefix="cms-benchmark-") as folder:
        try:
            found, machine = _run(plan, data_dir or Path(folder))
        except (EmbeddedError, NotStarted, ServerError, SettingsError) as error:
            Console(stderr=True).print(f"benchmark: {error}", style="red", markup=False)
            raise typer.Exit(1) from error
    if markdown:
        markdown.write_text(as_markdown(found, machine), encoding="utf-8")
    if results:
        write(found, machine, results)
    raise typer.Exit(0 if is_within(found) else 1)


def _sizes(given: str) -> list[int]:
    numbers = given.split(",")
    if not all(number.strip().isdecimal() and int(number) > 0 for number in numbers):
        raise typer.BadParameter("Give numbers of items with commas between, such as 1000,100000.")
    return list(dict.fromkeys(map(int, numbers)))


def _run(plan: Plan, data_dir: Path) -> tuple[Results, str]:
    out = Console(highlight=False)
    columns = (TextColumn("{task.description:<24}"), BarColumn(), MofNCompleteColumn())
    before = load_average()
    with (
        Progress(*columns, console=Console(stderr=True)) as bars,
        asyncio.Runner(loop_factory=new_event_loop) as runner,
    ):
        results, machine = runner.run(run(plan, data_dir, bars))
    out.print(tables(results))
    out.print(*notes(results, machine), f"Load of the machine before and after: {before}, {load_average()}.", sep="\n")
    return results, machine


if __name__ == "__main__":
    app()
