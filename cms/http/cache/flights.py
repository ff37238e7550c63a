"""Answers that are being made: one at a time for each key, and what changes meanwhile."""

import asyncio
from collections.abc import Iterable, Iterator
from contextlib import contextmanager

from cms.http.cache.keys import CanonicalKey
from cms.http.cache.stored_answer import StoredAnswer
from storage.live_changes import EVERYTHING

WAITED_SECONDS = 5.0
"""For what another request is making; then one makes it for oneself."""


class Flight:
    """One answer that is being made. `changed`: the tags of all changes since it was begun, any of which it may have
    read too early."""

    __slots__ = ("changed", "landed")

    def __init__(self) -> None:
        self.changed: set[str] = set()
        self.landed: asyncio.Future[StoredAnswer | None] = asyncio.get_running_loop().create_future()

    def is_outdated(self, tags: Iterable[str]) -> bool:
        """Of an answer that depends on these."""
        return EVERYTHING in self.changed or not self.changed.isdisjoint(tags)


class Flights:
    def __init__(self) -> None:
        self._by_key: dict[CanonicalKey, Flight] = {}

    def changed(self, tags: Iterable[str]) -> None:
        for flight in self._by_key.values():
            flight.changed.update(tags)

    @contextmanager
    def begin(self, key: CanonicalKey) -> Iterator[Flight]:
        """Whoever makes the answer now. Those that wait are let go on at the end of the block at the latest."""
        flight = self._by_key[key] = Flight()
        try:
            yield flight
        finally:
            del self._by_key[key]
            if not flight.landed.done():
                flight.landed.set_result(None)

    def under_way(self, key: CanonicalKey) -> Flight | None:
        return self._by_key.get(key)


async def waited_for(flight: Flight, seconds: float = WAITED_SECONDS) -> StoredAnswer | None:
    """What it brought for everybody; None where that is nothing, or takes too long."""
    done, _pending = await asyncio.wait([flight.landed], timeout=seconds)
    return flight.landed.result() if done else None
