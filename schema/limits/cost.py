"""How many fields an answer may have: the cost of an operation before anything is fetched.

A field costs 1. What is below a field with `first` or `last` is multiplied by the page size, again at every level.
Lists without pages count once: their length is a property of the content, not of the request. Introspection is
multiplied by flat factors, so that one complete introspection fits and several in one request do not.

Page sizes may be variables: what depends on them is kept as a small sum and evaluated for each request.
"""

from collections.abc import Mapping
from dataclasses import dataclass
from typing import Any

from graphql import (
    DocumentNode,
    FieldNode,
    FragmentDefinitionNode,
    FragmentSpreadNode,
    GraphQLField,
    GraphQLInt,
    GraphQLNamedType,
    GraphQLSchema,
    InlineFragmentNode,
    IntValueNode,
    OperationDefinitionNode,
    SelectionSetNode,
    ValueNode,
    VariableNode,
    get_named_type,
)
from graphql.type import is_composite_type

from . import LimitExceeded, Limits

INTROSPECTION_FACTORS = {"__schema": 30, "__type": 10}
PAGE_ARGUMENTS = ("first", "last")


@dataclass(frozen=True, slots=True)
class Scaled:
    """`factor` × the page size in `variable` (or `fallback`) × `inner`."""

    factor: int
    variable: str
    fallback: int
    inner: "Cost"


@dataclass(frozen=True, slots=True)
class Cost:
    fixed: int = 0
    scaled: tuple[Scaled, ...] = ()

    def __add__(self, other: "Cost") -> "Cost":
        return Cost(self.fixed + other.fixed, self.scaled + other.scaled)

    def times(self, factor: int) -> "Cost":
        scaled = tuple(Scaled(part.factor * factor, part.variable, part.fallback, part.inner) for part in self.scaled)
        return Cost(self.fixed * factor, scaled)

    def value(self, variables: Mapping[str, Any]) -> int:
        total = self.fixed
        for part in self.scaled:
            total += part.factor * page_size(variables, part) * part.inner.value(variables)
        return total


def page_size(variables: Mapping[str, Any], part: Scaled) -> int:
    size = variables.get(part.variable)
    return part.fallback if size is None else max(size, 0)


@dataclass(frozen=True, slots=True)
class OperationCost:
    cost: Cost
    page_variables: frozenset[str]

    def check(self, variables: Mapping[str, Any], limits: Limits) -> None:
        """Raises `LimitExceeded`: LIMIT_PAGE_SIZE or LIMIT_COST. The variables are coerced, with their defaults."""
        for name in self.page_variables:
            if (variables.get(name) or 0) > limits.max_page_size:
                raise page_too_large(variables[name], limits, None)
        cost = self.cost.value(variables)
        if cost > limits.max_cost:
            message = f"The answer could have {cost} fields, {limits.max_cost} are allowed."
            raise LimitExceeded("LIMIT_COST", f"{message} Ask for smaller pages (first), or for fewer nested lists.")


def operation_cost(
    schema: GraphQLSchema, document: DocumentNode, operation: OperationDefinitionNode, limits: Limits
) -> OperationCost:
    """The document must be valid. Raises `LimitExceeded` for a literal page size above the limit."""
    counter = CostCounter(schema, document, limits)
    root = schema.get_root_type(operation.operation)
    cost = counter.selection_set(operation.selection_set, root) if root else Cost()
    return OperationCost(cost, frozenset(counter.page_variables))


class CostCounter:
    """Walks one operation with its fragments; their cost is counted where they are spread, once per fragment."""

    def __init__(self, schema: GraphQLSchema, document: DocumentNode, limits: Limits) -> None:
        self.schema = schema
        self.limits = limits
        self.page_variables: set[str] = set()
        self.fragments = {
            node.name.value: node for node in document.definitions if isinstance(node, FragmentDefinitionNode)
        }
        self.counted: dict[str, Cost] = {}

    def selection_set(self, selection_set: SelectionSetNode, parent: GraphQLNamedType) -> Cost:
        total = Cost()
        for node in selection_set.selections:
            if isinstance(node, FieldNode):
                total += self.field(node, parent)
            elif isinstance(node, FragmentSpreadNode):
                total += self.fragment(node.name.value)
            elif isinstance(node, InlineFragmentNode):
                condition = node.type_condition
                inner = self.schema.get_type(condition.name.value) if condition else parent
                total += self.selection_set(node.selection_set, inner or parent)
        return total

    def fragment(self, name: str) -> Cost:
        if name not in self.counted:
            fragment = self.fragments[name]
            parent = self.schema.get_type(fragment.type_condition.name.value)
            self.counted[name] = self.selection_set(fragment.selection_set, parent) if parent else Cost()
        return self.counted[name]

    def field(self, node: FieldNode, parent: GraphQLNamedType) -> Cost:
        definition = self.schema.get_field(parent, node.name.value) if is_composite_type(parent) else None
        if definition is None or node.selection_set is None:
            return Cost(1)
        inner = self.selection_set(node.selection_set, get_named_type(definition.type))
        if factor := INTROSPECTION_FACTORS.get(node.name.value):
            return Cost(1) + inner.times(factor)
        return Cost(1) + self.paged(node, definition, inner)

    def paged(self, node: FieldNode, definition: GraphQLField, inner: Cost) -> Cost:
        names = page_arguments(definition)
        if not names:
            return inner
        given = [argument.value for argument in node.arguments or () if argument.name.value in names]
        default = self.default_size(definition)
        return (
            sum((self.times_page(value, inner, default) for value in given), Cost()) if given else inner.times(default)
        )

    def default_size(self, definition: GraphQLField) -> int:
        first = definition.args.get("first")
        default = first.default_value if first else None
        return default if type(default) is int else self.limits.default_page_size

    def times_page(self, value: ValueNode, inner: Cost, default: int) -> Cost:
        if isinstance(value, VariableNode):
            self.page_variables.add(value.name.value)
            return Cost(0, (Scaled(1, value.name.value, default, inner),))
        return inner.times(self.literal_size(value) if isinstance(value, IntValueNode) else default)

    def literal_size(self, value: IntValueNode) -> int:
        size = max(int(value.value), 0)
        if size > self.limits.max_page_size:
            raise page_too_large(size, self.limits, value)
        return size


def page_arguments(definition: GraphQLField) -> set[str]:
    named = {name: get_named_type(argument.type) for name, argument in definition.args.items()}
    return {name for name in PAGE_ARGUMENTS if named.get(name) is GraphQLInt}


def page_too_large(size: int, limits: Limits, node: ValueNode | None) -> LimitExceeded:
    message = f"A page of {size} was asked for, {limits.max_page_size} is the most. Use `after` to read on."
    return LimitExceeded("LIMIT_PAGE_SIZE", message, node)
