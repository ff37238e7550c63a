"""Names of delivered types before they exist: content types refer to each other in circles."""

from typing import Annotated, Any

import strawberry

TYPES = "schema.delivery.projection.delivered"


def delivered(name: str) -> Any:
    """The GraphQL type called `name`, looked up when the schema is built."""
    return Annotated[name, strawberry.lazy(TYPES)]
