"""Shares of what there is only so much of: whoever holds one for long takes it from nobody else."""

import asyncio
from collections.abc import AsyncIterator, Mapping
from contextlib import asynccontextmanager
from functools import cached_property

from cms.kernel.counts import Counts, counts

LOOK_SECONDS = 0.05
"""Until one who waits looks whether another process has given something back."""


class Full(Exception):
    """Nothing became free in time; `kind` says whose share is taken."""

    def __init__(self, kind: str) -> None:
        super().__init__(kind)
        self.kind = kind


class Shares:
    """`most` of each kind of holder: {"person": 8, "all": 300} is 8 for each person and 300 for all together, in all
    processes of the server together, which know these shares by their `name`."""

    def __init__(self, name: str, most: Mapping[str, int], counted: Counts | None = None) -> None:
        self.most = dict(most)
        self._name = name
        self._counted = counted
        self._waiting: list[asyncio.Future[None]] = []

    @cached_property
    def _counts(self) -> Counts:
        """Known when something is held: some shares are made by an import."""
        return self._counted or counts()

    @asynccontextmanager
    async def held(self, holders: Mapping[str, str], amount: int = 1, seconds: float = 0.0) -> AsyncIterator[None]:
        """`holders`: {kind: which one}, of every kind that counts here; "all" is always one of them. Waits for so many
        seconds. Raises Full."""
        kinds = {self._key(kind, one): kind for kind, one in (*holders.items(), ("all", ""))}
        await self._take(kinds, amount, seconds)
        try:
            yield
        finally:
            self._give_back(kinds, amount)

    def count(self, kind: str, one: str = "") -> int:
        """How much this holder has."""
        return self._counts.count(self._key(kind, one))

    def _key(self, kind: str, one: str) -> str:
        return f"{self._name}/{kind}/{one}"

    async def _take(self, kinds: Mapping[str, str], amount: int, seconds: float) -> None:
        end = asyncio.get_running_loop().time() + seconds
        wanted = {key: self.most[kind] for key, kind in kinds.items()}
        while full := self._counts.take(wanted, amount):
            if asyncio.get_running_loop().time() >= end:
                raise Full(kinds[full])
            await self._wait(end)

    async def _wait(self, end: float) -> None:
        """Until something is given back, or may have been."""
        freed = asyncio.get_running_loop().create_future()
        self._waiting.append(freed)
        look_at = asyncio.get_running_loop().time() + LOOK_SECONDS
        try:
            async with asyncio.timeout_at(min(end, look_at) if self._counts.is_shared else end):
                await freed
        except TimeoutError:
            self._waiting = [other for other in self._waiting if other is not freed]

    def _give_back(self, kinds: Mapping[str, str], amount: int) -> None:
        self._counts.give_back(kinds, amount)
        waiting, self._waiting = self._waiting, []
        for freed in waiting:
            if not freed.done():
                freed.set_result(None)
