"""Steps of applicants, one after the other."""

from collections.abc import Awaitable, Callable
from functools import wraps
from typing import Concatenate, ParamSpec, TypeVar

from cms.kernel.services import Services

P = ParamSpec("P")
R = TypeVar("R")


def in_turn(step: Callable[Concatenate[Services, P], Awaitable[R]]) -> Callable[Concatenate[Services, P], Awaitable[R]]:
    """The step waits until those that came before it in this process are through. At a cut-off everybody comes at
    once: what applicants wait for in a queue of their own, visitors of the sites do not wait for."""

    @wraps(step)
    async def waiting(services: Services, *args: P.args, **kwargs: P.kwargs) -> R:
        async with services.applicants:
            return await step(services, *args, **kwargs)

    return waiting
