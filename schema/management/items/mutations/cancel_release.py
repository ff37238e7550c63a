"""Take the schedule of a release back: it is a draft again."""

import strawberry

from cms.items import actions
from schema.management.context import ManagementInfo
from schema.management.items.types.release_result import ReleaseResult, release_answer


@strawberry.input
class CancelReleaseInput:
    id: strawberry.ID


@strawberry.mutation(description="Take the schedule of a release back: it is a draft again.")
async def cancel_release(info: ManagementInfo, input: CancelReleaseInput) -> ReleaseResult:
    services, actor = info.context.services, info.context.actor
    return await release_answer(actions.cancel_release(services, actor, str(input.id)))
