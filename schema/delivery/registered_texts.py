"""Texts that clients name by their hash: what this process has seen lately, and what sites have registered."""

import asyncio
import re

from schema.execution.lru import Lru
from schema.execution.persisted_queries import RecentTexts, size_of
from storage.repositories.registered_queries import RegisteredQueries

SHA_256 = re.compile(r"[0-9a-f]{64}")
LOOKED_UP_AT_ONCE = 4
"""Hashes that this process does not know; a flood of made-up ones waits for itself, not for the database."""


class RegisteredTexts:
    """Implements `DocumentTexts`. A text stays known here after it is no longer registered: it is what its hash says,
    and whether a site answers it is asked at the site."""

    def __init__(self, registered: RegisteredQueries, max_entries: int = 2_000, max_bytes: int = 8 * 1024**2) -> None:
        self._registered = registered
        self._recent = RecentTexts()
        self._looked_up: Lru[str] = Lru(max_entries, max_bytes)
        self._gate = asyncio.Semaphore(LOOKED_UP_AT_ONCE)

    async def find(self, document_hash: str) -> str | None:
        """Raises Unavailable."""
        text = await self._recent.find(document_hash) or self._looked_up.get(document_hash)
        return text or await self._look_up(document_hash)

    async def keep(self, document_hash: str, text: str) -> None:
        await self._recent.keep(document_hash, text)

    async def _look_up(self, document_hash: str) -> str | None:
        if not SHA_256.fullmatch(document_hash):
            return None
        async with self._gate:
            text = await self._registered.text(document_hash)
        if text is not None:
            self._looked_up.put(document_hash, text, size_of(text))
        return text
