"""How a transfer says how far it is."""

from collections.abc import Awaitable, Callable

Tell = Callable[[str, int, int], Awaitable[None]]
"""(what is being done, how many of it are done, of how many)"""


async def silent(stage: str, done: int, total: int) -> None:
    """For those who do not look."""
