"""Give somebody a role."""

from typing import Optional

import strawberry

from cms.accounts.actions.grant_role import RoleScope
from cms.accounts.actions.grant_role import grant_role as action
from schema.management.accounts.types.accounts import AccountResult, account
from schema.management.answer import outcome
from schema.management.context import ManagementInfo


@strawberry.input(description="Somebody by `person` or `email`; a place by `site` or `item`.")
class GrantRoleInput:
    role: str = strawberry.field(description="One of `roles`; nobody gives rights that he or she has not there.")
    person: Optional[strawberry.ID] = strawberry.field(
        default=None, description="Id of an account that the viewer manages."
    )
    email: Optional[str] = strawberry.field(default=None, description="Of anybody who has an account.")
    site: Optional[str] = strawberry.field(default=None, description="Key of a site, or `*` for all of them.")
    item: Optional[strawberry.ID] = strawberry.field(default=None, description="On this item alone.")


@strawberry.mutation(description="Give somebody a role on all sites, on one site, or on one item.")
async def grant_role(info: ManagementInfo, input: GrantRoleInput) -> AccountResult:
    place = RoleScope(input.site, str(input.item) if input.item is not None else None)
    person = str(input.person) if input.person is not None else None
    work = action(info.context.services, info.context.actor, input.role, place, account=person, email=input.email)
    return await outcome(AccountResult, "person", work, account)
