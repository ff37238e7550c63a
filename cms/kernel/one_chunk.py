"""Runs a function so that all frames above it lie in one chunk of the data stack (see `stack_chunks.py`)."""

from collections.abc import Callable
from functools import cache
from typing import TypeVar

from cms.kernel.stack_chunks import gives_chunks_back

Result = TypeVar("Result")

STACK_SIZE = 66_000
"""Words of 8 bytes: just above 512 KB, and chunks grow by doubling, so that this one has 1 MB. What is left of it has
room for 3,000 frames of 20 words: three times Python's own limit of recursion."""


def run_in_one_chunk(function: Callable[[], Result]) -> Result:
    """Maps 1 MB, of which the system gives what is used, and unmaps it at the end; nothing where it is not needed."""
    return _in_large_frame(function) if is_needed() else function()


@cache
def is_needed() -> bool:
    return gives_chunks_back()


def _in_large_frame(function: Callable[[], Result]) -> Result:
    return function()


_in_large_frame.__code__ = _in_large_frame.__code__.replace(co_stacksize=STACK_SIZE)
