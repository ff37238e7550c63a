"""What an answer shows in many places is completed once, and costs what it has in each."""

from typing import Any

import pytest

from schema.execution.compiled.bail import Bail
from schema.execution.compiled.call import MOST_ITEMS, Call
from schema.execution.compiled.once import once


@pytest.fixture
def call() -> Call:
    no_variables: Any = None
    return Call(no_variables, hide_suggestions=False).begun()


def test_an_entry_is_completed_once_by_each_function(call: Call) -> None:
    done: list[str] = []
    first, second = (
        once(lambda entry, _call: done.append(f"first {entry}")),
        once(lambda entry, _call: done.append("second")),
    )
    for complete in (first, first, second, second):
        complete("person", call)
    first("other", call)
    assert done == ["first person", "second", "first other"]


def test_the_result_is_the_same_wherever_it_stands(call: Call) -> None:
    complete = once(lambda entry, _call: {"name": entry})
    assert complete("person", call) is complete("person", call)


def test_its_lists_count_in_each_place(call: Call) -> None:
    complete = once(lambda entry, call: call.items([entry] * 400))
    for _place in range(MOST_ITEMS // 400):
        complete("person", call)
    with pytest.raises(Bail):
        complete("person", call)
