"""Whether a request may be executed now, beside all others."""

from collections.abc import AsyncIterator
from contextlib import AbstractAsyncContextManager, asynccontextmanager
from typing import Protocol


class Admission(Protocol):
    def begin(self) -> None:
        """Before anything is computed for it. Raises TooManyRequests."""
        ...

    def execution(self, cost: int) -> AbstractAsyncContextManager[None]:
        """Around its execution. `cost`: the fields that its answer could have. Raises TooManyRequests, Busy."""
        ...


class Open:
    """Everything may."""

    def begin(self) -> None:
        pass

    @asynccontextmanager
    async def execution(self, cost: int) -> AsyncIterator[None]:
        yield
