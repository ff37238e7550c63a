"""How slow a sender may be."""

import asyncio
import math
import time
from collections.abc import Awaitable, Callable

from starlette.types import Message

LOWEST_SPEED = 1024
"""Bytes a second: a hundredth of what a bad mobile connection brings."""
WINDOW_SECONDS = 20.0
"""Over which the speed is looked at, so that a connection may break off for a moment."""


class TooSlow(Exception):
    """So little came that others should have the place."""


class LowestSpeed:
    """Of one sender. Only the time counts that is spent waiting for it, never what we need ourselves. `deadline`:
    seconds of waiting for all that is sent."""

    def __init__(self, deadline: float = math.inf) -> None:
        self._left = deadline
        self._begin_window()

    async def next_of(self, receive: Callable[[], Awaitable[Message]]) -> Message:
        """The next part of a body. Raises TooSlow."""
        while True:
            patience = max(0.0, min(self._window, self._left))
            started = time.monotonic()
            try:
                async with asyncio.timeout(patience):
                    message = await receive()
            except TimeoutError:
                self.waited(patience, 0)
            else:
                self.waited(time.monotonic() - started, len(message.get("body", b"")))
                return message

    def waited(self, seconds: float, byte_size: int) -> None:
        """What came after so many seconds. Raises TooSlow."""
        self._left -= seconds
        self._window -= seconds
        self._missing -= byte_size
        if self._left <= 0 or (self._window <= 0 < self._missing):
            raise TooSlow
        if self._window <= 0:
            self._begin_window()

    def _begin_window(self) -> None:
        self._window, self._missing = WINDOW_SECONDS, WINDOW_SECONDS * LOWEST_SPEED
