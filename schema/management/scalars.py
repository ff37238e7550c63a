"""Scalars of the management schema: JSON comes in here, so that its depth is bounded."""

from typing import Any

import strawberry
from graphql import GraphQLError
from strawberry.types.scalar import ScalarDefinition

from schema.delivery.scalars import JSON_FORMAT, SCALARS, Json, Locale

__all__ = ["MANAGEMENT_SCALARS", "Json", "Locale"]

DEEPEST = 60
"""Levels of lists and objects; the deepest rich text in the deepest part of an item has fewer."""


def parse_json(value: Any) -> Any:
    level, depth = [value], 0
    while level:
        depth += 1
        if depth > DEEPEST:
            raise GraphQLError(f"JSON: at most {DEEPEST} levels may be nested.")
        level = [one for outer in level for one in _inner(outer)]
    return value


def _inner(value: Any) -> list[Any]:
    inner = value.values() if isinstance(value, dict) else value if isinstance(value, list) else ()
    return [one for one in inner if isinstance(one, dict | list)]


MANAGEMENT_SCALARS: dict[object, ScalarDefinition] = {
    **SCALARS,
    Json: strawberry.scalar(
        name="JSON",
        description=f'Any JSON value of at most {DEEPEST} levels, such as `{{"city": {{"en": "Prague"}}}}`.',
        serialize=lambda value: value,
        parse_value=parse_json,
        specified_by_url=JSON_FORMAT,
    ),
}
