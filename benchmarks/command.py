"""What the commands that end with verdicts have in common: engines of their own, and how they end."""

import asyncio
import tempfile
from collections.abc import Awaitable, Callable, Iterable
from pathlib import Path
from typing import Any, TypeVar

import typer
from rich.console import Console

from benchmarks.connection import ServerError
from benchmarks.machine import load_average
from benchmarks.served import NotStarted
from cms.kernel.engines import EngineAddresses, engines_for
from cms.kernel.event_loop import new_event_loop
from cms.kernel.logs import configure_logs
from cms.kernel.settings import load_settings

Done = TypeVar("Done")
Say = Callable[[str], object]
Work = Callable[[EngineAddresses, Path, Say], Awaitable[Done]]
"""With engines and the folder that they keep everything in; says each step."""


def measured(name: str, work: Work[Done], data_dir: Path | None = None) -> Done:
    """The result of the work; without `data_dir` in a folder that is taken away again. A server that does not answer
    ends the command with 1."""
    configure_logs("console", "warning")
    err = Console(stderr=True)
    with (
        tempfile.TemporaryDirectory(prefix=f"cms-{name}-") as folder,
        asyncio.Runner(loop_factory=new_event_loop) as runner,
    ):
        try:
            return runner.run(_with_engines(work, data_dir or Path(folder), err))
        except (NotStarted, ServerError) as error:
            err.print(f"benchmark: {error}", style="red", markup=False)
            raise typer.Exit(1) from error


async def _with_engines(work: Work[Done], folder: Path, err: Console) -> Done:
    async with engines_for(load_settings(data_dir=folder)) as engines:
        return await work(engines, folder, lambda step: err.print(f"{step} …", style="dim"))


def end(out: Console, shown: Any, notes: Iterable[str], load: Any, verdicts: Iterable[str], *, is_within: bool) -> None:
    """Shows it all; the command ends with 1 where a target is missed. `load`: of the machine before."""
    out.print(shown)
    out.print(*notes, f"Load of the machine before and after: {load}, {load_average()}.", sep="\n")
    out.print(*verdicts, sep="\n", markup=False)
    raise typer.Exit(0 if is_within else 1)
