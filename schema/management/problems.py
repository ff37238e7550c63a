"""What is wrong: refusals are data, so that a form can show each problem at its field."""

from typing import Optional

import strawberry

from cms.content.fields.field import Clash as FieldClash
from cms.kernel import errors
from schema.execution.error_format import shortened
from schema.management.scalars import Json


@strawberry.type(description="One thing that is wrong with an item.")
class Problem:
    field: str = strawberry.field(description="Dotted path with element ids, empty for the item as a whole.")
    locale: Optional[str] = strawberry.field(description="Null for facts that all languages share.")
    code: str = strawberry.field(description="Stable, in capitals, such as REQUIRED: for programs.")
    message: str = strawberry.field(description="In English: what is wrong and what to do about it, for people.")
    item: Optional[strawberry.ID] = strawberry.field(
        default=None, description="The item it is about, where that is another one than was named, or one of several."
    )


@strawberry.type(description="One place that two people changed at once.")
class Clash:
    at: str = strawberry.field(description="Dotted path with element ids.")
    locale: Optional[str] = strawberry.field(description="Null for facts that all languages share.")
    base: Optional[Json] = strawberry.field(description="What both started from.")
    theirs: Optional[Json] = strawberry.field(description="What is stored now.")
    yours: Optional[Json] = strawberry.field(description="What was sent.")


@strawberry.type(description="Somebody else changed the same thing meanwhile. Nothing of yours was stored.")
class Conflict:
    version: Optional[int] = strawberry.field(
        description="The present version: sent as `baseVersion` with what was chosen, it conflicts again with what "
        "others wrote after it."
    )
    clashes: list[Clash] = strawberry.field(
        description="Every place that differs; what only one side changed is none of them."
    )


@strawberry.type(description="Why nothing was changed.")
class Refusal:
    code: str = strawberry.field(
        description="INVALID, CONFLICT, NOT_FOUND, NOT_PERMITTED, TRANSITION_NOT_ALLOWED or TOO_MANY_REQUESTS."
    )
    message: str = strawberry.field(description="In English: what to do next, for people.")


def problem(found: errors.Problem) -> Problem:
    item = strawberry.ID(found.item) if found.item else None
    return Problem(field=found.field, locale=found.locale, code=found.code, message=shortened(found.message), item=item)


def clash(found: FieldClash) -> Clash:
    return Clash(at=found.at, locale=found.locale, base=found.base, theirs=found.theirs, yours=found.yours)
