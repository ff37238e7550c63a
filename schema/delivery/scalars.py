"""Scalars of the delivery schema."""

from typing import Any, NewType

import strawberry
from graphql import GraphQLError
from strawberry.types.scalar import ScalarDefinition

from cms.fields.locale import is_locale

Locale = NewType("Locale", str)
Html = NewType("Html", str)
Json = NewType("Json", object)


def parse_locale(value: Any) -> str:
    if not is_locale(value):
        raise GraphQLError("Locale: give a language code such as en, cs or pt-BR.")
    return value


SCALARS: dict[object, ScalarDefinition] = {
    Locale: strawberry.scalar(
        name="Locale",
        description="A language code such as `en`, `cs` or `pt-BR`.",
        serialize=str,
        parse_value=parse_locale,
    ),
    Html: strawberry.scalar(
        name="Html",
        description="Clean HTML made by the CMS: no scripts, no styles, every link leads somewhere.",
        serialize=str,
        parse_value=str,
    ),
    Json: strawberry.scalar(name="JSON", description="Any JSON value.", serialize=lambda value: value),
}
