"""How often one response name is selected in one place, once fragments are merged.

Validation compares all pairs of such selections and execution merges them, so this is a quadratic cost that the number
of tokens alone does not bound. Call it after `check_shape`: the walk visits each expanded selection once.
"""

from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping

from graphql import (
    DocumentNode,
    FieldNode,
    FragmentDefinitionNode,
    FragmentSpreadNode,
    InlineFragmentNode,
    SelectionSetNode,
)

from . import LimitExceeded, Limits
from .shape import definitions


def check_repeats(document: DocumentNode, limits: Limits) -> None:
    """Raises `LimitExceeded` with the code LIMIT_REPEATS."""
    nodes = definitions(document)
    fragments = {node.name.value: node for node in nodes if isinstance(node, FragmentDefinitionNode)}
    reached: set[str] = set()
    roots = [node for node in nodes if not isinstance(node, FragmentDefinitionNode)]
    for node in roots:
        check_definition(node.selection_set, fragments, reached, limits)
    for name, fragment in fragments.items():
        if name not in reached:
            check_definition(fragment.selection_set, fragments, reached, limits)


def check_definition(
    root: SelectionSetNode, fragments: Mapping[str, FragmentDefinitionNode], reached: set[str], limits: Limits
) -> None:
    places = [[root]]
    while places:
        fields: dict[str, list[FieldNode]] = defaultdict(list)
        for node in merged_fields(places.pop(), fragments, reached):
            fields[(node.alias or node.name).value].append(node)
        for name, nodes in fields.items():
            if len(nodes) > limits.max_repeats:
                raise too_often(name, nodes, limits)
            if below := [node.selection_set for node in nodes if node.selection_set]:
                places.append(below)


def merged_fields(
    selection_sets: Iterable[SelectionSetNode], fragments: Mapping[str, FragmentDefinitionNode], reached: set[str]
) -> Iterator[FieldNode]:
    """All fields that answer in one place; a fragment that is spread twice counts once, as in execution."""
    stack = list(selection_sets)
    merged: set[str] = set()
    while stack:
        for node in stack.pop().selections:
            if isinstance(node, FieldNode):
                yield node
            elif isinstance(node, FragmentSpreadNode):
                name = node.name.value
                if name in fragments and name not in merged:
                    merged.add(name)
                    stack.append(fragments[name].selection_set)
            elif isinstance(node, InlineFragmentNode):
                stack.append(node.selection_set)
    reached |= merged


def too_often(name: str, nodes: list[FieldNode], limits: Limits) -> LimitExceeded:
    message = f"'{name[:80]}' is selected {len(nodes)} times in one place, {limits.max_repeats} are allowed."
    return LimitExceeded("LIMIT_REPEATS", f"{message} Select it once.", nodes[-1])
