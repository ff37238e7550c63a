"""Put the texts of the source language where they are to be translated."""

from typing import Optional

import strawberry

from cms.items import actions
from schema.management.answer import ItemResult, answer
from schema.management.context import ManagementInfo
from schema.management.ids import ID_OF
from schema.management.items.mutations.mark_translated import bounded_fields
from schema.management.scalars import Locale
from storage.documents import Item


@strawberry.input
class CopyFromSourceInput:
    id: strawberry.ID = strawberry.field(description=ID_OF["item"])
    locale: Locale = strawberry.field(description="The language to copy to.")
    base_version: int = strawberry.field(description="As of `updateItem`.")
    fields: Optional[list[str]] = strawberry.field(
        default=None, description="Dotted paths with element ids, as `StaleField.at`; left out, all."
    )
    only_empty: bool = strawberry.field(
        default=True, description="What was written stays; what was copied before is brought up to date."
    )


@strawberry.mutation(
    description="Put the source language's texts where they are to be translated; they count as COPIED until then."
)
async def copy_from_source(info: ManagementInfo, input: CopyFromSourceInput) -> ItemResult:
    return await answer(info, _copy(info, input), str(input.id))


async def _copy(info: ManagementInfo, input: CopyFromSourceInput) -> Item:
    return await actions.copy_from_source(
        info.context.services,
        info.context.actor,
        str(input.id),
        input.locale,
        input.base_version,
        bounded_fields(input.fields),
        only_empty=input.only_empty,
    )
