"""How many input values an operation has converted: those of each argument, as often as its field is asked."""

from collections.abc import Mapping
from dataclasses import dataclass
from typing import Any

from graphql import (
    DocumentNode,
    GraphQLInputType,
    GraphQLSchema,
    IntValueNode,
    OperationDefinitionNode,
    VariableDefinitionNode,
    is_input_type,
    type_from_ast,
)

from . import LimitExceeded, Limits
from .cost import Cost
from .cost_counter import InputCounter, root_place
from .inputs import literal_size, value_size


@dataclass(frozen=True, slots=True)
class Declared:
    """A variable: its type, how many values its default has, and the default itself where that is a number."""

    type: GraphQLInputType
    default_size: int
    default_page: int | None


@dataclass(frozen=True, slots=True)
class InputCost:
    cost: Cost
    declared: Mapping[str, Declared]

    def check(self, variables: Mapping[str, Any], limits: Limits) -> None:
        """Raises `LimitExceeded`: LIMIT_INPUTS or LIMIT_INPUT_DEPTH. The variables are as they came."""
        sizes = {
            name: value_size(one.type, variables[name], limits) if name in variables else one.default_size
            for name, one in self.declared.items()
        }
        pages = {name: asked_page(variables.get(name, one.default_page), limits) for name, one in self.declared.items()}
        size = self.cost.value(pages, sizes)
        if size > limits.max_input_values:
            message = f"The arguments hold {size} values or more, counted at each use; {limits.max_input_values} are"
            raise LimitExceeded("LIMIT_INPUTS", f"{message} allowed. Send fewer values, or several requests.")


def asked_page(value: Any, limits: Limits) -> int | None:
    """A page size that is no number yet counts as the largest one: coercion refuses it, or makes a number of it."""
    if value is None or type(value) is int:
        return value if value is None else min(value, limits.max_page_size)
    return limits.max_page_size


def input_cost(
    schema: GraphQLSchema, document: DocumentNode, operation: OperationDefinitionNode, limits: Limits
) -> InputCost:
    """The document must be valid. Raises `LimitExceeded` (LIMIT_INPUT_DEPTH)."""
    declared = {
        node.variable.name.value: declared_variable(schema, node, limits)
        for node in operation.variable_definitions or ()
    }
    place = root_place(schema, operation)
    cost = InputCounter(schema, document, limits).selection_set(operation.selection_set, place) if place else Cost()
    return InputCost(cost, declared)


def declared_variable(schema: GraphQLSchema, node: VariableDefinitionNode, limits: Limits) -> Declared:
    type = type_from_ast(schema, node.type)
    assert is_input_type(type)  # the document is valid
    default = node.default_value
    size = literal_size(type, default, limits).fixed if default else 0
    return Declared(type, size, int(default.value) if isinstance(default, IntValueNode) else None)
