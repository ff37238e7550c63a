"""Scalars of the delivery schema."""

from dataclasses import replace
from datetime import UTC, datetime
from typing import Any, NewType

import strawberry
from graphql import GraphQLError
from strawberry.exceptions import StrawberryInputCoercionError
from strawberry.schema.types.base_scalars import DateTimeDefinition
from strawberry.types.scalar import ScalarDefinition

from cms.content.fields.locale import is_locale
from schema.delivery.time_scalars import TIME_SCALARS

Locale = NewType("Locale", str)
Html = NewType("Html", str)
Json = NewType("Json", object)
JSON_FORMAT = "https://www.rfc-editor.org/rfc/rfc8259"


def parse_locale(value: Any) -> str:
    if not is_locale(value):
        raise GraphQLError("Locale: give a language code such as en, cs or pt-BR.")
    return value


_parse_iso: Any = DateTimeDefinition.parse_value


def parse_moment(value: Any) -> datetime:
    """In UTC; without an offset as it is given."""
    try:
        found: datetime = _parse_iso(value)
        return found.astimezone(UTC) if found.tzinfo else found
    except (StrawberryInputCoercionError, OverflowError):
        raise GraphQLError("DateTime: give a moment of the years 1 to 9999, such as 2024-05-31T16:00:00Z.") from None


SCALARS: dict[object, ScalarDefinition] = {
    Locale: strawberry.scalar(
        name="Locale",
        description="A language code: a language, and where needed script and country, such as `en`, `pt-BR` or "
        "`sr-Latn`.",
        serialize=str,
        parse_value=parse_locale,
        specified_by_url="https://www.rfc-editor.org/info/bcp47",
    ),
    Html: strawberry.scalar(
        name="Html",
        description="Clean HTML made by the CMS: no scripts, no styles, every link leads somewhere. Each heading has "
        "an `id` that stays when its words change, and that no other heading of the same text or list of blocks has; "
        'links may lead to it. Such as `<p>Three days in <a href="/editions/iasi-2023">Iași</a>.</p>`.',
        serialize=str,
        parse_value=str,
        specified_by_url="https://html.spec.whatwg.org/",
    ),
    datetime: replace(
        DateTimeDefinition,
        description="A moment with its offset from UTC, which is `+00:00` in answers: `2024-05-31T16:00:00+00:00`.",
        parse_value=parse_moment,
        specified_by_url="https://www.rfc-editor.org/rfc/rfc3339#section-5.6",
    ),
    Json: strawberry.scalar(
        name="JSON",
        description='Any JSON value, such as `{"motivation": "…", "days": 2}`.',
        serialize=lambda value: value,
        specified_by_url=JSON_FORMAT,
    ),
    **TIME_SCALARS,
}
