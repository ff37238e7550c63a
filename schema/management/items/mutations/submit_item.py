"""Ask for review of one language."""

import strawberry

from cms.items import actions
from schema.management.answer import ItemResult, answer
from schema.management.context import ManagementInfo
from schema.management.scalars import Locale


@strawberry.input
class SubmitItemInput:
    id: strawberry.ID
    locale: Locale


@strawberry.mutation(description="Ask for review of one language.")
async def submit_item(info: ManagementInfo, input: SubmitItemInput) -> ItemResult:
    id, context = str(input.id), info.context
    return await answer(info, actions.submit_item(context.services, context.actor, id, input.locale), id)
