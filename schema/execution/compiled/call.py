"""What compiled functions ask while they run: arguments of this request, and whether the work is short enough."""

import time
from dataclasses import dataclass
from typing import Any

from graphql import FieldNode, GraphQLField
from graphql.execution.values import VariableValues, get_argument_values
from strawberry.schema.config import StrawberryConfig
from strawberry.types.arguments import StrawberryArgument, convert_arguments

from schema.execution.compiled.bail import Bail

MOST_ITEMS = 2_000
"""Of all lists in what one compiled function completes: it takes no turns."""
LONGEST_LIST = 500
LOOK_EVERY = 100
"""Items: then it looks at the time."""
LONGEST_SECONDS = 0.01
"""Two turns, of the thread's own time: a machine with too much to do needs compiled functions most."""


@dataclass(frozen=True, slots=True, eq=False)
class Given:
    """The arguments of one field at one place of a document. `registry`: Strawberry's of scalars."""

    field: GraphQLField
    node: FieldNode
    arguments: list[StrawberryArgument]
    config: StrawberryConfig
    registry: Any
    has_lists: bool


class Call:
    """Of one request; it must know nothing that knows it, or all waits for Python's garbage collector. completed:
    {(function, entry): (what it gave, items of its lists)} of what is shown in several places (`once`). left: so many
    items the function that runs may still complete."""

    __slots__ = ("_coerced", "_end", "_hide_suggestions", "_kept", "_look_at", "_variables", "completed", "left")

    def __init__(self, variables: VariableValues, *, hide_suggestions: bool) -> None:
        self._variables = variables
        self._hide_suggestions = hide_suggestions
        self._coerced: dict[Given, dict[str, Any]] = {}
        self._kept: dict[Given, dict[str, Any]] = {}
        self.left = self._look_at = 0
        self._end = 0.0
        self.completed: dict[tuple[Any, Any], tuple[Any, int]] = {}

    def begun(self) -> "Call":
        """Before each function that graphql-core calls."""
        self.left = MOST_ITEMS
        self._look_at = MOST_ITEMS - LOOK_EVERY
        self._end = 0.0
        return self

    def items(self, value: Any) -> Any:
        """The list itself. Raises Bail where it is none, and where graphql-core has to take turns."""
        if type(value) is not list and type(value) is not tuple:
            raise Bail
        count = len(value)
        if count > LONGEST_LIST:
            raise Bail
        self.spend(count)
        return value

    def spend(self, items: int) -> None:
        """Raises Bail where these are too many for one turn."""
        self.left -= items
        if self.left < self._look_at and self._is_too_much():
            raise Bail

    def arguments(self, given: Given) -> dict[str, Any]:
        """As graphql-core and Strawberry coerce them, once per request; lists are copied, as Strawberry does it.

        Raises what they raise: graphql-core meets that as well.
        """
        known = self._kept.get(given)
        if known is not None:
            return known
        coerced = self._coerced.get(given)
        if coerced is None:
            coerced = self._coerced[given] = get_argument_values(
                given.field, given.node, self._variables, None, self._hide_suggestions
            )
        converted = convert_arguments(coerced, given.arguments, scalar_registry=given.registry, config=given.config)
        if not given.has_lists:
            self._kept[given] = converted
        return converted

    def _is_too_much(self) -> bool:
        self._look_at = max(0, self.left - LOOK_EVERY)
        now = time.thread_time()
        self._end = self._end or now + LONGEST_SECONDS
        return self.left < 0 or now > self._end
