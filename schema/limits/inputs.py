"""How many values an input holds, counted before any of them is converted.

An input object counts with all fields of its type: Strawberry looks at each of them when it converts one, given or not.
What a scalar such as JSON holds is not converted, so it counts as one value.
"""

from collections.abc import Iterator
from typing import Any

from graphql import (
    GraphQLType,
    ListValueNode,
    ObjectValueNode,
    ValueNode,
    VariableNode,
    is_input_object_type,
    is_list_type,
    is_non_null_type,
)

from . import LimitExceeded, Limits
from .cost import Cost, Given

Level = tuple[GraphQLType | None, Any, int]
"""Type, value, and how many input objects are around it; no type where the value is a mistake."""


def value_size(type: GraphQLType, value: Any, limits: Limits) -> int:
    """Of a JSON value; counting stops where it is above the limit. Raises `LimitExceeded` (LIMIT_INPUT_DEPTH)."""
    size = 0
    levels: list[Level] = [(type, value, 0)]
    while levels and size <= limits.max_input_values:
        inner_type, inner, depth = levels.pop()
        inner_type = nullable(inner_type)
        size += 1
        if is_list_type(inner_type) and isinstance(inner, list):
            if size + len(inner) > limits.max_input_values:
                return size + len(inner)
            levels.extend((inner_type.of_type, item, depth) for item in inner)
        elif is_input_object_type(inner_type) and isinstance(inner, dict):
            size += len(inner_type.fields)
            levels.extend((field_type(inner_type, name), given, deeper(depth, limits)) for name, given in inner.items())
        elif is_list_type(inner_type) and inner is not None:
            size -= 1  # one value stands for a list of one
            levels.append((inner_type.of_type, inner, depth))
    return size


def literal_size(type: GraphQLType | None, node: ValueNode, limits: Limits) -> Cost:
    """Of a value in the document, whose parts may be variables. Raises `LimitExceeded` (LIMIT_INPUT_DEPTH)."""
    size, given = 0, []
    levels: list[Level] = [(type, node, 0)]
    while levels:
        inner_type, inner, depth = levels.pop()
        inner_type = nullable(inner_type)
        size += 1
        if isinstance(inner, VariableNode):
            given.append(Given(1, inner.name.value))
        elif isinstance(inner, ListValueNode):
            of_type = inner_type.of_type if is_list_type(inner_type) else inner_type
            levels.extend((of_type, item, depth) for item in inner.values)
        elif isinstance(inner, ObjectValueNode):
            object_type = unlisted(inner_type)
            size += len(object_type.fields) if is_input_object_type(object_type) else 0
            levels.extend(members(object_type, inner, deeper(depth, limits)))
    return Cost(size, given=tuple(given))


def members(type: GraphQLType | None, node: ObjectValueNode, depth: int) -> Iterator[Level]:
    for member in node.fields:
        yield field_type(type, member.name.value), member.value, depth


def unlisted(type: GraphQLType | None) -> GraphQLType | None:
    while is_list_type(type):
        type = nullable(type.of_type)
    return type


def nullable(type: GraphQLType | None) -> GraphQLType | None:
    return type.of_type if is_non_null_type(type) else type


def field_type(type: GraphQLType | None, name: str) -> GraphQLType | None:
    field = type.fields.get(name) if is_input_object_type(type) else None
    return field.type if field else None


def deeper(depth: int, limits: Limits) -> int:
    if depth >= limits.max_input_depth:
        message = f"The input nests more than {limits.max_input_depth} objects in each other."
        raise LimitExceeded("LIMIT_INPUT_DEPTH", f"{message} Use fewer levels.")
    return depth + 1
