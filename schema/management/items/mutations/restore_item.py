"""Bring an item back from the recycle bin as a private draft."""

import strawberry

from cms.items import actions
from schema.management.answer import ItemResult, answer
from schema.management.context import ManagementInfo


@strawberry.input
class RestoreItemInput:
    id: strawberry.ID


@strawberry.mutation(description="Bring an item back from the recycle bin as a private draft.")
async def restore_item(info: ManagementInfo, input: RestoreItemInput) -> ItemResult:
    id, context = str(input.id), info.context
    return await answer(info, actions.restore_item(context.services, context.actor, id), id)
