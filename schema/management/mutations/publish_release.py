"""Publish a release: all of its items at one moment, or nothing."""

import strawberry

from cms import actions
from schema.management.context import ManagementInfo
from schema.management.release_result import ReleaseResult, release_answer


@strawberry.input
class PublishReleaseInput:
    id: strawberry.ID


async def publish_release(info: ManagementInfo, input: PublishReleaseInput) -> ReleaseResult:
    desk, actor = info.context.desk, info.context.actor
    return await release_answer(actions.publish_release(desk, actor, str(input.id)))
