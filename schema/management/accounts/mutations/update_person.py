"""Change somebody's name, address or language of mails."""

from typing import Optional

import strawberry

from cms.accounts.actions.update_person import update_person as action
from schema.management.accounts.types.accounts import AccountResult, account
from schema.management.answer import outcome
from schema.management.context import ManagementInfo
from schema.management.scalars import Locale


@strawberry.input
class UpdatePersonInput:
    id: strawberry.ID
    name: Optional[str] = strawberry.field(default=None, description="What is left out stays.")
    email: Optional[str] = None
    locale: Optional[Locale] = None


@strawberry.mutation(description="Change somebody's name, address or language of mails.")
async def update_person(info: ManagementInfo, input: UpdatePersonInput) -> AccountResult:
    work = action(
        info.context.services,
        info.context.actor,
        str(input.id),
        name=input.name,
        email=input.email,
        locale=input.locale,
    )
    return await outcome(AccountResult, "person", work, account)
