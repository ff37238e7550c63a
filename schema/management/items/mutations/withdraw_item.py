"""Take the request for review back."""

import strawberry

from cms.items import actions
from schema.management.answer import ItemResult, answer
from schema.management.context import ManagementInfo
from schema.management.scalars import Locale


@strawberry.input
class WithdrawItemInput:
    id: strawberry.ID
    locale: Locale


@strawberry.mutation(description="Take the request for review back.")
async def withdraw_item(info: ManagementInfo, input: WithdrawItemInput) -> ItemResult:
    id, context = str(input.id), info.context
    return await answer(info, actions.withdraw_item(context.services, context.actor, id, input.locale), id)
