"""Steps of applicants, one after the other."""

from collections.abc import Awaitable, Callable
from functools import wraps
from typing import Concatenate, ParamSpec, TypeVar

from cms.kernel.desk import Desk

P = ParamSpec("P")
R = TypeVar("R")


def in_turn(step: Callable[Concatenate[Desk, P], Awaitable[R]]) -> Callable[Concatenate[Desk, P], Awaitable[R]]:
    """The step waits until those that came before it in this process are through. At a cut-off everybody comes at
    once: what applicants wait for in a queue of their own, visitors of the sites do not wait for."""

    @wraps(step)
    async def waiting(desk: Desk, *args: P.args, **kwargs: P.kwargs) -> R:
        async with desk.applicants:
            return await step(desk, *args, **kwargs)

    return waiting
