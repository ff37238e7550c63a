"""Publish a release: all of its items at one moment, or nothing."""

import strawberry

from cms.items import actions
from schema.management.context import ManagementInfo
from schema.management.ids import ID_OF
from schema.management.items.types.release_result import ReleaseResult, release_answer
from schema.management.items.types.targets_choice import TargetsInput
from storage.documents import Release


@strawberry.input
class PublishReleaseInput(TargetsInput):
    id: strawberry.ID = strawberry.field(description=ID_OF["release"])


@strawberry.mutation(description="Publish a release: all of its items at one moment, or nothing.")
async def publish_release(info: ManagementInfo, input: PublishReleaseInput) -> ReleaseResult:
    return await release_answer(_publish(info, input))


async def _publish(info: ManagementInfo, input: PublishReleaseInput) -> Release:
    services, actor = info.context.services, info.context.actor
    return await actions.publish_release(services, actor, str(input.id), input.choice())
