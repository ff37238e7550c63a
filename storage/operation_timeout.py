"""How long the work of one request may wait for MongoDB: decided here for every operation, whoever asks for it.

The driver takes one deadline for a block of operations, or none. Neither serves: a long request of many quick
operations is fine, and one operation on a MongoDB that hangs is not. So each operation of a request has the same time,
and after one that waited in vain those that follow, such as ending its transaction, are only tried.
"""

import asyncio
import contextvars
import time
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from functools import partial
from typing import Any

import pymongo
from motor.frameworks import asyncio as motor_framework
from pymongo.errors import PyMongoError

TRIED_SECONDS = 0.2


@dataclass(slots=True)
class Patience:
    """`seconds` for one operation, the wait for a thread included; `is_over` once one of them waited in vain."""

    seconds: float
    is_over: bool = False

    def run(self, asked_at: float, call: Callable[[], Any]) -> Any:
        seconds = TRIED_SECONDS if self.is_over else self.seconds
        left = asked_at + seconds - time.monotonic()
        try:
            with pymongo.timeout(max(left, TRIED_SECONDS)):
                result = call()
        except PyMongoError as error:
            self.is_over = self.is_over or error.timeout
            raise
        self.is_over = False
        return result


_patience: contextvars.ContextVar[Patience | None] = contextvars.ContextVar("patience", default=None)


@contextmanager
def patience(seconds: float) -> Iterator[None]:
    """Each operation in the block, and in tasks that it begins, has `seconds`. Without it the client's own limits
    hold, as is right for workers and commands."""
    token = _patience.set(Patience(seconds))
    try:
        yield
    finally:
        _patience.reset(token)


def is_limited() -> bool:
    return _patience.get() is not None


def _run_on_executor(loop: asyncio.AbstractEventLoop, work: Callable[..., Any], *args: Any, **kwargs: Any) -> Any:
    """Through this all operations of Motor go into its threads."""
    call = partial(work, *args, **kwargs)
    if limit := _patience.get():
        call = partial(limit.run, time.monotonic(), call)
    return loop.run_in_executor(motor_framework._EXECUTOR, partial(contextvars.copy_context().run, call))


motor_framework.run_on_executor = _run_on_executor
