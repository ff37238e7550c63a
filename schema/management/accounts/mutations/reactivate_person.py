"""Open somebody's account again."""

import strawberry

from cms.accounts.actions.deactivate_person import reactivate_person as action
from schema.management.accounts.types.accounts import AccountResult, account
from schema.management.answer import outcome
from schema.management.context import ManagementInfo


@strawberry.input
class ReactivatePersonInput:
    id: strawberry.ID


@strawberry.mutation(description="Open an account again.")
async def reactivate_person(info: ManagementInfo, input: ReactivatePersonInput) -> AccountResult:
    work = action(info.context.services, info.context.actor, str(input.id))
    return await outcome(AccountResult, "person", work, account)
