"""Registered queries, for those who register them."""

from typing import Annotated

import strawberry

from cms.persisted_queries.queries.registered_queries import list_registered_queries
from schema.management.context import ManagementInfo
from schema.management.pages import DEFAULT_PAGE, After, Connection, First, page
from schema.management.persisted_queries.types import RegisteredQuery, registered_query


@strawberry.type
class RegisteredQueryQueries:
    @strawberry.field(description="Documents that a site has registered, newest first; needs the right to register.")
    async def registered_queries(
        self,
        info: ManagementInfo,
        site: Annotated[str, strawberry.argument(description="Key of the site.")],
        first: First = DEFAULT_PAGE,
        after: After = None,
    ) -> Connection[RegisteredQuery]:
        listing = list_registered_queries(info.context.services, info.context.actor, site)
        return await page(info, listing, registered_query, first, after)
