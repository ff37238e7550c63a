"""What a transaction changed of the live world, told to everybody who keeps answers: by one document {tags, at} in the
collection `live_changes`, which is there if and only if the change is, and in the process that wrote at once.

Whatever writes to the live world says so by `note_live_change`; `Mongo.transact` does the rest.
"""

from collections.abc import Awaitable, Callable, Iterable
from datetime import UTC, datetime
from typing import Protocol
from weakref import WeakKeyDictionary

from pymongo.synchronous.client_session import ClientSession

from storage.session import Collection, Session

COLLECTION = "live_changes"
EVERYTHING = "*"
"""The tag of a change after which no answer may be kept."""
BEAT = "beat"
"""The id of the document that is written again and again: see `storage.change_stream`."""
MOST_TAGS = 5_000
"""Of one transaction. One that changes more, such as an import, changes everything."""

Listener = Callable[[frozenset[str]], None]
"""Called with the tags of a change, or with EVERYTHING among them; it must be quick and raise nothing."""

Recorder = Callable[[Session, frozenset[str]], Awaitable[None]]
"""Called with the tags of a change while its transaction is still open, to write down what else follows from it."""


class FollowsChanges(Protocol):
    lag_seconds: float

    def is_current(self) -> bool:
        """Whether all changes have been heard of, but for those of a moment ago."""
        ...


_noted: WeakKeyDictionary[ClientSession, set[str]] = WeakKeyDictionary()
"""By the session that Motor wraps: Motor's own is no key."""


def note_live_change(session: Session, tags: Iterable[str]) -> None:
    """The transaction of the session makes answers that have one of the tags other ones."""
    noted = _noted.setdefault(session.delegate, set())
    noted.update(tags)
    if len(noted) > MOST_TAGS:
        _noted[session.delegate] = {EVERYTHING}


class LiveChanges:
    """Those of one database, as far as this process makes them."""

    def __init__(self, collection: Collection) -> None:
        self._collection = collection
        self._listeners: list[Listener] = []
        self.recorder: Recorder | None = None

    def listen(self, listener: Listener) -> None:
        """It hears of a change before the action that made it returns."""
        self._listeners.append(listener)

    def leave(self, listener: Listener) -> None:
        self._listeners.remove(listener)

    def begin(self, session: Session) -> None:
        """A transaction begins, perhaps anew: nothing is changed yet."""
        _noted.pop(session.delegate, None)

    async def write(self, session: Session) -> frozenset[str]:
        """The tags of what the session's transaction has changed, once they are part of it."""
        tags = frozenset(_noted.pop(session.delegate, ()))
        if tags:
            await self._collection.insert_one(_document(tags), session=session)
            if self.recorder:
                await self.recorder(session, tags)
        return tags

    def tell(self, tags: frozenset[str]) -> None:
        """Those that keep answers here: the change is there, or may be."""
        if tags:
            for listener in self._listeners:
                listener(tags)

    async def everything_changed(self) -> None:
        """For what rewrites documents without saying which: call it when that is done."""
        tags = frozenset((EVERYTHING,))
        await self._collection.insert_one(_document(tags))
        self.tell(tags)

    async def beat(self, seconds: float) -> None:
        """Writes the time of the database, unless somebody has in the last `seconds`."""
        is_fresh = {"$lt": [{"$ifNull": [{"$toLong": {"$subtract": ["$$NOW", "$at"]}}, 1e9]}, seconds * 1000]}
        present = {"at": {"$cond": [is_fresh, "$at", "$$NOW"]}}
        await self._collection.update_one({"_id": BEAT}, [{"$set": present}], upsert=True)


def _document(tags: frozenset[str]) -> dict[str, object]:
    return {"tags": sorted(tags), "at": datetime.now(UTC)}
