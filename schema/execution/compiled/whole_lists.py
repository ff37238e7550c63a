"""Lists of views of one plan: completed some at a time, instead of item by item."""

from typing import Any

import orjson

from cms.kernel.turns import turn_is_over
from schema.execution.answer_size import AnswerSize
from schema.execution.compiled.call import Call
from schema.execution.compiled.plans import Function
from schema.execution.compiled.readable import Readable, readable_of

AT_A_TIME = 8
"""Items until one looks whether the turn is over: a page of a list takes three looks instead of twenty."""


def readable_of_all(items: Any) -> Readable | None:
    """The plan that all of them are views of; None where there is no such plan, or not more than one item."""
    if type(items) is not list or len(items) < 2 or (readable := readable_of(items[0])) is None:
        return None
    cls = readable.cls
    return readable if all(type(one) is cls and one._plan is readable for one in items) else None


class WholeList:
    """JSON of one list while it is made. `weight`: as of a `Plan`."""

    def __init__(self, function: Function, weight: int, views: list[Any]) -> None:
        self._function = function
        self._weight = weight
        self._views = views
        self._done = 0
        self._parts: list[bytes] = []

    def go_on(self, call: Call, size: AnswerSize) -> bool:
        """Works until the turn is over or all is done; whether something is left to do.

        Raises what the function raises, and AnswerTooLarge.
        """
        while self._done < len(self._views):
            some = self._views[self._done : self._done + AT_A_TIME]
            call.begun()
            part = orjson.dumps([self._function(view._entry, call) for view in some])
            size.add_compiled(len(part) * self._weight)
            self._parts.append(part[1:-1])
            self._done += len(some)
            if turn_is_over():
                break
        return self._done < len(self._views)

    def json(self) -> orjson.Fragment:
        return orjson.Fragment(b"[" + b",".join(self._parts) + b"]")
