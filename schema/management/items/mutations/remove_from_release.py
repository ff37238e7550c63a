"""Take items out of a release."""

import strawberry

from cms.items import actions
from schema.management.answer import bounded
from schema.management.context import ManagementInfo
from schema.management.items.types.release_result import ReleaseResult, release_answer
from storage.documents import Release


@strawberry.input
class RemoveFromReleaseInput:
    id: strawberry.ID
    items: list[strawberry.ID] = strawberry.field(description="At most 40 at once.")


@strawberry.mutation(description="Take items out of a release.")
async def remove_from_release(info: ManagementInfo, input: RemoveFromReleaseInput) -> ReleaseResult:
    return await release_answer(_remove(info, input))


async def _remove(info: ManagementInfo, input: RemoveFromReleaseInput) -> Release:
    items = [str(one) for one in bounded("items", input.items)]
    return await actions.remove_from_release(info.context.services, info.context.actor, str(input.id), items)
