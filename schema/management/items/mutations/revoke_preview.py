"""End a preview at once."""

from typing import Optional

import strawberry

from cms.items import actions
from schema.management.answer import MutationResult, outcome
from schema.management.context import ManagementInfo


@strawberry.input
class RevokePreviewInput:
    id: strawberry.ID = strawberry.field(description="Of the preview, as in `previews`.")


@strawberry.type(description="Either `revoked`, or `refusal` and then nothing was changed.")
class RevokePreviewResult(MutationResult):
    revoked: Optional[bool] = strawberry.field(
        default=None, description="True once it is over; null where it was refused."
    )


@strawberry.mutation(description="End a preview at once.")
async def revoke_preview(info: ManagementInfo, input: RevokePreviewInput) -> RevokePreviewResult:
    work = actions.revoke_preview(info.context.services, info.context.actor, str(input.id))
    return await outcome(RevokePreviewResult, "revoked", work, lambda _: True)
