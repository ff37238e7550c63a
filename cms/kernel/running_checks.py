"""Looks at uploaded bytes beside everything else: each upload once however often it is asked for, a few at a time."""

import asyncio
from collections.abc import Callable, Coroutine
from typing import Any

MAX_CONCURRENT = 2
WAIT_SECONDS = 5.0

Facts = dict[str, Any]


class RunningChecks:
    """A check goes on when the one who asked for it leaves, so that a slow one is through when he asks again."""

    def __init__(self, wait_seconds: float = WAIT_SECONDS) -> None:
        self._wait_seconds = wait_seconds
        self._running: dict[str, asyncio.Task[Facts]] = {}
        self._turn = asyncio.Semaphore(MAX_CONCURRENT)

    async def result(self, id: str, check: Callable[[], Coroutine[Any, Any, Facts]]) -> Facts | None:
        """What `check` found out of the upload `id`, or None while it is still at it. Raises what it raises."""
        task = self._running.get(id) or self._start(id, check)
        done, _pending = await asyncio.wait([task], timeout=self._wait_seconds)
        return task.result() if done else None

    def _start(self, id: str, check: Callable[[], Coroutine[Any, Any, Facts]]) -> asyncio.Task[Facts]:
        task = asyncio.create_task(self._in_turn(check), name=f"check of upload {id}")
        self._running[id] = task
        task.add_done_callback(lambda done: self._forget(id, done))
        return task

    async def _in_turn(self, check: Callable[[], Coroutine[Any, Any, Facts]]) -> Facts:
        async with self._turn:
            return await check()

    def _forget(self, id: str, done: asyncio.Task[Facts]) -> None:
        del self._running[id]
        if not done.cancelled():
            done.exception()  # whoever still waits gets it; nobody else needs to hear of it
