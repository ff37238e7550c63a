"""Make an earlier version the draft again, as a new version."""

import strawberry

from cms.items import actions
from schema.management.answer import ItemResult, answer
from schema.management.context import ManagementInfo


@strawberry.input
class RestoreVersionInput:
    id: strawberry.ID
    version: int


@strawberry.mutation(description="Make an earlier version the draft again, as a new version.")
async def restore_version(info: ManagementInfo, input: RestoreVersionInput) -> ItemResult:
    id, context = str(input.id), info.context
    return await answer(info, actions.restore_version(context.services, context.actor, id, input.version), id)
