"""Work that is begun again while an engine lets it wait."""

import asyncio
from collections.abc import Awaitable, Callable
from typing import TypeVar

from cms.kernel.errors import Unavailable

T = TypeVar("T")
TRIES = 8
PAUSE_SECONDS = 2.0


async def retry_while_unavailable(
    work: Callable[[], Awaitable[T]], *, tries: int = TRIES, pause: float = PAUSE_SECONDS
) -> T:
    """What `work` gives, which may be done more than once. Raises Unavailable where it fails `tries` times."""
    for _try in range(tries - 1):
        try:
            return await work()
        except Unavailable:
            await asyncio.sleep(pause)
    return await work()
