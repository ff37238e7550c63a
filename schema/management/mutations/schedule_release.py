"""Publish a release later, at a moment of its site's own time."""

import strawberry

from cms import actions
from schema.management.context import ManagementInfo
from schema.management.release_result import ReleaseResult, release_answer


@strawberry.input
class ScheduleReleaseInput:
    id: strawberry.ID
    at: str = strawberry.field(description="Local time of the release's site, such as 2024-05-31T18:00.")


async def schedule_release(info: ManagementInfo, input: ScheduleReleaseInput) -> ReleaseResult:
    desk, actor = info.context.desk, info.context.actor
    return await release_answer(actions.schedule_release(desk, actor, str(input.id), input.at))
