"""Bring an archived language back as a private draft."""

import strawberry

from cms.items import actions
from schema.management.answer import ItemResult, answer
from schema.management.context import ManagementInfo
from schema.management.scalars import Locale


@strawberry.input
class ReopenItemInput:
    id: strawberry.ID
    locale: Locale


@strawberry.mutation(description="Bring an archived language back as a private draft.")
async def reopen_item(info: ManagementInfo, input: ReopenItemInput) -> ItemResult:
    id, context = str(input.id), info.context
    return await answer(info, actions.reopen_item(context.services, context.actor, id, input.locale), id)
