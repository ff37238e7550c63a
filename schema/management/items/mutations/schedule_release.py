"""Publish a release later, at a moment of its site's own time."""

import strawberry

from cms.items import actions
from schema.management.context import ManagementInfo
from schema.management.ids import ID_OF
from schema.management.items.types.release_result import ReleaseResult, release_answer
from schema.management.items.types.targets_choice import TargetsInput
from storage.documents import Release


@strawberry.input
class ScheduleReleaseInput(TargetsInput):
    id: strawberry.ID = strawberry.field(description=ID_OF["release"])
    at: str = strawberry.field(description="Local time of the release's site, such as 2024-05-31T18:00.")


@strawberry.mutation(description="Publish the present versions of a release's items together, later.")
async def schedule_release(info: ManagementInfo, input: ScheduleReleaseInput) -> ReleaseResult:
    return await release_answer(_schedule(info, input))


async def _schedule(info: ManagementInfo, input: ScheduleReleaseInput) -> Release:
    services, actor = info.context.services, info.context.actor
    return await actions.schedule_release(services, actor, str(input.id), input.at, input.choice())
