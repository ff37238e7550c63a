"""Give a ticket for an upload back."""

from typing import Optional

import strawberry

from cms.files import actions
from schema.management.answer import MutationResult, outcome
from schema.management.context import ManagementInfo


@strawberry.input
class CancelUploadInput:
    id: strawberry.ID = strawberry.field(description="Of one of the viewer's own tickets.")


@strawberry.type(description="Either `cancelled`, the ticket's id, or `refusal`.")
class CancelUploadResult(MutationResult):
    cancelled: Optional[strawberry.ID] = strawberry.field(default=None, description="Null where it was refused.")


@strawberry.mutation(description="Give a ticket back, and forget its bytes.")
async def cancel_upload(info: ManagementInfo, input: CancelUploadInput) -> CancelUploadResult:
    work = actions.cancel_upload(info.context.services, info.context.actor, str(input.id))
    return await outcome(CancelUploadResult, "cancelled", work, lambda _done: input.id)
