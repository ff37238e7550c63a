"""Runs what a command does, in an event loop that a signal ends in order; and what such a command may fail with."""

import asyncio
import signal
from collections.abc import Awaitable, Callable
from typing import TypeVar

from cms.content.declaration_error import DeclarationError
from cms.http.server import PortTaken
from cms.kernel.errors import CmsError
from cms.kernel.processes.supervisor import Hopeless
from cms.kernel.settings import SettingsError
from storage.embedded import EmbeddedError
from storage.errors import StorageError

Result = TypeVar("Result")

MENDABLE = (SettingsError, DeclarationError, EmbeddedError, StorageError, CmsError, PortTaken, Hopeless)
"""One line that tells a person what to do."""


def run_async(work: Callable[[], Awaitable[Result]]) -> Result:
    """SIGTERM cancels it, SIGINT is KeyboardInterrupt."""
    from cms.kernel.event_loop import new_event_loop

    async def main() -> Result:
        task = asyncio.current_task()
        assert task
        asyncio.get_running_loop().add_signal_handler(signal.SIGTERM, task.cancel)
        return await work()

    with asyncio.Runner(loop_factory=new_event_loop) as runner:
        return runner.run(main())
