"""Take a role away from somebody."""

from typing import Optional

import strawberry

from cms.accounts.actions.grant_role import RoleScope
from cms.accounts.actions.grant_role import revoke_role as action
from schema.management.accounts.types.accounts import AccountResult, account
from schema.management.answer import outcome
from schema.management.context import ManagementInfo


@strawberry.input(description="A place by `site` or `item`.")
class RevokeRoleInput:
    role: str = strawberry.field(description="One of `roles`.")
    person: strawberry.ID = strawberry.field(description="Id of the account.")
    site: Optional[str] = strawberry.field(default=None, description="Key of a site, or `*` for all of them.")
    item: Optional[strawberry.ID] = strawberry.field(default=None, description="The role on this item alone.")


@strawberry.mutation(description="Take a role away from somebody.")
async def revoke_role(info: ManagementInfo, input: RevokeRoleInput) -> AccountResult:
    place = RoleScope(input.site, str(input.item) if input.item is not None else None)
    work = action(info.context.services, info.context.actor, input.role, place, str(input.person))
    return await outcome(AccountResult, "person", work, account)
