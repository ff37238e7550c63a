"""Put one language away, live text included."""

import strawberry

from cms.items import actions
from schema.management.answer import ItemResult, answer
from schema.management.context import ManagementInfo
from schema.management.scalars import Locale


@strawberry.input
class ArchiveItemInput:
    id: strawberry.ID
    locale: Locale


@strawberry.mutation(description="Put one language away, live text included.")
async def archive_item(info: ManagementInfo, input: ArchiveItemInput) -> ItemResult:
    id, context = str(input.id), info.context
    return await answer(info, actions.archive_item(context.services, context.actor, id, input.locale), id)
