"""Say of translations that they are still right as they are."""

from typing import Optional

import strawberry

from cms.items import actions
from cms.kernel.errors import Invalid, Problem
from schema.management.answer import ItemResult, answer
from schema.management.context import ManagementInfo
from schema.management.ids import ID_OF
from schema.management.scalars import Locale
from storage.documents import Item

MAX_FIELDS = 500


@strawberry.input
class MarkTranslatedInput:
    id: strawberry.ID = strawberry.field(description=ID_OF["item"])
    locale: Locale = strawberry.field(description="The language of these texts, not the source's.")
    base_version: int = strawberry.field(description="The version whose texts were looked at.")
    fields: Optional[list[str]] = strawberry.field(
        default=None,
        description="As `StaleField.at`; left out, all that have a text. One that is to stay empty must be named.",
    )


@strawberry.mutation(description="Say of texts in one language that they are still right as they are.")
async def mark_translated(info: ManagementInfo, input: MarkTranslatedInput) -> ItemResult:
    return await answer(info, _mark(info, input), str(input.id))


async def _mark(info: ManagementInfo, input: MarkTranslatedInput) -> Item:
    fields, context = bounded_fields(input.fields), info.context
    return await actions.mark_translated(
        context.services, context.actor, str(input.id), input.locale, input.base_version, fields
    )


def bounded_fields(given: list[str] | None) -> list[str] | None:
    """Raises Invalid for more than 500."""
    if given is not None and len(given) > MAX_FIELDS:
        raise Invalid([Problem("fields", "TOO_MANY", f"Name at most {MAX_FIELDS}, or leave them out for all.")])
    return given
