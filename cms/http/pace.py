"""How long somebody may take who should send or take bytes."""

import asyncio
from collections.abc import Callable


class Pace:
    """A time that runs from `start` to `stop`. Bytes that come buy more of it, by `bytes_per_second`, but never more
    than `grace` seconds from then on: whoever was quick at first may not be silent for long afterwards."""

    def __init__(self, grace: float, too_slow: Callable[[], None], bytes_per_second: float = float("inf")) -> None:
        self._grace = grace
        self._too_slow = too_slow
        self._bytes_per_second = bytes_per_second
        self._loop = asyncio.get_running_loop()
        self._timer: asyncio.TimerHandle | None = None
        self._end = 0.0

    def start(self) -> None:
        """Goes on where it runs already."""
        if self._timer is None:
            self._end = self._loop.time() + self._grace
            self._timer = self._loop.call_at(self._end, self._ring)

    def credit(self, count: int) -> None:
        self._end = min(self._end + count / self._bytes_per_second, self._loop.time() + self._grace)

    def stop(self) -> None:
        if self._timer is not None:
            self._timer.cancel()
            self._timer = None

    def _ring(self) -> None:
        self._timer = None
        if self._loop.time() < self._end:
            self._timer = self._loop.call_at(self._end, self._ring)
        else:
            self._too_slow()
