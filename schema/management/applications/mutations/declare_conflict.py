"""Say whether one has a conflict of interest; with one, one is recused for good."""

import strawberry

from cms.applications.actions.declare_conflict import declare_conflict as action
from schema.management.answer import outcome
from schema.management.applications.types.application import application
from schema.management.applications.types.result import ApplicationResult
from schema.management.context import ManagementInfo


@strawberry.input
class DeclareConflictInput:
    id: strawberry.ID
    conflict: bool
    note: str = strawberry.field(default="", description="Which one, for the managers.")


@strawberry.mutation(description="Say whether one has a conflict of interest; with one, one is recused for good.")
async def declare_conflict(info: ManagementInfo, input: DeclareConflictInput) -> ApplicationResult:
    work = action(info.context.services, info.context.actor, str(input.id), input.conflict, input.note)
    return await outcome(ApplicationResult, "application", work, application)
