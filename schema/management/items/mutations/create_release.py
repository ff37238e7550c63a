"""Begin a release: a name for items that are to go live together."""

import strawberry

from cms.items import actions
from schema.management.context import ManagementInfo
from schema.management.items.types.release_result import ReleaseResult, release_answer


@strawberry.input
class CreateReleaseInput:
    site: str = strawberry.field(description="Key of the site in whose time it is scheduled.")
    name: str


@strawberry.mutation(description="Begin a release, empty.")
async def create_release(info: ManagementInfo, input: CreateReleaseInput) -> ReleaseResult:
    services, actor = info.context.services, info.context.actor
    return await release_answer(actions.create_release(services, actor, input.site, input.name))
