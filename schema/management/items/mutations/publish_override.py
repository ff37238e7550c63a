"""Show visitors of a site what it shows differently of an item."""

import strawberry

from cms.items import actions
from schema.management.answer import outcome
from schema.management.context import ManagementInfo
from schema.management.ids import ID_OF
from schema.management.items.mutations.update_override import OverrideResult
from schema.management.items.types.override import override
from schema.management.items.types.targets_choice import TargetsInput
from storage.documents import SiteOverride


@strawberry.input
class PublishOverrideInput(TargetsInput):
    item: strawberry.ID = strawberry.field(description=ID_OF["item"])
    site: str = strawberry.field(description="Key of the site that shows it differently.")


@strawberry.mutation(description="Show visitors of a site what it says differently of an item.")
async def publish_override(info: ManagementInfo, input: PublishOverrideInput) -> OverrideResult:
    return await outcome(OverrideResult, "override", _publish(info, input), override)


async def _publish(info: ManagementInfo, input: PublishOverrideInput) -> SiteOverride:
    services, actor = info.context.services, info.context.actor
    return await actions.publish_override(services, actor, str(input.item), input.site, input.choice())
