"""Give a release another name."""

import strawberry

from cms.items import actions
from schema.management.context import ManagementInfo
from schema.management.items.types.release_result import ReleaseResult, release_answer


@strawberry.input
class RenameReleaseInput:
    id: strawberry.ID
    name: str


@strawberry.mutation(description="Give a release another name.")
async def rename_release(info: ManagementInfo, input: RenameReleaseInput) -> ReleaseResult:
    services, actor = info.context.services, info.context.actor
    return await release_answer(actions.rename_release(services, actor, str(input.id), input.name))
