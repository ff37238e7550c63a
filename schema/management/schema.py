"""The management schema, put together."""

import strawberry
from graphql import lexicographic_sort_schema, print_schema
from strawberry.schema.config import StrawberryConfig

from schema.management.mutation import mutation_type
from schema.management.query import Query
from schema.management.scalars import MANAGEMENT_SCALARS


def build() -> strawberry.Schema:
    """Of all that is there."""
    return strawberry.Schema(Query, mutation_type(), config=StrawberryConfig(scalar_map=MANAGEMENT_SCALARS))


schema = build()


def sdl() -> str:
    """The schema as text, sorted so that a change shows as what it is."""
    return print_schema(lexicographic_sort_schema(schema._schema)) + "\n"
