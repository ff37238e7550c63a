"""What a request lets go of once its answer stands.

Objects that know each other in circles, such as what was read and who reads it, are else kept until Python's garbage
collector walks through them, and everybody waits meanwhile.
"""

from collections.abc import Callable, Iterator
from contextlib import contextmanager
from contextvars import ContextVar

_forgetting: ContextVar[list[Callable[[], None]]] = ContextVar("forgetting")


@contextmanager
def request() -> Iterator[None]:
    """One request, with all tasks that it begins; where it is given up, nothing is taken from those that go on."""
    token = _forgetting.set([])
    try:
        yield
        forgetting = _forgetting.get()
        while forgetting:
            forgetting.pop()()
    finally:
        _forgetting.reset(token)


def at_request_end(forget: Callable[[], None]) -> None:
    if (forgetting := _forgetting.get(None)) is not None:
        forgetting.append(forget)
