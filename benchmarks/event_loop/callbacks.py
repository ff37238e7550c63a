"""An event loop that times each of its callbacks: what runs until others go on.

It wraps what Python code gives the loop (steps of tasks, calls, timers, readers), and what connections receive.
"""

import asyncio
import gc
import time
from collections.abc import Callable
from contextvars import Context, ContextVar, copy_context
from dataclasses import dataclass
from typing import Any

RECEIVING = ("connection_made", "connection_lost", "data_received", "eof_received", "pause_writing", "resume_writing")


LABEL: ContextVar[str] = ContextVar("label", default="")
"""What a request is called; set where it begins, it holds for all tasks that belong to it."""


@dataclass(slots=True)
class Longest:
    """Of all callbacks since it was taken last: thread CPU and wall time in seconds, each with what it was.
    `collection`: seconds of the longest walk of the garbage collector, which is part of some callback."""

    cpu: float = 0.0
    cpu_name: str = ""
    wall: float = 0.0
    wall_name: str = ""
    count: int = 0
    collection: float = 0.0


class Callbacks:
    def __init__(self) -> None:
        self._longest = Longest()
        self._collecting_since = 0.0
        gc.callbacks.append(self._collects)

    def take(self) -> Longest:
        taken, self._longest = self._longest, Longest()
        return taken

    def timed(self, callback: Callable[..., Any], context: Context | None = None) -> Callable[..., Any]:
        def run(*args: Any) -> Any:
            wall, cpu = time.perf_counter(), time.thread_time()
            try:
                return callback(*args)
            finally:
                self._add(callback, context, time.thread_time() - cpu, time.perf_counter() - wall)

        return run

    def timed_protocol(self, protocol: Any) -> Any:
        for name in RECEIVING:
            if hasattr(protocol, name):
                setattr(protocol, name, self.timed(getattr(protocol, name)))
        return protocol

    def _collects(self, phase: str, _about: dict[str, int]) -> None:
        now = time.thread_time()
        if phase == "start":
            self._collecting_since = now
        else:
            self._longest.collection = max(self._longest.collection, now - self._collecting_since)

    def _add(self, callback: Callable[..., Any], context: Context | None, cpu: float, wall: float) -> None:
        longest = self._longest
        longest.count += 1
        if cpu > longest.cpu:
            longest.cpu, longest.cpu_name = cpu, name_of(callback, context)
        if wall > longest.wall:
            longest.wall, longest.wall_name = wall, name_of(callback, context)


def name_of(callback: Callable[..., Any], context: Context | None) -> str:
    label = (context or copy_context()).get(LABEL, "")
    return f"{label or 'no request'}: {getattr(callback, '__qualname__', repr(callback))}"


def timed_loop(loop: asyncio.AbstractEventLoop, callbacks: Callbacks) -> asyncio.AbstractEventLoop:
    """A new loop of the same class."""
    kind: Any = type(loop)
    loop.close()

    class TimedLoop(kind):
        def call_soon(self, callback: Any, *args: Any, **options: Any) -> Any:
            return super().call_soon(callbacks.timed(callback, options.get("context")), *args, **options)

        def call_soon_threadsafe(self, callback: Any, *args: Any, **options: Any) -> Any:
            return super().call_soon_threadsafe(callbacks.timed(callback, options.get("context")), *args, **options)

        def call_later(self, delay: float, callback: Any, *args: Any, **options: Any) -> Any:
            return super().call_later(delay, callbacks.timed(callback), *args, **options)

        def call_at(self, when: float, callback: Any, *args: Any, **options: Any) -> Any:
            return super().call_at(when, callbacks.timed(callback), *args, **options)

        def add_reader(self, fd: Any, callback: Any, *args: Any) -> Any:
            return super().add_reader(fd, callbacks.timed(callback), *args)

        async def create_server(self, protocol_factory: Any, *args: Any, **options: Any) -> Any:
            def make() -> Any:
                return callbacks.timed_protocol(protocol_factory())

            return await super().create_server(make, *args, **options)

    return TimedLoop()
