"""Take an item away from visitors in one or several languages; the draft stays."""

import strawberry

from cms.items import actions
from schema.management.answer import ItemResult, answer, bounded
from schema.management.context import ManagementInfo
from schema.management.scalars import Locale
from storage.documents import Item


@strawberry.input
class UnpublishItemInput:
    id: strawberry.ID
    locales: list[Locale]
    even_if_used: bool = strawberry.field(default=False, description="See `impact`.")


@strawberry.mutation(description="Take an item away from visitors in one or several languages; the draft stays.")
async def unpublish_item(info: ManagementInfo, input: UnpublishItemInput) -> ItemResult:
    return await answer(info, _unpublish(info, input), str(input.id))


async def _unpublish(info: ManagementInfo, input: UnpublishItemInput) -> Item:
    locales, services, actor = bounded("locales", input.locales), info.context.services, info.context.actor
    return await actions.unpublish_item(services, actor, str(input.id), locales, even_if_used=input.even_if_used)
