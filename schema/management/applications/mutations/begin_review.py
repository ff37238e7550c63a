"""Let the reviewers of an admissible application score it."""

import strawberry

from cms.applications.actions.begin_review import begin_review as action
from schema.management.answer import outcome
from schema.management.applications.types.application import application
from schema.management.applications.types.result import ApplicationResult
from schema.management.context import ManagementInfo


@strawberry.input
class BeginReviewInput:
    id: strawberry.ID


@strawberry.mutation(description="Let the reviewers of an admissible application score it.")
async def begin_review(info: ManagementInfo, input: BeginReviewInput) -> ApplicationResult:
    work = action(info.context.services, info.context.actor, str(input.id))
    return await outcome(ApplicationResult, "application", work, application)
