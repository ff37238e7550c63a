"""Close somebody's account."""

import strawberry

from cms.accounts.actions.deactivate_person import deactivate_person as action
from schema.management.accounts.types.accounts import AccountResult, account
from schema.management.answer import outcome
from schema.management.context import ManagementInfo


@strawberry.input
class DeactivatePersonInput:
    id: strawberry.ID


@strawberry.mutation(description="Close an account: its sessions, links and tokens end at once, its roles stay.")
async def deactivate_person(info: ManagementInfo, input: DeactivatePersonInput) -> AccountResult:
    work = action(info.context.services, info.context.actor, str(input.id))
    return await outcome(AccountResult, "person", work, account)
