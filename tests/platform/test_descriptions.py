"""Everything in both schemas is described: types, fields, arguments, input fields, values of enums."""

import re
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

LITTLE_WORDS = {"an", "and", "at", "by", "for", "has", "in", "is", "it", "its", "of", "on", "that", "the", "to", "was"}


@strawberry.enum
class Colour(Enum):
    RED = "red"


@strawberry.input
class Wish:
    colour: Colour
    size: int = strawberry.field(description="In millimetres.")
    day_of_delivery: str = strawberry.field(description="The delivery's day.")


@strawberry.type(description=" ")
class Shop:
    @strawberry.field
    def offer(self, wish: Wish) -> str:
        return wish.colour.value


def undescribed(schema: strawberry.Schema) -> list[str]:
    """`Type.field(argument:)` of each that says nothing, or no more than its name, with the file to write it in.

    The value of an enum may be described by its label, which often is the name."""
    return [
        f"{place}: say in {file} what its name does not"
        for type in schema._schema.type_map.values()
        if not is_introspection_type(type) and not is_specified_scalar_type(type)
        for place, text, file in _places(type)
        if _words(text or "") <= (set() if isinstance(type, GraphQLEnumType) else _words(place) | LITTLE_WORDS)
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


def _words(text: str) -> set[str]:
    """Of prose and of names in camel case."""
    spaced = re.sub(r"(?<=[a-z0-9])(?=[A-Z])", " ", text)
    return {word for word in re.findall(r"\w+", spaced.lower()) if len(word) > 1}


def _file(*declared: Any) -> str:
    """Where the first of them that says so was declared."""
    for one in declared:
        definition = one.extensions.get("strawberry-definition")
        resolver = getattr(definition, "base_resolver", None)
        origin = resolver.wrapped_func if resolver else getattr(definition, "origin", None)
        if origin is not None or (origin := getattr(definition, "wrapped_cls", None)):
            return f"{origin.__module__.replace('.', '/')}.py"
    return "the file that declares it"


@pytest.mark.parametrize("schema", [delivery, management], ids=["delivery", "management"])
def test_everything_is_described(schema: strawberry.Schema):
    assert undescribed(schema) == []


def test_each_that_is_not_described_is_found():
    here = f"say in {__name__.replace('.', '/')}.py what its name does not"

    assert sorted(undescribed(strawberry.Schema(Shop))) == [
        f"Colour.RED: {here}",
        f"Colour: {here}",
        f"Shop.offer(wish:): {here}",
        f"Shop.offer: {here}",
        f"Shop: {here}",
        f"Wish.colour: {here}",
        f"Wish.dayOfDelivery: {here}",
        f"Wish: {here}",
    ]
