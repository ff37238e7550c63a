"""Texts that clients name by their hash: what this process has seen lately, and what sites have registered."""

import asyncio
import re
from dataclasses import dataclass, field

from schema.execution.lru import Lru
from schema.execution.persisted_queries import RecentTexts, size_of
from storage.errors import Unavailable
from storage.repositories.registered_queries import RegisteredQueries

SHA_256 = re.compile(r"[0-9a-f]{64}")


@dataclass(slots=True)
class LookUp:
    """Hashes that are asked of the database at once. `found`: None before, then {hash: text} of those there are."""

    hashes: set[str] = field(default_factory=set)
    found: dict[str, str] | None = None
    failure: Unavailable | None = None


class RegisteredTexts:
    """Implements `DocumentTexts`. A text stays known here after it is no longer registered: it is what its hash says,
    and whether a site answers it is asked at the site.

    What this process does not know is looked up by one read at a time, together with all that are asked meanwhile: so a
    flood of made-up hashes is a few reads for the database, and a registered one among them waits for two at the most.
    """

    def __init__(self, registered: RegisteredQueries, max_entries: int = 2_000, max_bytes: int = 8 * 1024**2) -> None:
        self._registered = registered
        self._recent = RecentTexts()
        self._looked_up: Lru[str] = Lru(max_entries, max_bytes)
        self._next = LookUp()
        self._turn = asyncio.Lock()

    async def find(self, document_hash: str) -> str | None:
        """Raises Unavailable."""
        text = await self._recent.find(document_hash) or self._looked_up.get(document_hash)
        if text is None and SHA_256.fullmatch(document_hash):
            text = await self._look_up(document_hash)
        return text

    async def keep(self, document_hash: str, text: str) -> None:
        await self._recent.keep(document_hash, text)

    async def _look_up(self, document_hash: str) -> str | None:
        look_up = self._next  # begins after now, so that it finds what was registered before
        look_up.hashes.add(document_hash)
        async with self._turn:
            if look_up.found is None and look_up.failure is None:
                await self._read(look_up)
        if look_up.failure:
            raise Unavailable(look_up.failure.engine) from look_up.failure  # each who waited its own: tracebacks add up
        text = (look_up.found or {}).get(document_hash)
        if text is not None:
            self._looked_up.put(document_hash, text, size_of(text))
        return text

    async def _read(self, look_up: LookUp) -> None:
        """Where who reads goes away, the next one of those who wait reads."""
        if self._next is look_up:
            self._next = LookUp()
        try:
            look_up.found = await self._registered.texts(look_up.hashes)
        except Unavailable as failure:
            look_up.failure = failure
