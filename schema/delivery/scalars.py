"""Scalars of the delivery schema."""

from dataclasses import replace
from datetime import UTC, datetime
from typing import Any, NewType

import strawberry
from graphql import GraphQLError
from strawberry.schema.types.base_scalars import DateTimeDefinition
from strawberry.types.scalar import ScalarDefinition

from cms.content.fields.locale import is_locale

Locale = NewType("Locale", str)
Html = NewType("Html", str)
Json = NewType("Json", object)


def parse_locale(value: Any) -> str:
    if not is_locale(value):
        raise GraphQLError("Locale: give a language code such as en, cs or pt-BR.")
    return value


_parse_iso: Any = DateTimeDefinition.parse_value


def parse_moment(value: Any) -> datetime:
    """In UTC; without an offset as it is given."""
    found: datetime = _parse_iso(value)
    try:
        return found.astimezone(UTC) if found.tzinfo else found
    except OverflowError:
        raise GraphQLError("DateTime: give a moment between the years 1 and 9999.") from None


SCALARS: dict[object, ScalarDefinition] = {
    Locale: strawberry.scalar(
        name="Locale",
        description="A language code such as `en`, `cs` or `pt-BR`.",
        serialize=str,
        parse_value=parse_locale,
    ),
    Html: strawberry.scalar(
        name="Html",
        description="Clean HTML made by the CMS: no scripts, no styles, every link leads somewhere. Each heading has "
        "an `id` that stays when its words change, and that no other heading of the same text or list of blocks has; "
        "links may lead to it.",
        serialize=str,
        parse_value=str,
    ),
    datetime: replace(DateTimeDefinition, parse_value=parse_moment),
    Json: strawberry.scalar(name="JSON", description="Any JSON value.", serialize=lambda value: value),
}
