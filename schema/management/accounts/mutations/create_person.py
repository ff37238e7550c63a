"""Make an account for somebody."""

import strawberry

from cms.accounts.actions.change_profile import LONGEST_NAME
from cms.accounts.actions.create_person import create_person as action
from schema.management.accounts.types.accounts import AccountResult, RoleInput, account
from schema.management.answer import outcome
from schema.management.context import ManagementInfo
from schema.management.scalars import Locale


@strawberry.input
class CreatePersonInput:
    email: str = strawberry.field(
        description="The address to sign in with; the invitation goes there. Refused where somebody has it already."
    )
    name: str = strawberry.field(description=f"As others read it, at most {LONGEST_NAME} characters.")
    locale: Locale = strawberry.field(default=Locale("en"), description="Of mails: en, cs or bg.")
    roles: list[RoleInput] = strawberry.field(
        default_factory=list, description="At least one, unless by an administrator of all sites."
    )


@strawberry.mutation(description="Make an account for somebody, who is invited by mail to choose a password.")
async def create_person(info: ManagementInfo, input: CreatePersonInput) -> AccountResult:
    work = action(
        info.context.services,
        info.context.actor,
        email=input.email,
        name=input.name,
        locale=input.locale,
        grants=[(one.site, one.role) for one in input.roles],
    )
    return await outcome(AccountResult, "person", work, account)
