"""Reject an application; the applicant gets a mail with the reasons."""

import strawberry

from cms.applications.actions.reject_application import reject_application as action
from schema.management.answer import outcome
from schema.management.applications.types.application import application
from schema.management.applications.types.result import ApplicationResult
from schema.management.context import ManagementInfo


@strawberry.input
class RejectApplicationInput:
    id: strawberry.ID
    message: str = strawberry.field(description="The reasons.")


@strawberry.mutation(description="Reject an application; the applicant gets a mail with the reasons.")
async def reject_application(info: ManagementInfo, input: RejectApplicationInput) -> ApplicationResult:
    work = action(info.context.services, info.context.actor, str(input.id), input.message)
    return await outcome(ApplicationResult, "application", work, application)
