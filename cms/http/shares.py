"""Shares of what there is only so much of: whoever holds one for long takes it from nobody else."""

import asyncio
from collections import Counter
from collections.abc import AsyncIterator, Mapping
from contextlib import asynccontextmanager


class Full(Exception):
    """Nothing became free in time; `kind` says whose share is taken."""

    def __init__(self, kind: str) -> None:
        super().__init__(kind)
        self.kind = kind


class Shares:
    """`most` of each kind of holder: {"person": 8, "all": 300} is 8 for each person and 300 for all together. They are
    counted in this process alone, as what they are shares of is this process's."""

    def __init__(self, most: Mapping[str, int]) -> None:
        self.most = dict(most)
        self._taken = Counter[tuple[str, str]]()
        self._waiting: list[asyncio.Future[None]] = []

    @asynccontextmanager
    async def held(self, holders: Mapping[str, str], amount: int = 1, seconds: float = 0.0) -> AsyncIterator[None]:
        """`holders`: {kind: which one}, of every kind that counts here; "all" is always one of them. Waits for so many
        seconds. Raises Full."""
        names = [*holders.items(), ("all", "")]
        await self._fits(names, amount, seconds)
        self._taken.update(dict.fromkeys(names, amount))
        try:
            yield
        finally:
            self._give_back(names, amount)

    async def _fits(self, names: list[tuple[str, str]], amount: int, seconds: float) -> None:
        end = asyncio.get_running_loop().time() + seconds
        while kind := self._full(names, amount):
            freed = asyncio.get_running_loop().create_future()
            self._waiting.append(freed)
            try:
                async with asyncio.timeout_at(end):
                    await freed
            except TimeoutError:
                raise Full(kind) from None

    def _full(self, names: list[tuple[str, str]], amount: int) -> str | None:
        """The kind of which there is nothing left for one of these."""
        return next((one[0] for one in names if self._taken[one] + amount > self.most[one[0]]), None)

    def _give_back(self, names: list[tuple[str, str]], amount: int) -> None:
        self._taken.subtract(dict.fromkeys(names, amount))
        for one in names:
            if not self._taken[one]:
                del self._taken[one]
        waiting, self._waiting = self._waiting, []
        for freed in waiting:
            if not freed.done():
                freed.set_result(None)
