"""Whatever runs in the event loop or reads documents maps no memory at each call, however deep the stack is."""

import asyncio
import sys
from collections.abc import Callable, Iterator
from resource import RUSAGE_SELF, getrusage
from typing import Any

import pytest
import strawberry
import uvloop

from cms.kernel.event_loop import in_one_chunk, new_event_loop
from cms.kernel.one_chunk import STACK_SIZE, is_needed, run_in_one_chunk
from schema.execution.documents import Documents
from schema.limits import Limits

CALLS = 50
DEPTHS = 300
needed = pytest.mark.skipif(not is_needed(), reason="this Python keeps an empty chunk of its stack")


def page_faults_at(depth: int) -> int:
    """By 50 calls of three nested functions, `depth` frames deeper than the caller."""
    if depth:
        return page_faults_at(depth - 1)
    before = getrusage(RUSAGE_SELF).ru_minflt
    for _ in range(CALLS):
        first(1, 2, 3)
    return getrusage(RUSAGE_SELF).ru_minflt - before


def first(a: int, b: int, c: int) -> int:
    return second(a, b, c) + 1


def second(a: int, b: int, c: int) -> int:
    return third(a, b, c) + 1


def third(a: int, b: int, c: int) -> int:
    return a + b + c


def most_page_faults() -> int:
    return max(map(page_faults_at, range(DEPTHS)))


def most_in(loop: Callable[[], asyncio.AbstractEventLoop]) -> int:
    async def main() -> int:
        return most_page_faults()

    with asyncio.Runner(loop_factory=loop) as runner:
        return runner.run(main())


def test_no_depth_in_the_event_loop_costs_a_page_fault_for_each_call() -> None:
    assert most_in(new_event_loop) < CALLS


@needed
@pytest.mark.parametrize("loop", [asyncio.SelectorEventLoop, uvloop.Loop])
def test_other_loops_have_such_a_depth_and_none_once_they_run_in_one_chunk(loop: Any) -> None:
    assert most_in(loop) >= CALLS
    assert most_in(in_one_chunk(loop)) < CALLS


@needed
def test_no_depth_in_one_chunk_costs_a_page_fault_for_each_call() -> None:
    assert most_page_faults() >= CALLS
    assert run_in_one_chunk(most_page_faults) < CALLS


def test_what_the_function_gives_and_raises_comes_out() -> None:
    assert run_in_one_chunk(lambda: 7) == 7
    with pytest.raises(ZeroDivisionError):
        run_in_one_chunk(lambda: 1 / 0)


@needed
async def test_new_documents_are_read_in_one_chunk() -> None:
    documents = DocumentsThatLook(HELLO._schema, Limits())

    await documents.ready("{ hello }")

    assert documents.largest_frame == STACK_SIZE


class DocumentsThatLook(Documents):
    largest_frame = 0

    def _worked_out(self, text: str) -> Any:
        self.largest_frame = max(frame.f_code.co_stacksize for frame in frames_below())
        return super()._worked_out(text)


def frames_below() -> Iterator[Any]:
    frame = sys._getframe()
    while frame:
        yield frame
        frame = frame.f_back


@strawberry.type
class Query:
    hello: str = "hello"


HELLO = strawberry.Schema(Query)
