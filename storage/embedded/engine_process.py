"""One engine as a child process: started behind the guard, waited for, started again when it dies, ended in order."""

import asyncio
import contextlib
import logging
import subprocess
import sys
import time
from collections.abc import Awaitable, Callable, Mapping
from dataclasses import dataclass
from pathlib import Path
from typing import Self

from storage.embedded.errors import EmbeddedError

log = logging.getLogger(__name__)

GUARD = Path(__file__).with_name("guard.py")
GRACE_SECONDS = 20.0
READY_SECONDS = 60.0
POLL_SECONDS = 0.03
FIRST_DELAY_SECONDS = 0.1
LONGEST_DELAY_SECONDS = 10.0
STABLE_SECONDS = 30.0


@dataclass(frozen=True, slots=True, kw_only=True)
class Engine:
    """What to run, with its whole environment.

    `is_ready` asks the engine itself; `explain` turns an exit status into one line for a person; `output` is the file
    that gets what the engine prints. `passing` are exit statuses that go away by themselves while the engine of a CMS
    that was just killed is still ending. `grace_seconds`: how long it may take to end in order before it is killed.
    """

    name: str
    command: list[str]
    environment: Mapping[str, str]
    output: Path
    is_ready: Callable[[], Awaitable[bool]]
    explain: Callable[[int], str]
    passing: frozenset[int] = frozenset()
    grace_seconds: float = GRACE_SECONDS


class EngineProcess:
    """`async with EngineProcess(engine):` the engine is ready inside, is restarted when it dies, and ends with it."""

    def __init__(self, engine: Engine) -> None:
        self._engine = engine
        self._process: asyncio.subprocess.Process | None = None
        self._supervisor: asyncio.Task[None] | None = None

    async def __aenter__(self) -> Self:
        try:
            async with asyncio.timeout(READY_SECONDS):
                await self._start_until_ready()
        except TimeoutError:
            await self._stop()
            raise EmbeddedError(self._why_not_ready()) from None
        except BaseException:
            await self._stop()
            raise
        self._supervisor = asyncio.create_task(self._supervise(), name=f"supervise {self._engine.name}")
        return self

    async def __aexit__(self, *_: object) -> None:
        if self._supervisor is not None:
            self._supervisor.cancel()
            with contextlib.suppress(asyncio.CancelledError):
                await self._supervisor
        await self._stop()

    async def _start_until_ready(self) -> None:
        while True:
            process = await self._start()
            while process.returncode is None:
                if await self._engine.is_ready():
                    return
                await asyncio.sleep(POLL_SECONDS)
            if process.returncode not in self._engine.passing:
                raise EmbeddedError(self._engine.explain(process.returncode))
            await asyncio.sleep(FIRST_DELAY_SECONDS)

    def _why_not_ready(self) -> str:
        status = self._process.returncode if self._process else None
        if status in self._engine.passing:
            return self._engine.explain(status)
        return f"{self._engine.name} was not ready within {READY_SECONDS:.0f} s: see {self._engine.output.parent}"

    async def _start(self) -> asyncio.subprocess.Process:
        with self._engine.output.open("ab") as output:
            self._process = await asyncio.create_subprocess_exec(
                *(sys.executable, "-I", "-S", str(GUARD), str(self._engine.grace_seconds), *self._engine.command),
                stdin=subprocess.PIPE,
                stdout=output,
                stderr=output,
                env=self._engine.environment,
            )
        return self._process

    async def _supervise(self) -> None:
        """Start the engine again whenever it ends, sooner after a long life than after a short one."""
        delay = FIRST_DELAY_SECONDS
        while self._process is not None:
            started = time.monotonic()
            status = await self._process.wait()
            delay = FIRST_DELAY_SECONDS if time.monotonic() - started > STABLE_SECONDS else delay
            log.warning("%s; starting it again in %.1f s", self._engine.explain(status), delay)
            await asyncio.sleep(delay)
            delay = min(delay * 2, LONGEST_DELAY_SECONDS)
            try:
                await self._start()
            except OSError as error:  # no memory, no disk: the next round tries again, later
                log.error("%s cannot be started: %s", self._engine.name, error.strerror)

    async def _stop(self) -> None:
        """Closing the pipe tells the guard, which ends the engine in order."""
        process = self._process
        if process is None or process.returncode is not None:
            return
        if process.stdin is not None:
            process.stdin.close()
        longest = self._engine.grace_seconds + 5
        try:
            await asyncio.wait_for(process.wait(), longest)
        except TimeoutError:
            log.error("%s did not end within %.0f s and is killed", self._engine.name, longest)
            process.kill()
            await process.wait()
