"""Take an item out of the recycle bin for good."""

from typing import Optional

import strawberry

from cms.items import actions
from schema.management.answer import MutationResult, outcome
from schema.management.context import ManagementInfo


@strawberry.input
class PurgeItemInput:
    id: strawberry.ID = strawberry.field(description="Of an item in the recycle bin.")


@strawberry.type(description="Either `purged`, the id of what is gone, or `refusal` and then nothing was changed.")
class PurgeItemResult(MutationResult):
    purged: Optional[strawberry.ID] = strawberry.field(default=None, description="Null where it was refused.")


@strawberry.mutation(description="Take an item out of the recycle bin for good, its history included.")
async def purge_item(info: ManagementInfo, input: PurgeItemInput) -> PurgeItemResult:
    work = actions.purge_item(info.context.services, info.context.actor, str(input.id))
    return await outcome(PurgeItemResult, "purged", work, lambda _nothing: input.id)
