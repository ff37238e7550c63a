"""The delivery schema, put together."""

import strawberry
from graphql import lexicographic_sort_schema, print_schema
from strawberry.schema.config import StrawberryConfig

from cms.content_types import registry
from schema.delivery.applications.mutation import Mutation
from schema.delivery.projection.delivered import classes
from schema.delivery.projection.reachable import check_places, check_references
from schema.delivery.query import Query
from schema.delivery.scalars import SCALARS


def build() -> strawberry.Schema:
    """Raises DeclarationError for content types that visitors could not read."""
    check_references(registry.values())
    made = strawberry.Schema(
        Query,
        Mutation,
        types=[cls for name, cls in classes.items() if name != "Block"],
        config=StrawberryConfig(scalar_map=SCALARS, disable_field_suggestions=False),
    )
    check_places(registry.values(), made._schema)
    return made


schema = build()


def sdl() -> str:
    """The schema as text, sorted so that a change shows as what it is."""
    return print_schema(lexicographic_sort_schema(schema._schema)) + "\n"
