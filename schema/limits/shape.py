"""Sizes of a document with its fragments expanded, computed without expanding them.

Every size of a fragment is a sum or a maximum over what it contains, so one pass in order of dependency is enough:
a document whose fragments expand to 2**1000 fields is measured in the time it takes to read it.
"""

from collections.abc import Iterable, Iterator
from dataclasses import dataclass, field

from graphql import (
    DocumentNode,
    FieldNode,
    FragmentDefinitionNode,
    FragmentSpreadNode,
    InlineFragmentNode,
    OperationDefinitionNode,
)

from . import LimitExceeded, Limits
from .fragment_order import UnclearFragments, in_order

Definition = OperationDefinitionNode | FragmentDefinitionNode

CEILING = 1_000_000
"""Sums stop here: larger ones need no exact value."""


@dataclass(slots=True)
class Shape:
    """Sizes of one definition; `nesting` counts inline fragments as levels, `depth` only fields."""

    selections: int = 0
    aliases: int = 0
    directives: int = 0
    root_fields: int = 0
    depth: int = 0
    nesting: int = 0
    spreads: list[tuple[str, int, int]] = field(default_factory=list)
    """Name, and the depth and nesting at which it is spread."""

    def add(self, other: "Shape", depth: int, nesting: int) -> None:
        self.selections = min(self.selections + other.selections, CEILING)
        self.aliases = min(self.aliases + other.aliases, CEILING)
        self.directives = min(self.directives + other.directives, CEILING)
        self.root_fields = min(self.root_fields + (other.root_fields if depth == 0 else 0), CEILING)
        self.depth = max(self.depth, depth + other.depth)
        self.nesting = max(self.nesting, nesting + other.nesting)


def check_shape(document: DocumentNode, limits: Limits) -> None:
    """Raises `LimitExceeded`, or `UnclearFragments` where nothing can be measured."""
    selections = 0
    for operation, shape in expanded_shapes(document):
        selections = min(selections + shape.selections, CEILING)
        check_operation(operation, shape, limits)
    if selections > limits.max_selections:
        message = (
            f"The document selects {amount(selections)} fields with its fragments, {limits.max_selections} are allowed."
        )
        raise LimitExceeded("LIMIT_SELECTIONS", f"{message} Split it into several requests.")


def check_operation(operation: Definition, shape: Shape, limits: Limits) -> None:
    max_depth = limits.max_introspection_depth if is_introspection(operation) else limits.max_depth
    checks = (
        ("LIMIT_DEPTH", "levels of nested fields", shape.depth, max_depth, "Ask for the deeper part by itself."),
        ("LIMIT_DEPTH", "levels of nested fragments", shape.nesting, 3 * max_depth, "Use fewer inline fragments."),
        ("LIMIT_ALIASES", "aliases", shape.aliases, limits.max_aliases, "Use variables or several requests."),
        (
            "LIMIT_ROOT_FIELDS",
            "root fields",
            root_fields(operation, shape),
            limits.max_root_fields,
            "Use several requests.",
        ),
        ("LIMIT_DIRECTIVES", "directives", shape.directives, limits.max_directives, "Use fewer of them."),
        ("LIMIT_VARIABLES", "variables", variables(operation), limits.max_variables, "Use an input object or a list."),
    )
    for code, what, count, limit, advice in checks:
        if count > limit:
            message = f"The operation has {amount(count)} {what} (fragments included), {limit} are allowed. {advice}"
            raise LimitExceeded(code, message, operation)


def root_fields(operation: Definition, shape: Shape) -> int:
    return shape.root_fields if isinstance(operation, OperationDefinitionNode) else 0


def variables(operation: Definition) -> int:
    return len(operation.variable_definitions or ())


def amount(count: int) -> str:
    return str(count) if count < CEILING else "a million or more"


def is_introspection(definition: Definition) -> bool:
    """The standard introspection query is deeper than any page; a mixture with content is not excused."""
    selections = definition.selection_set.selections
    names = {node.name.value if isinstance(node, FieldNode) else "..." for node in selections}
    return bool(names & {"__schema", "__type"}) and names <= {"__schema", "__type", "__typename"}


def expanded_shapes(document: DocumentNode) -> Iterator[tuple[Definition, Shape]]:
    """Operations with everything they spread, and fragments that nobody spreads: those are validated, too."""
    own = {id(definition): own_shape(definition) for definition in definitions(document)}
    fragments = fragments_by_name(document)
    expanded: dict[str, Shape] = {}
    for name in in_order({name: spread_names(own[id(node)]) for name, node in fragments.items()}):
        expanded[name] = expand(own[id(fragments[name])], expanded)
    spread = {name for shape in own.values() for name in spread_names(shape)}
    for definition in definitions(document):
        if isinstance(definition, OperationDefinitionNode):
            yield definition, expand(own[id(definition)], expanded)
        elif definition.name.value not in spread:
            yield definition, expanded[definition.name.value]


def fragments_by_name(document: DocumentNode) -> dict[str, FragmentDefinitionNode]:
    found: dict[str, FragmentDefinitionNode] = {}
    for node in definitions(document):
        if isinstance(node, FragmentDefinitionNode) and found.setdefault(node.name.value, node) is not node:
            raise UnclearFragments(node.name.value)
    return found


def definitions(document: DocumentNode) -> Iterable[Definition]:
    return [node for node in document.definitions if isinstance(node, OperationDefinitionNode | FragmentDefinitionNode)]


def own_shape(definition: Definition) -> Shape:
    shape = Shape(directives=len(definition.directives or ()))
    stack = [(definition.selection_set, 0, 1)]
    while stack:
        selection_set, depth, nesting = stack.pop()
        shape.nesting = max(shape.nesting, nesting)
        for node in selection_set.selections:
            shape.selections += 1
            shape.directives += len(node.directives or ())
            if isinstance(node, FragmentSpreadNode):
                shape.spreads.append((node.name.value, depth, nesting))
                continue
            inner = count_field(shape, node, depth) if isinstance(node, FieldNode) else depth
            if isinstance(node, FieldNode | InlineFragmentNode) and node.selection_set:
                stack.append((node.selection_set, inner, nesting + 1))
    return shape


def count_field(shape: Shape, node: FieldNode, depth: int) -> int:
    """The depth inside the field."""
    shape.aliases += node.alias is not None
    shape.root_fields += depth == 0
    shape.depth = max(shape.depth, depth + 1)
    return depth + 1


def expand(shape: Shape, fragments: dict[str, Shape]) -> Shape:
    for name, depth, nesting in shape.spreads:
        if name in fragments:
            shape.add(fragments[name], depth, nesting)
    return shape


def spread_names(shape: Shape) -> set[str]:
    return {name for name, _, _ in shape.spreads}
