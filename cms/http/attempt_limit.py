"""How often somebody may try."""

import time
from collections import OrderedDict
from collections.abc import Callable

from cms.errors import TooManyRequests

MAX_KEYS = 10_000


class AttemptLimit:
    """At most `limit` attempts per key within `seconds` from the first one; remembers the MAX_KEYS latest keys."""

    def __init__(self, limit: int, seconds: float, clock: Callable[[], float] = time.monotonic) -> None:
        self._limit = limit
        self._seconds = seconds
        self._clock = clock
        self._attempts: OrderedDict[str, tuple[int, float]] = OrderedDict()

    def attempt(self, key: str) -> None:
        """Counts one more. Raises TooManyRequests, with the seconds until the next one is allowed."""
        now = self._clock()
        count, until = self._attempts.get(key, (0, 0.0))
        if now >= until:
            count, until = 0, now + self._seconds
        if count >= self._limit:
            raise TooManyRequests("Too many attempts: wait a while, then try again.", until - now)
        self._attempts[key] = (count + 1, until)
        self._attempts.move_to_end(key)
        if len(self._attempts) > MAX_KEYS:
            self._attempts.popitem(last=False)

    def forget(self, key: str) -> None:
        self._attempts.pop(key, None)
