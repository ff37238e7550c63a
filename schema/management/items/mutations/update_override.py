"""Change the draft of what a site shows differently of an item."""

from typing import Optional

import strawberry

from cms.items import actions
from schema.management.answer import MergeResult, object_of, outcome
from schema.management.context import ManagementInfo
from schema.management.ids import ID_OF
from schema.management.items.types.override import Override, override
from schema.management.scalars import Json
from storage.documents import SiteOverride


@strawberry.input
class UpdateOverrideInput:
    item: strawberry.ID = strawberry.field(description=ID_OF["item"])
    site: str = strawberry.field(description="Key of the site that shows it differently; the right is asked for there.")
    base_version: int = strawberry.field(description="The override's version that the change started from, 0 for none.")
    changes: Json = strawberry.field(
        description="{role: value} for those that change, null empties one, as in "
        '{title: {cs: "…"}, lead: {cs: "…"}, image: "…", order: 1}. '
        "Languages that are not named stay; null takes one away."
    )


@strawberry.type(description="Either `override` as it is now, or `refusal` and then nothing was changed.")
class OverrideResult(MergeResult):
    override: Optional[Override] = strawberry.field(default=None, description="Null where it was refused.")


@strawberry.mutation(description="Change the draft of what a site shows differently of an item.")
async def update_override(info: ManagementInfo, input: UpdateOverrideInput) -> OverrideResult:
    return await outcome(OverrideResult, "override", _update(info, input), override)


async def _update(info: ManagementInfo, input: UpdateOverrideInput) -> SiteOverride:
    services, actor = info.context.services, info.context.actor
    changes = object_of("changes", input.changes)
    return await actions.update_override(services, actor, str(input.item), input.site, input.base_version, changes)
