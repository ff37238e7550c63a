"""The delivery schema, put together."""

import strawberry
from graphql import lexicographic_sort_schema, print_schema
from strawberry.schema.config import StrawberryConfig

from schema.delivery.applications.mutation import Mutation
from schema.delivery.projection.delivered import classes
from schema.delivery.query import Query
from schema.delivery.scalars import SCALARS


def build() -> strawberry.Schema:
    return strawberry.Schema(
        Query,
        Mutation,
        types=[cls for name, cls in classes.items() if name != "Block"],
        config=StrawberryConfig(scalar_map=SCALARS, disable_field_suggestions=False),
    )


schema = build()


def sdl() -> str:
    """The schema as text, sorted so that a change shows as what it is."""
    return print_schema(lexicographic_sort_schema(schema._schema)) + "\n"
