"""Show visitors of a site what it shows differently of an item."""

import strawberry

from cms import actions
from schema.management.answer import outcome
from schema.management.context import ManagementInfo
from schema.management.mutations.update_override import OverrideResult
from schema.management.override import override


@strawberry.input
class PublishOverrideInput:
    item: strawberry.ID
    site: str


async def publish_override(info: ManagementInfo, input: PublishOverrideInput) -> OverrideResult:
    work = actions.publish_override(info.context.desk, info.context.actor, str(input.item), input.site)
    return await outcome(OverrideResult, "override", work, override)
