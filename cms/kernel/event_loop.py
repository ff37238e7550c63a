"""The event loop of all commands: server, worker and what else runs to its end.

Where Python gives chunks of its data stack back at once (`stack_chunks.py`), the same query costs several times as
much, depending on how deep the stack is. There the loop runs inside one chunk that is large enough for all frames.
"""

import asyncio
import sys
from functools import cache
from typing import Any

from cms.kernel.one_chunk import is_needed, run_in_one_chunk


def new_event_loop() -> asyncio.AbstractEventLoop:
    loop = _usual_class()
    return in_one_chunk(loop)() if is_needed() else loop()


def _usual_class() -> Any:
    if sys.platform == "win32":
        return asyncio.ProactorEventLoop
    import uvloop

    return uvloop.Loop


@cache
def in_one_chunk(loop: Any) -> Any:
    """A class derived from that of a loop. Whatever runs a loop, `run_until_complete` too, calls `run_forever`."""

    class LoopInOneChunk(loop):
        def run_forever(self) -> None:
            run_in_one_chunk(super().run_forever)

    return LoopInOneChunk
