"""What was compiled of one document: functions by type and selected nodes, for each set of directives' values."""

from collections.abc import Callable, Iterator
from dataclasses import dataclass
from typing import Any

from graphql import DocumentNode, GraphQLIncludeDirective, GraphQLSkipDirective, VariableNode
from graphql.language import DirectiveNode, Node

from schema.execution.compiled.call import Call
from schema.execution.compiled.readable import Readable

Function = Callable[[Any, Call], Any]
Key = tuple[str, tuple[int, ...], Readable | None, bool]
"""Name of a type, ids of the nodes below which its fields are selected, which live as long as the document, how its
objects are read from their entries, and whether views are met."""

MOST_NODES = 4_000
"""Selected fields in all functions of one document."""
MOST_AT_ONCE = 250
"""The same in one request, for which all others wait: compiling takes some 40 µs for each. The next goes on."""
MOST_VARIANTS = 16
BYTES_PER_NODE = 1_600
"""Of compiled code, its text and its constants: tracemalloc, over the edition page and 20 editions deep."""
TRIED, SHARE = 8, 2


@dataclass(slots=True, eq=False)
class Plan:
    """One function. Where it mostly bails out, its parts do better by themselves: it is given up.

    weight: at most so many bytes were charged for each byte of its JSON (`AnswerSize`).
    """

    function: Function
    code: str
    weight: int
    uses: int = 0
    bails: int = 0

    @property
    def is_given_up(self) -> bool:
        return self.bails >= TRIED and self.bails * SHARE > self.uses


Variant = dict[Key, Plan | None]


class Plans:
    """None stands for what cannot be compiled. No more is compiled once the nodes are used up."""

    def __init__(self, ast: DocumentNode) -> None:
        self.left = MOST_NODES
        self._variables = tuple(dict.fromkeys(_deciding(ast)))
        self._variants: dict[tuple[Any, ...], Variant] = {}

    @property
    def bytes(self) -> int:
        return (MOST_NODES - self.left) * BYTES_PER_NODE

    def variant(self, values: dict[str, Any]) -> Variant | None:
        """The plans that fit these values of variables; None where there are too many variants already."""
        key = tuple(values.get(name) for name in self._variables)
        known = self._variants.get(key)
        if known is None and len(self._variants) < MOST_VARIANTS:
            known = self._variants[key] = {}
        return known


DECIDING = (GraphQLSkipDirective.name, GraphQLIncludeDirective.name)


def _deciding(ast: DocumentNode) -> Iterator[str]:
    """The variables on which it depends which fields are selected."""
    waiting: list[Any] = [ast]
    while waiting:
        node = waiting.pop()
        if isinstance(node, list | tuple):
            waiting.extend(node)
        elif isinstance(node, DirectiveNode) and node.name.value in DECIDING:
            yield from (one.value.name.value for one in node.arguments or () if isinstance(one.value, VariableNode))
        elif isinstance(node, Node):
            waiting.extend(getattr(node, key, None) for key in node.keys if key != "loc")
