"""The processes that make the demo's files, started when the first file is asked for."""

import asyncio
import json
import os
import sys
from asyncio.subprocess import PIPE, Process
from collections.abc import Awaitable, Callable
from contextlib import AsyncExitStack
from pathlib import Path
from typing import Any

import cms
from cms.kernel.errors import CmsError

# Where the package `cms` lies: the process finds it there, whether it is installed or not.
ROOT = Path(cms.__file__).parent.parent


class WorkshopStopped(CmsError):
    """A process that makes files ended early; what it had to say went to standard error."""

    def __init__(self, job: dict[str, Any]) -> None:
        super().__init__(
            f"The process that makes the demo's files stopped at a {job['make']}; "
            "its error stands above. Check that the installation is complete and load the demo again."
        )


class Workshop(AsyncExitStack):
    """PDF files are made in processes of their own: the library takes longer to import than a file to make, so one
    process should not import all of them. Its processes end with the block."""

    def __init__(self) -> None:
        super().__init__()
        cores = os.cpu_count() or 1
        self._pdf = _Bench(max(1, min(cores // 2, 4)), self.push_async_callback)
        self._others = _Bench(1, self.push_async_callback)

    async def make(self, job: dict[str, Any]) -> bytes:
        """The bytes of one file, as `cms.demo.making.make` says. Raises WorkshopStopped."""
        return await (self._pdf if job["make"] == "pdf" else self._others).make(job)


class _Bench:
    """Up to `size` processes that do the same."""

    def __init__(self, size: int, at_end: Callable[[Callable[[], Awaitable[None]]], Any]) -> None:
        self._to_start = size
        self._at_end = at_end
        self._idle: asyncio.Queue[Process] = asyncio.Queue()

    async def make(self, job: dict[str, Any]) -> bytes:
        process = await self._take()
        try:
            return await _made(process, job)
        except (asyncio.IncompleteReadError, ConnectionError) as error:
            raise WorkshopStopped(job) from error
        finally:
            self._idle.put_nowait(process)

    async def _take(self) -> Process:
        if not self._idle.empty() or not self._to_start:
            return await self._idle.get()
        self._to_start -= 1
        # A session of its own: Ctrl+C reaches the CMS alone. When that is gone, so is the input, and the process ends.
        process = await asyncio.create_subprocess_exec(
            sys.executable, "-m", "cms.demo.making", stdin=PIPE, stdout=PIPE, cwd=ROOT, start_new_session=True
        )
        self._at_end(lambda: _end(process))
        return process


async def _made(process: Process, job: dict[str, Any]) -> bytes:
    assert process.stdin and process.stdout
    process.stdin.write(json.dumps(job).encode() + b"\n")
    await process.stdin.drain()
    length = int.from_bytes(await process.stdout.readexactly(8), "big")
    return await process.stdout.readexactly(length)


async def _end(process: Process) -> None:
    """It keeps nothing, so it need not be asked."""
    if process.returncode is None:
        process.kill()
    await process.wait()
