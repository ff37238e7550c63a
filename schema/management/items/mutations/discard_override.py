"""Return the draft of an override to what is live of it."""

import strawberry

from cms.items import actions
from schema.management.answer import outcome
from schema.management.context import ManagementInfo
from schema.management.ids import ID_OF
from schema.management.items.mutations.update_override import OverrideResult
from schema.management.items.types.override import override


@strawberry.input
class DiscardOverrideInput:
    item: strawberry.ID = strawberry.field(description=ID_OF["item"])
    site: str = strawberry.field(description="Key of the site that shows it differently.")


@strawberry.mutation(
    description="Return the draft of an override to what is live; where nothing is, `override` is null and it is gone."
)
async def discard_override(info: ManagementInfo, input: DiscardOverrideInput) -> OverrideResult:
    """`override` is null, without a refusal, where nothing was live and it is gone."""
    work = actions.discard_override(info.context.services, info.context.actor, str(input.item), input.site)
    return await outcome(OverrideResult, "override", work, lambda left: override(left) if left else None)
