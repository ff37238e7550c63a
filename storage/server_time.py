"""When, by the steady clock of this machine, something happened that MongoDB has given a time."""

from collections import deque
from collections.abc import Callable
from datetime import datetime, timedelta

from storage.mongo import Mongo

OLD_SECONDS = 5.0
LOOKS = 12


class ServerTime:
    """Never later than it was: it counts with the time at which MongoDB was asked, not at which it answered. Of the
    last looks the quickest tells the most."""

    def __init__(self, mongo: Mongo, steady: Callable[[], float]) -> None:
        self._mongo = mongo
        self._steady = steady
        self._looks: deque[tuple[float, datetime]] = deque(maxlen=LOOKS)

    async def look(self) -> None:
        """Raises Unavailable."""
        asked = self._steady()
        self._looks.append((asked, await self._mongo.time()))

    async def look_if_old(self) -> None:
        if not self._looks or self._steady() - self._looks[-1][0] > OLD_SECONDS:
            await self.look()

    def forget(self) -> None:
        self._looks.clear()

    def steady_at(self, moment: datetime) -> float | None:
        """None where MongoDB was not asked yet."""
        return max((asked + (moment - told) / timedelta(seconds=1) for asked, told in self._looks), default=None)
