"""Work that computes for long, in a process beside this one.

A thread would hold the interpreter while it computes, and every answer of the event loop would wait for it.
"""

import asyncio
import os
import signal
import threading
from collections.abc import Callable
from concurrent.futures import ProcessPoolExecutor
from concurrent.futures.process import BrokenProcessPool
from functools import cache
from multiprocessing import get_context, parent_process
from typing import TypeVar, TypeVarTuple

Args = TypeVarTuple("Args")
Result = TypeVar("Result")

NICE = 10
"""Whoever waits for an answer of the server goes first."""


async def run_in_process(work: Callable[[*Args], Result], *args: *Args) -> Result:
    """What `work` gives, a function of a module; arguments, result and errors must be ones that can be pickled. One
    at a time: there is one such process. It is begun by the first call and ends with this one, however that ends.

    Raises what the work raises; and BrokenProcessPool where the process died with it twice.
    """
    pool = _pool()
    try:
        return await _run(pool, work, *args)
    except BrokenProcessPool:
        if _pool() is pool:  # another one may have begun the next already
            _pool.cache_clear()
        return await _run(_pool(), work, *args)


async def _run(pool: ProcessPoolExecutor, work: Callable[[*Args], Result], *args: *Args) -> Result:
    return await asyncio.get_running_loop().run_in_executor(pool, work, *args)


@cache
def _pool() -> ProcessPoolExecutor:
    # not by a fork: threads and connections of a server do not survive one
    return ProcessPoolExecutor(1, get_context("spawn"), _stand_behind)


def _stand_behind() -> None:
    """In the new process. Ctrl-C reaches it too, and is for the server to answer."""
    signal.signal(signal.SIGINT, signal.SIG_IGN)
    threading.Thread(target=_end_with_the_server, daemon=True).start()
    if hasattr(os, "nice"):  # Windows has no such thing
        os.nice(NICE)


def _end_with_the_server() -> None:
    server = parent_process()
    assert server is not None
    server.join()
    os._exit(1)
