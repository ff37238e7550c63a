"""Say who reviews an application; the new ones get a mail."""

import strawberry

from cms.applications.actions.assign_reviewers import assign_reviewers as action
from schema.management.answer import bounded, outcome
from schema.management.applications.types.application import application
from schema.management.applications.types.result import ApplicationResult
from schema.management.context import ManagementInfo


@strawberry.input
class AssignReviewersInput:
    id: strawberry.ID
    reviewers: list[strawberry.ID] = strawberry.field(description="All of them, of `callReviewers`.")


@strawberry.mutation(description="Say who reviews an application; the new ones get a mail.")
async def assign_reviewers(info: ManagementInfo, input: AssignReviewersInput) -> ApplicationResult:
    work = action(
        info.context.services,
        info.context.actor,
        str(input.id),
        bounded("reviewers", [str(one) for one in input.reviewers]),
    )
    return await outcome(ApplicationResult, "application", work, application)
