"""How the value of one field is read from the object that has it: an attribute, or a resolver that awaits nothing."""

from typing import Any

from graphql import (
    FieldNode,
    GraphQLField,
    GraphQLObjectType,
    get_named_type,
    get_nullable_type,
    is_leaf_type,
    is_list_type,
)
from strawberry.types.field import StrawberryField

from schema.execution.compiled.bail import NotPure, at_once
from schema.execution.compiled.call import Given
from schema.execution.compiled.compiling import Compiling
from schema.execution.compiled.source import Source

DEFINITION = "strawberry-definition"
"""The extension of a GraphQL field under which Strawberry keeps its own."""


def strawberry_field(definition: GraphQLField) -> StrawberryField:
    """Raises NotPure for a field that Strawberry did not make, and for one that does more than to read a value."""
    field = definition.extensions.get(DEFINITION)
    if not isinstance(field, StrawberryField) or field.extensions or field.is_async or definition.subscribe:
        raise NotPure
    return field


def is_attribute(field: StrawberryField) -> bool:
    """Raises NotPure where it is read in another way than Python's."""
    if not field.base_resolver and field.default_resolver is not getattr:
        raise NotPure
    return not field.base_resolver


def method_code(
    source: Source, type: GraphQLObjectType, field: StrawberryField, node: FieldNode, compiling: Compiling, view: str
) -> str:
    """An expression that calls the resolver of a field for the object in the variable `view`."""
    resolver: Any = field.base_resolver
    if resolver.info_parameter or resolver.parent_parameter or resolver.root_parameter:
        raise NotPure
    function = source.constant(resolver.wrapped_func, f"{type.name}_{field.python_name}")
    given = [view] if resolver.self_parameter else []
    definition = type.fields[node.name.value]
    if definition.args or node.arguments:
        arguments = _given(definition, field, node, compiling)
        given.append(f"**call.arguments({source.constant(arguments, f'arguments_of_{field.python_name}')})")
    return f"{source.constant(at_once, 'at_once')}({function}({', '.join(given)}))"


def _given(definition: GraphQLField, field: StrawberryField, node: FieldNode, compiling: Compiling) -> Given:
    """Raises NotPure for inputs, which may be made by functions of their own."""
    kinds = [argument.type for argument in definition.args.values()]
    if not all(is_leaf_type(get_named_type(kind)) for kind in kinds):
        raise NotPure
    has_lists = any(is_list_type(get_nullable_type(kind)) for kind in kinds)
    return Given(definition, node, field.arguments, compiling.config, compiling.registry, has_lists)
