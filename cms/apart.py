"""Work that computes for long, in a process beside this one.

A thread would hold the interpreter while it computes, and every answer of the event loop would wait for it.
"""

import asyncio
from collections.abc import Callable
from typing import TypeVar, TypeVarTuple

from anyio import to_process

Args = TypeVarTuple("Args")
Result = TypeVar("Result")

_one_at_a_time = asyncio.Semaphore(1)
"""Thus there is one such process, and work waits for its turn without holding anything."""


async def run_apart(work: Callable[[*Args], Result], *args: *Args) -> Result:
    """What `work` gives, a function of a module; arguments, result and errors must be ones that can be pickled.

    The process is begun by the first call, kept for the next ones, and ends with this one, however that ends.
    """
    async with _one_at_a_time:
        return await to_process.run_sync(work, *args)
