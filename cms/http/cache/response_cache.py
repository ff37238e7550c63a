"""Answers of the delivery API, kept for everybody until what they were made of changes."""

from collections.abc import Awaitable, Callable
from dataclasses import dataclass
from datetime import datetime
from typing import TypeVar

from cms.http.cache.entries import Entries, Entry
from cms.http.cache.flights import Flights, waited_for
from cms.http.cache.keys import CanonicalKey, RawKey
from cms.http.cache.stored_answer import StoredAnswer
from storage.live_changes import FollowsChanges

T = TypeVar("T")


@dataclass(slots=True)
class CacheFigures:
    """Since the process began. `hits`: requests answered with what was kept; `waits`: with what another one made
    meanwhile; `misses`: that made it; `bypasses`: that the cache stepped aside for, as it may have missed changes;
    `outdated`: answers that something changed under while they were made; `dropped`: that a change has taken away."""

    hits: int = 0
    waits: int = 0
    misses: int = 0
    bypasses: int = 0
    outdated: int = 0
    dropped: int = 0


class ResponseCache:
    """All of it runs on one event loop. Give `changed` to who tells of changes."""

    def __init__(self, max_bytes: int, changes: FollowsChanges, clock: Callable[[], datetime]) -> None:
        self.entries = Entries(max_bytes)
        self.figures = CacheFigures()
        self._flights = Flights()
        self._changes = changes
        self._clock = clock

    def changed(self, tags: frozenset[str]) -> None:
        """Nothing with one of these tags is answered any more that was read before this call."""
        self._flights.changed(tags)
        self.figures.dropped += self.entries.drop_tagged(tags)

    def find(self, raw: RawKey) -> Entry | None:
        """What was answered to the same request, if it still holds."""
        entry = self.entries.by_raw(raw)
        return entry if entry is not None and self._holds(entry) else None

    def hit(self, entry: Entry) -> None:
        self.figures.hits += 1
        self.entries.use(entry)

    async def answer(
        self, key: CanonicalKey, raw: RawKey | None, make: Callable[[], Awaitable[StoredAnswer | T]]
    ) -> StoredAnswer | T:
        """What is kept, what another request brings meanwhile, or what `make` makes: kept where it is a StoredAnswer
        with a freshness and nothing that it depends on has changed since it was begun. Raises what `make` raises."""
        if not self._changes.is_current():
            self.figures.bypasses += 1
            return await make()
        if (entry := self.entries.by_key(key)) and self._holds(entry):
            self.hit(entry)
            self._alias(entry, raw)
            return entry.answer
        if flight := self._flights.under_way(key):
            if answer := await waited_for(flight):
                self.figures.waits += 1
                return answer
            if self._flights.under_way(key):  # others who waited go on at once too: what cannot be kept is no queue
                return await make()
        return await self._fill(key, raw, make)

    async def _fill(
        self, key: CanonicalKey, raw: RawKey | None, make: Callable[[], Awaitable[StoredAnswer | T]]
    ) -> StoredAnswer | T:
        self.figures.misses += 1
        with self._flights.begin(key) as flight:
            answer = await make()
            freshness = answer.freshness if isinstance(answer, StoredAnswer) else None
            if isinstance(answer, StoredAnswer) and freshness:
                if flight.is_outdated(freshness.tags):
                    self.figures.outdated += 1
                else:
                    self._alias(self.entries.put(key, answer, freshness), raw)
                    flight.landed.set_result(answer)
        return answer

    def _alias(self, entry: Entry, raw: RawKey | None) -> None:
        if raw is not None:
            self.entries.alias(entry, raw)

    def _holds(self, entry: Entry) -> bool:
        if not self._changes.is_current():
            return False
        until = entry.freshness.until
        if until is None or self._clock() < until:
            return True
        self.entries.drop(entry)
        return False
