"""Forget a release; its items stay as they are."""

from typing import Optional

import strawberry

from cms.items import actions
from schema.management.answer import MutationResult, outcome
from schema.management.context import ManagementInfo
from schema.management.ids import ID_OF


@strawberry.input
class DeleteReleaseInput:
    id: strawberry.ID = strawberry.field(description=ID_OF["release"])


@strawberry.type(description="Either `deleted`, or `refusal` and then nothing was changed.")
class DeleteReleaseResult(MutationResult):
    deleted: Optional[bool] = strawberry.field(
        default=None, description="True once it is gone; null where it was refused."
    )


@strawberry.mutation(description="Forget a release that is not scheduled; its items stay as they are.")
async def delete_release(info: ManagementInfo, input: DeleteReleaseInput) -> DeleteReleaseResult:
    work = actions.delete_release(info.context.services, info.context.actor, str(input.id))
    return await outcome(DeleteReleaseResult, "deleted", work, lambda _: True)
