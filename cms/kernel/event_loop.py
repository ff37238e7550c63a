"""The event loop of the server.

CPython 3.11 to 3.13.0 map and unmap memory at every call that crosses a chunk of its data stack (gh-142183): the same
query then costs several times as much, depending on how deep the stack happens to be. Running the loop inside one frame
with a very large stack size keeps all of it within one chunk.
"""

import asyncio
import sys
from collections.abc import Callable
from typing import Any

STACK_SIZE = 66_000
HAS_FAULT = (3, 11) <= sys.version_info < (3, 13, 1) and sys.implementation.name == "cpython"


def new_event_loop() -> asyncio.AbstractEventLoop:
    if sys.platform == "win32":
        return asyncio.new_event_loop()
    return _in_one_frame() if HAS_FAULT else _uvloop().Loop()


def _uvloop() -> Any:
    import uvloop

    return uvloop


def _run(function: Callable[[], None]) -> None:
    function()


if HAS_FAULT:
    _run.__code__ = _run.__code__.replace(co_stacksize=STACK_SIZE)


def _in_one_frame() -> asyncio.AbstractEventLoop:
    class LargeFrameLoop(_uvloop().Loop):
        def run_forever(self) -> None:
            _run(super().run_forever)

    return LargeFrameLoop()
