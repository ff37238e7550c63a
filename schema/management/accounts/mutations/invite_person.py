"""Send somebody another invitation."""

import strawberry

from cms.accounts.actions.invite_person import invite_person as action
from schema.management.accounts.types.accounts import AccountResult, account
from schema.management.answer import outcome
from schema.management.context import ManagementInfo


@strawberry.input
class InvitePersonInput:
    id: strawberry.ID


@strawberry.mutation(description="Send another invitation; the earlier one ends.")
async def invite_person(info: ManagementInfo, input: InvitePersonInput) -> AccountResult:
    work = action(info.context.services, info.context.actor, str(input.id))
    return await outcome(AccountResult, "person", work, account)
