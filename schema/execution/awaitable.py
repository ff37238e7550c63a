"""What has to be awaited: asked of each value of an answer, several times."""

from collections.abc import Awaitable, Callable
from typing import Any, TypeGuard, cast

import orjson
from strawberry.execution import optimized_is_awaitable

from schema.execution.compiled.readable import shows_entry

_asked_of_the_value = cast("Callable[[Any], bool]", optimized_is_awaitable)


def is_awaitable(value: Any) -> TypeGuard[Awaitable[Any]]:
    """As Strawberry finds it out; pieces of JSON and views are none, and a view would look into its entry to say so."""
    kind = type(value)
    return kind is not orjson.Fragment and not shows_entry(kind) and _asked_of_the_value(value)
