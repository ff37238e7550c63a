"""What a query selects below one field, merged over fragments, aliases and type conditions.

Directives are not looked at: a skipped field may be read in vain, never the other way round.
"""

from collections import OrderedDict
from collections.abc import Iterable, Sequence
from typing import Any

from graphql import FieldNode, FragmentSpreadNode, SelectionSetNode
from graphql.language import FragmentDefinitionNode, InlineFragmentNode

Fragments = dict[str, FragmentDefinitionNode]

MAX_CACHED = 4096


class Selection:
    """A tree of GraphQL field names. `plans` keeps what projections worked out from it."""

    __slots__ = ("fields", "plans")

    def __init__(self) -> None:
        self.fields: dict[str, Selection] = {}
        self.plans: dict[Any, Any] = {}

    def below(self, *path: str) -> "Selection":
        """The selection under a field; an empty one where that is not selected."""
        found = self
        for name in path:
            found = found.fields.get(name) or Selection()
        return found

    def has(self, name: str) -> bool:
        return name in self.fields


_cache: OrderedDict[tuple[int, ...], tuple[Sequence[FieldNode], Selection]] = OrderedDict()
"""The one used last is at the end. What is compiled of a document is compiled for its selections: those of documents
that come again and again stay, however many others come between them."""


def selection_of(info: Any) -> Selection:
    """What is selected below the field being resolved; worked out once per parsed document."""
    nodes = info.field_nodes if hasattr(info, "field_nodes") else info._raw_info.field_nodes
    key = tuple(map(id, nodes))
    known = _cache.get(key)
    if known is not None:
        _cache.move_to_end(key)
        return known[1]
    selection = Selection()
    _collect_nodes(nodes, info.fragments if hasattr(info, "fragments") else info._raw_info.fragments, selection)
    if len(_cache) >= MAX_CACHED:
        _cache.popitem(last=False)
    _cache[key] = (nodes, selection)  # the nodes are kept so that their ids are not used again meanwhile
    return selection


def _collect_nodes(nodes: Iterable[FieldNode], fragments: Fragments, into: Selection) -> None:
    for node in nodes:
        if node.selection_set:
            _collect(node.selection_set, fragments, into)


def _collect(selection_set: SelectionSetNode, fragments: Fragments, into: Selection) -> None:
    for node in selection_set.selections:
        if isinstance(node, FieldNode):
            child = into.fields.setdefault(node.name.value, Selection())
            if node.selection_set:
                _collect(node.selection_set, fragments, child)
        elif isinstance(node, InlineFragmentNode):
            _collect(node.selection_set, fragments, into)
        elif isinstance(node, FragmentSpreadNode):
            _collect(fragments[node.name.value].selection_set, fragments, into)
