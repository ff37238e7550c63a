"""How many fields an answer may have: the cost of an operation before anything is fetched.

A field costs 1. What is below a field with `first` or `last` is multiplied by the page size, again at every level.
A list that is asked for by ids has as many elements as there are ids.
A list without pages counts once, as its length is a property of the content. But one that takes arguments may be asked
for again and again under aliases, and one that leads back to a type that is already above it (related news of related
news) multiplies at every turn: both count like a page. Introspection
is multiplied by flat factors, so that one complete introspection fits and several in one request do not.
"""

from dataclasses import dataclass, replace

from graphql import (
    DocumentNode,
    FieldNode,
    FragmentDefinitionNode,
    FragmentSpreadNode,
    GraphQLField,
    GraphQLID,
    GraphQLInputType,
    GraphQLNamedType,
    GraphQLSchema,
    InlineFragmentNode,
    IntValueNode,
    ListValueNode,
    OperationDefinitionNode,
    SelectionSetNode,
    ValueNode,
    VariableNode,
    get_named_type,
    get_nullable_type,
)
from graphql.type import is_abstract_type, is_composite_type, is_list_type, is_non_null_type

from . import Limits
from .cost import Cost, OperationCost, Scaled
from .inputs import literal_size
from .page_size import default_size, given_sizes, literal_page, page_arguments

INTROSPECTION_FACTORS = {"__schema": 30, "__type": 10}


@dataclass(frozen=True, slots=True)
class SelectionScope:
    """Where a selection set stands: its type, the types on the way to it, and whether it is the object of a page."""

    parent: GraphQLNamedType
    above: frozenset[str]
    is_page: bool = False

    def narrowed(self, to: GraphQLNamedType | None) -> "SelectionScope":
        return replace(self, parent=to, above=self.above | {to.name}) if to else self


def operation_cost(
    schema: GraphQLSchema, document: DocumentNode, operation: OperationDefinitionNode, limits: Limits
) -> OperationCost:
    """The document must be valid. Raises `LimitExceeded` for a literal page size above the limit."""
    place = root_place(schema, operation)
    if place is None:
        return OperationCost(Cost(), frozenset())
    counter = CostCounter(schema, document, limits)
    cost = counter.selection_set(operation.selection_set, place)
    return OperationCost(cost, frozenset(counter.page_variables))


def root_place(schema: GraphQLSchema, operation: OperationDefinitionNode) -> SelectionScope | None:
    root = schema.get_root_type(operation.operation)
    return SelectionScope(root, frozenset({root.name})) if root else None


class CostCounter:
    """Walks one operation and its fragments, as often as they are spread: call it after `check_shape`."""

    def __init__(self, schema: GraphQLSchema, document: DocumentNode, limits: Limits) -> None:
        self.schema = schema
        self.limits = limits
        self.page_variables: set[str] = set()
        self.fragments = {
            node.name.value: node for node in document.definitions if isinstance(node, FragmentDefinitionNode)
        }

    def selection_set(self, selection_set: SelectionSetNode, place: SelectionScope) -> Cost:
        total = Cost()
        for node in selection_set.selections:
            if isinstance(node, FieldNode):
                total += self.field(node, place)
            elif isinstance(node, FragmentSpreadNode | InlineFragmentNode):
                total += self.fragment(node, place)
        return total

    def fragment(self, node: FragmentSpreadNode | InlineFragmentNode, place: SelectionScope) -> Cost:
        fragment = self.fragments[node.name.value] if isinstance(node, FragmentSpreadNode) else node
        condition = fragment.type_condition
        inner = place.narrowed(self.schema.get_type(condition.name.value)) if condition else place
        return self.selection_set(fragment.selection_set, inner)

    def field(self, node: FieldNode, place: SelectionScope) -> Cost:
        definition = self.schema.get_field(place.parent, node.name.value) if is_composite_type(place.parent) else None
        if definition is None or node.selection_set is None:
            return self.own(node, definition)
        names = page_arguments(definition)
        result = get_named_type(definition.type)
        inner = self.selection_set(node.selection_set, SelectionScope(result, place.above | {result.name}, bool(names)))
        return self.own(node, definition) + self.multiplied(node, definition, names, inner, place)

    def own(self, node: FieldNode, definition: GraphQLField | None) -> Cost:
        """Of the field itself, without what is below it."""
        return Cost(1)

    def multiplied(
        self, node: FieldNode, definition: GraphQLField, names: set[str], inner: Cost, place: SelectionScope
    ) -> Cost:
        if factor := INTROSPECTION_FACTORS.get(node.name.value):
            return inner.times(factor)
        if (ids := given_ids(node, definition)) is not None:
            return self.times_ids(ids, inner)
        default = default_size(definition, self.limits)
        if sizes := given_sizes(node, names):
            return self.times_page(sizes, inner, default)
        if names or is_asked_list(definition) or (not place.is_page and self.leads_back(definition, place)):
            return inner.times(default)
        return inner

    def times_page(self, sizes: list[ValueNode], inner: Cost, default: int) -> Cost:
        """`first` and `last` exclude each other; one that is null is as if it were left out."""
        variables = tuple(value.name.value for value in sizes if isinstance(value, VariableNode))
        literals = [literal_page(value, self.limits) for value in sizes if isinstance(value, IntValueNode)]
        if not variables:
            return inner.times(max(literals, default=default))
        self.page_variables.update(variables)
        return Cost(0, (Scaled(1, variables, max(literals, default=None), default, inner),))

    def times_ids(self, value: ValueNode, inner: Cost) -> Cost:
        if isinstance(value, VariableNode):
            return Cost(0, (Scaled(1, (value.name.value,), None, 0, inner),))
        return inner.times(len(value.values) if isinstance(value, ListValueNode) else 1)

    def leads_back(self, definition: GraphQLField, place: SelectionScope) -> bool:
        """Whether this is a list of what is already above it. The items of a page are not: their page counts."""
        result = get_named_type(definition.type)
        if result.name.startswith("__") or not is_list_type(get_nullable_type(definition.type)):
            return False
        possible = self.schema.get_possible_types(result) if is_abstract_type(result) else ()
        return not place.above.isdisjoint({result.name, *(member.name for member in possible)})


class InputCounter(CostCounter):
    """The same walk, for the values of arguments."""

    def own(self, node: FieldNode, definition: GraphQLField | None) -> Cost:
        if definition is None:
            return Cost()
        types = {name: argument.type for name, argument in definition.args.items()}
        given = [(types.get(argument.name.value), argument.value) for argument in node.arguments or ()]
        return sum((literal_size(type, value, self.limits) for type, value in given), Cost())


def given_ids(node: FieldNode, definition: GraphQLField) -> ValueNode | None:
    """What a list is asked for by, where that is a list of ids: `nodes(ids:)`."""
    if not is_list_type(get_nullable_type(definition.type)):
        return None
    by_ids = {name for name, one in definition.args.items() if _is_list_of_ids(one.type)}
    return next((one.value for one in node.arguments or () if one.name.value in by_ids), None)


def _is_list_of_ids(type: GraphQLInputType) -> bool:
    return is_non_null_type(type) and is_list_type(type.of_type) and get_named_type(type) is GraphQLID


def is_asked_list(definition: GraphQLField) -> bool:
    """Not those of introspection, which have factors of their own."""
    is_list = is_list_type(get_nullable_type(definition.type))
    return is_list and bool(definition.args) and not get_named_type(definition.type).name.startswith("__")
