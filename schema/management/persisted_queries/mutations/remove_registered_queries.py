"""Take documents out of what a site has registered."""

from typing import Optional

import strawberry

from cms.persisted_queries.actions.remove_registered_queries import remove_registered_queries as remove
from cms.persisted_queries.registration import MAX_PER_SITE, RIGHT
from schema.management.answer import MutationResult, outcome
from schema.management.context import ManagementInfo


@strawberry.input
class RemoveRegisteredQueriesInput:
    site: str = strawberry.field(description=f"Key of the site; needs the right `{RIGHT}` on it.")
    hashes: list[str] = strawberry.field(
        description=f"As `RegisteredQuery.hash`, at most {MAX_PER_SITE:,}; unknown ones are left out."
    )


@strawberry.type(description="Either `removed` or `refusal`.")
class RemoveRegisteredQueriesResult(MutationResult):
    removed: Optional[int] = strawberry.field(
        default=None, description="How many were registered; null where it was refused."
    )


@strawberry.mutation(
    description="Take documents out of what a site has registered. Where the site answers registered queries only, its "
    "pages get no answer to them from then on."
)
async def remove_registered_queries(
    info: ManagementInfo, input: RemoveRegisteredQueriesInput
) -> RemoveRegisteredQueriesResult:
    work = remove(info.context.services, info.context.actor, site=input.site, hashes=input.hashes)
    return await outcome(RemoveRegisteredQueriesResult, "removed", work, int)
