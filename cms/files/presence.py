"""Whether objects are there, asked at most once every few seconds per object."""

import time
from collections import OrderedDict

from storage.object_store import ObjectStore

SECONDS = 5.0
LIMIT = 4096


class Presence:
    """Remembers only what was found: an object that was missing is asked for again."""

    def __init__(self, store: ObjectStore) -> None:
        self._store = store
        self._found: OrderedDict[str, tuple[int, float]] = OrderedDict()

    async def size(self, key: str) -> int:
        """In bytes. Raises ObjectMissing and Unavailable."""
        size, until = self._found.get(key, (0, 0.0))
        if time.monotonic() < until:
            return size
        self._found.pop(key, None)
        size = (await self._store.stat(key)).bytes
        self.remember(key, size)
        return size

    def remember(self, key: str, size: int) -> None:
        self._found[key] = (size, time.monotonic() + SECONDS)
        self._found.move_to_end(key)
        if len(self._found) > LIMIT:
            self._found.popitem(last=False)
