"""Work that computes for long, in a process beside this one.

A thread would hold the interpreter while it computes, and every answer of the event loop would wait for it.
"""

import asyncio
import os
from collections.abc import Callable
from functools import cache
from typing import TypeVar, TypeVarTuple

from anyio import to_process

Args = TypeVarTuple("Args")
Result = TypeVar("Result")

NICE = 10

_one_at_a_time = asyncio.Semaphore(1)
"""Thus there is one such process, and work waits for its turn without holding anything."""


async def run_apart(work: Callable[[*Args], Result], *args: *Args) -> Result:
    """What `work` gives, a function of a module; arguments, result and errors must be ones that can be pickled.

    The process is begun by the first call, kept for the next ones, and ends with this one, however that ends.
    """
    async with _one_at_a_time:
        return await to_process.run_sync(_behind, work, *args)


def _behind(work: Callable[[*Args], Result], *args: *Args) -> Result:
    _give_way()
    return work(*args)


@cache
def _give_way() -> None:
    """Whoever waits for an answer of the server goes first; Windows has no such thing."""
    if hasattr(os, "nice"):
        os.nice(NICE)
