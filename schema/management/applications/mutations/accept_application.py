"""Accept an application from the shortlist: a draft edition is made, and the applicant gets a mail."""

import strawberry

from cms.applications.actions.accept_application import accept_application as action
from schema.management.answer import outcome
from schema.management.applications.types.application import application
from schema.management.applications.types.result import ApplicationResult
from schema.management.context import ManagementInfo


@strawberry.input
class AcceptApplicationInput:
    id: strawberry.ID
    message: str = ""
    dates: int = strawberry.field(default=0, description="Which of `preferredDates`, counted from 0.")


@strawberry.mutation(
    description="Accept an application from the shortlist: a draft edition is made, and the applicant gets a mail."
)
async def accept_application(info: ManagementInfo, input: AcceptApplicationInput) -> ApplicationResult:
    work = action(info.context.services, info.context.actor, str(input.id), input.message, dates=input.dates)
    return await outcome(ApplicationResult, "application", work, application)
