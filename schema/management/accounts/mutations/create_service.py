"""Make an account for a program."""

import strawberry

from cms.accounts.actions.change_profile import LONGEST_NAME
from cms.accounts.actions.create_service import create_service as action
from schema.management.accounts.types.accounts import AccountResult, RoleInput, account
from schema.management.answer import outcome
from schema.management.context import ManagementInfo


@strawberry.input
class CreateServiceInput:
    name: str = strawberry.field(description=f"As others read it, at most {LONGEST_NAME} characters.")
    roles: list[RoleInput] = strawberry.field(default_factory=list, description="Only those that the viewer may give.")


@strawberry.mutation(description="Make an account for a program, which works by tokens and cannot sign in.")
async def create_service(info: ManagementInfo, input: CreateServiceInput) -> AccountResult:
    grants = [(one.site, one.role) for one in input.roles]
    work = action(info.context.services, info.context.actor, name=input.name, grants=grants)
    return await outcome(AccountResult, "person", work, account)
