"""Return the draft to what is live; what it was stays in the history."""

import strawberry

from cms.items import actions
from schema.management.answer import ItemResult, answer
from schema.management.context import ManagementInfo


@strawberry.input
class DiscardDraftInput:
    id: strawberry.ID


@strawberry.mutation(description="Return the draft to what is live; what it was stays in the history.")
async def discard_draft(info: ManagementInfo, input: DiscardDraftInput) -> ItemResult:
    id, context = str(input.id), info.context
    return await answer(info, actions.discard_draft(context.services, context.actor, id), id)
