"""Put a reviewed application on the shortlist; the applicant gets a mail."""

import strawberry

from cms.applications.actions.shortlist_application import shortlist_application as action
from schema.management.answer import outcome
from schema.management.applications.types.application import application
from schema.management.applications.types.result import ApplicationResult
from schema.management.context import ManagementInfo


@strawberry.input
class ShortlistApplicationInput:
    id: strawberry.ID
    message: str = ""


@strawberry.mutation(description="Put a reviewed application on the shortlist; the applicant gets a mail.")
async def shortlist_application(info: ManagementInfo, input: ShortlistApplicationInput) -> ApplicationResult:
    work = action(info.context.services, info.context.actor, str(input.id), input.message)
    return await outcome(ApplicationResult, "application", work, application)
