"""Give a release another name."""

import strawberry

from cms.items import actions
from schema.management.context import ManagementInfo
from schema.management.items.types.release_result import ReleaseResult, release_answer


@strawberry.input
class RenameReleaseInput:
    id: strawberry.ID
    name: str


async def rename_release(info: ManagementInfo, input: RenameReleaseInput) -> ReleaseResult:
    desk, actor = info.context.desk, info.context.actor
    return await release_answer(actions.rename_release(desk, actor, str(input.id), input.name))
