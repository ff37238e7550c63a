"""Renditions that are made when first asked for and kept in the object store."""

import asyncio

from cms.files.presence import Presence
from cms.files.renditions import MIME, render, rendition_key
from cms.files.store_bytes import original_key
from cms.kernel.errors import TooManyRequests
from storage.errors import ObjectMissing
from storage.object_store import ObjectStore

MAX_CONCURRENT = 2
WAITING = 64
RETRY_SECONDS = 2.0


class KeptRenditions:
    """Several requests for one rendition make it once; at most MAX_CONCURRENT are made at the same time."""

    def __init__(self, store: ObjectStore, presence: Presence) -> None:
        self._store = store
        self._presence = presence
        self._making: dict[str, asyncio.Task[int]] = {}
        self._turn = asyncio.Semaphore(MAX_CONCURRENT)

    async def size(self, sha256: str, width: int) -> int:
        """In bytes; afterwards the rendition lies under its `rendition_key`. `width` is a step of the ladder.

        Raises Invalid (the original is no image), ObjectMissing (there is no original), Unavailable, TooManyRequests.
        """
        key = rendition_key(sha256, width)
        try:
            return await self._presence.size(key)
        except ObjectMissing:
            return await asyncio.shield(self._task(key, sha256, width))

    def _task(self, key: str, sha256: str, width: int) -> asyncio.Task[int]:
        """Of its own, so that a reader who leaves does not take the work of the others with him."""
        if key in self._making:
            return self._making[key]
        if len(self._making) >= WAITING:
            raise TooManyRequests("Many images are being prepared: try again in a moment.", RETRY_SECONDS)
        task = asyncio.create_task(self._make(key, sha256, width), name=key)
        self._making[key] = task
        task.add_done_callback(lambda done: self._forget(key, done))
        return task

    def _forget(self, key: str, done: asyncio.Task[int]) -> None:
        del self._making[key]
        if not done.cancelled():
            done.exception()  # those who still wait get it; nobody else needs to hear of it

    async def _make(self, key: str, sha256: str, width: int) -> int:
        async with self._turn:
            async with await self._store.open(original_key(sha256)) as stream:
                original = b"".join([chunk async for chunk in stream])
            rendition = await asyncio.to_thread(render, original, width)
            await self._store.put(key, rendition, MIME)
        self._presence.remember(key, len(rendition))
        return len(rendition)
