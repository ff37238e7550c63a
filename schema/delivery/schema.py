"""The delivery schema, put together."""

import strawberry
from strawberry.schema.config import StrawberryConfig

from schema.delivery.projection.delivered import classes
from schema.delivery.query import Query
from schema.delivery.scalars import SCALARS


def build() -> strawberry.Schema:
    return strawberry.Schema(
        Query,
        types=[cls for name, cls in classes.items() if name not in ("Block",)],
        config=StrawberryConfig(scalar_map=SCALARS, disable_field_suggestions=False),
    )


schema = build()
