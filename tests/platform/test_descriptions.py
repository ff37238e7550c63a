"""Everything in both schemas is described: types, fields, arguments, input fields, values of enums."""

from collections.abc import Iterator
from enum import Enum
from typing import Any

import pytest
import strawberry
from graphql import (
    GraphQLEnumType,
    GraphQLInputObjectType,
    GraphQLInterfaceType,
    GraphQLNamedType,
    GraphQLObjectType,
    is_introspection_type,
    is_specified_scalar_type,
)

from schema.delivery.schema import schema as delivery
from schema.management.schema import schema as management

UNDESCRIBED = {"delivery": 219, "management": 0}
"""How many there may be until all is described: numbers that only become smaller."""


@strawberry.enum
class Colour(Enum):
    RED = "red"


@strawberry.input
class Wish:
    colour: Colour
    size: int = strawberry.field(description="In millimetres.")


@strawberry.type(description=" ")
class Shop:
    @strawberry.field
    def offer(self, wish: Wish) -> str:
        return wish.colour.value


def undescribed(schema: strawberry.Schema) -> list[str]:
    """`Type.field(argument:)` of each, with the file to write it in."""
    return [
        f"{place}: describe it in {file}"
        for type in schema._schema.type_map.values()
        if not is_introspection_type(type) and not is_specified_scalar_type(type)
        for place, text, file in _places(type)
        if not (text or "").strip()
    ]


def _places(type: GraphQLNamedType) -> Iterator[tuple[str, str | None, str]]:
    yield type.name, type.description, _file(type)
    if isinstance(type, GraphQLEnumType):
        yield from ((f"{type.name}.{name}", value.description, _file(type)) for name, value in type.values.items())
    if isinstance(type, GraphQLInputObjectType):
        yield from ((f"{type.name}.{name}", one.description, _file(one, type)) for name, one in type.fields.items())
    if isinstance(type, GraphQLObjectType | GraphQLInterfaceType):
        for name, field in type.fields.items():
            yield f"{type.name}.{name}", field.description, _file(field, type)
            for argument, taken in field.args.items():
                yield f"{type.name}.{name}({argument}:)", taken.description, _file(field, type)


def _file(*declared: Any) -> str:
    """Where the first of them that says so was declared."""
    for one in declared:
        definition = one.extensions.get("strawberry-definition")
        resolver = getattr(definition, "base_resolver", None)
        origin = resolver.wrapped_func if resolver else getattr(definition, "origin", None)
        if origin is not None or (origin := getattr(definition, "wrapped_cls", None)):
            return f"{origin.__module__.replace('.', '/')}.py"
    return "the file that declares it"


@pytest.mark.parametrize(("name", "schema"), [("delivery", delivery), ("management", management)])
def test_everything_is_described(name: str, schema: strawberry.Schema):
    found = undescribed(schema)

    assert len(found) <= UNDESCRIBED[name], "\n".join(found)


def test_each_that_is_not_described_is_found():
    here = f"describe it in {__name__.replace('.', '/')}.py"

    assert sorted(undescribed(strawberry.Schema(Shop))) == [
        f"Colour.RED: {here}",
        f"Colour: {here}",
        f"Shop.offer(wish:): {here}",
        f"Shop.offer: {here}",
        f"Shop: {here}",
        f"Wish.colour: {here}",
        f"Wish: {here}",
    ]
