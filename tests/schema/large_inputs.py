"""Lists of inputs that a schema takes, and values for them that are far too large."""

from collections.abc import Iterator
from dataclasses import dataclass
from typing import Any

from graphql import (
    GraphQLField,
    GraphQLObjectType,
    GraphQLSchema,
    GraphQLType,
    get_named_type,
    is_enum_type,
    is_input_object_type,
    is_leaf_type,
    is_list_type,
    is_non_null_type,
    is_required_argument,
)

ALIASES = 95
POSSIBLE = {"country": "CZ"}
"""Of fields whose values are looked at: others are refused at once, where there is nothing to measure."""


@dataclass(frozen=True, slots=True)
class InputList:
    """A list that `argument` of `field` is or has at `path`."""

    parent: str
    field: str
    argument: str
    type: str
    path: tuple[str, ...]
    item: GraphQLType
    others: str
    """The other arguments that the field needs, as they stand in a document."""
    selection: str

    @property
    def name(self) -> str:
        return ".".join((self.field, self.argument, *self.path))

    def value(self, count: int) -> Any:
        name = self.path[-1] if self.path else self.argument
        value: Any = [POSSIBLE.get(name, sample(self.item))] * count
        for name in reversed(self.path):
            value = {name: value}
        return value


def input_lists(schema: GraphQLSchema, parent: str) -> Iterator[InputList]:
    root = schema.type_map[parent]
    assert isinstance(root, GraphQLObjectType)
    for field_name, field in root.fields.items():
        for name, argument in field.args.items():
            for path, item in lists_of(argument.type, ()):
                selection = "" if is_leaf_type(get_named_type(field.type)) else "{ __typename }"
                needed = other_arguments(field, name)
                yield InputList(parent, field_name, name, str(argument.type), path, item, needed, selection)


def other_arguments(field: GraphQLField, name: str) -> str:
    needed = [other for other, argument in field.args.items() if other != name and is_required_argument(argument)]
    return "".join(f', {other}: "x"' for other in needed)


def lists_of(type: GraphQLType, path: tuple[str, ...]) -> Iterator[tuple[tuple[str, ...], GraphQLType]]:
    """Down to the first list on each way; what a filter holds of its own type is left out."""
    given = type.of_type if is_non_null_type(type) else type
    if is_list_type(given):
        yield path, given.of_type
    elif is_input_object_type(given) and len(path) < 2:
        for name, field in given.fields.items():
            yield from lists_of(field.type, (*path, name))


def sample(type: GraphQLType) -> Any:
    named = get_named_type(type)
    if is_enum_type(named):
        return next(iter(named.values))
    return {} if is_input_object_type(named) else "x"


def nested_or(item: Any, *, width: int = 90, ways: int = 3) -> dict[str, Any]:
    """{or: [{or: [item, item, …]}, …]}"""
    return {"or": [{"or": [item] * width}] * ways}


def under_aliases(field: str, selection: str, count: int = ALIASES) -> str:
    return " ".join(f"a{number}: {field} {selection}" for number in range(count))
