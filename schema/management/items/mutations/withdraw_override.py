"""Show visitors of a site an item as it is again."""

import strawberry

from cms.items import actions
from schema.management.answer import outcome
from schema.management.context import ManagementInfo
from schema.management.ids import ID_OF
from schema.management.items.mutations.update_override import OverrideResult
from schema.management.items.types.override import override


@strawberry.input
class WithdrawOverrideInput:
    item: strawberry.ID = strawberry.field(description=ID_OF["item"])
    site: str = strawberry.field(description="Key of the site that shows it differently.")


@strawberry.mutation(description="Show visitors of a site an item as it is again; the draft stays.")
async def withdraw_override(info: ManagementInfo, input: WithdrawOverrideInput) -> OverrideResult:
    work = actions.withdraw_override(info.context.services, info.context.actor, str(input.item), input.site)
    return await outcome(OverrideResult, "override", work, override)
