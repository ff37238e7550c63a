"""A program that is started again whenever a file that it is made of changes, and that ends with this process."""

import asyncio
import subprocess
import sys
from collections.abc import AsyncIterator, Mapping, Sequence
from contextlib import asynccontextmanager
from pathlib import Path

from watchfiles import DefaultFilter, awatch

from bootstrap.places import ROOT

GUARD = ROOT / "storage" / "embedded" / "guard.py"
GRACE_SECONDS = 3
"""An open stream of events would hold up the end of the server, and with it each restart, for longer."""


@asynccontextmanager
async def running(command: Sequence[str], environment: Mapping[str, str]) -> AsyncIterator[asyncio.subprocess.Process]:
    """The program beside the block; it is told to end with the block, and killed `GRACE_SECONDS` later."""
    guarded = [sys.executable, "-I", "-S", str(GUARD), str(GRACE_SECONDS), *command]
    process = await asyncio.create_subprocess_exec(*guarded, stdin=subprocess.PIPE, env=environment)
    try:
        yield process
    finally:
        assert process.stdin
        process.stdin.close()
        await asyncio.shield(process.wait())


async def reloading(
    command: Sequence[str], environment: Mapping[str, str], folders: Sequence[Path], ignored: Sequence[Path] = ()
) -> None:
    """Runs the program until this is cancelled. One that ends by itself, such as at a mistake in the code, is started
    again at the next change."""
    changes = awatch(*folders, watch_filter=DefaultFilter(ignore_paths=list(ignored)))
    while True:
        async with running(command, environment) as process:
            ended = asyncio.create_task(_say_when_ended(process))
            try:
                changed = await anext(changes)
            finally:
                ended.cancel()
        names = sorted({Path(path).name for _change, path in changed})
        print(f"\n{', '.join(names[:3])}{' …' if names[3:] else ''} changed: starting again.", flush=True)


async def _say_when_ended(process: asyncio.subprocess.Process) -> None:
    status = await process.wait()
    print(f"It ended with status {status}; the next change of a file starts it again.", file=sys.stderr, flush=True)
