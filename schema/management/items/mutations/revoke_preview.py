"""End a preview at once."""

from typing import Optional

import strawberry

from cms.items import actions
from schema.management.answer import MutationResult, outcome
from schema.management.context import ManagementInfo


@strawberry.input
class RevokePreviewInput:
    id: strawberry.ID


@strawberry.type(description="Either `revoked`, or `refusal` and then nothing was changed.")
class RevokePreviewResult(MutationResult):
    revoked: Optional[bool] = None


@strawberry.mutation(description="End a preview at once.")
async def revoke_preview(info: ManagementInfo, input: RevokePreviewInput) -> RevokePreviewResult:
    work = actions.revoke_preview(info.context.services, info.context.actor, str(input.id))
    return await outcome(RevokePreviewResult, "revoked", work, lambda _: True)
