"""Give an application back to be completed, once; the applicant gets a mail."""

import strawberry

from cms.applications.actions.return_application import return_application as action
from schema.management.answer import outcome
from schema.management.applications.types.application import application
from schema.management.applications.types.result import ApplicationResult
from schema.management.context import ManagementInfo


@strawberry.input
class ReturnApplicationInput:
    id: strawberry.ID
    message: str
    deadline: str = strawberry.field(description="Wall time in the zone of the call, as 2024-06-14T18:00.")


@strawberry.mutation(description="Give an application back to be completed, once; the applicant gets a mail.")
async def return_application(info: ManagementInfo, input: ReturnApplicationInput) -> ApplicationResult:
    work = action(info.context.services, info.context.actor, str(input.id), input.message, input.deadline)
    return await outcome(ApplicationResult, "application", work, application)
