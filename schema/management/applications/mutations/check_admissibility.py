"""Say whether a submitted application is complete; `note` is for the office alone."""

import strawberry

from cms.applications.actions.check_admissibility import check_admissibility as action
from schema.management.answer import outcome
from schema.management.applications.types.application import application
from schema.management.applications.types.result import ApplicationResult
from schema.management.context import ManagementInfo


@strawberry.input
class CheckAdmissibilityInput:
    id: strawberry.ID
    ok: bool
    note: str = strawberry.field(default="", description="Needed where it is not admissible.")


@strawberry.mutation(description="Say whether a submitted application is complete; `note` is for the office alone.")
async def check_admissibility(info: ManagementInfo, input: CheckAdmissibilityInput) -> ApplicationResult:
    work = action(info.context.services, info.context.actor, str(input.id), input.ok, input.note)
    return await outcome(ApplicationResult, "application", work, application)
