"""What belongs to sites: what they show differently, their old addresses, and uses of terms."""

from typing import Annotated, Optional

import strawberry

from cms.items.queries import overrides
from cms.items.queries.redirects import list_redirects
from schema.management.context import ManagementInfo
from schema.management.ids import ID_OF
from schema.management.items.types.override import Override, listed_override, override
from schema.management.items.types.redirect import Redirect, redirect
from schema.management.pages import DEFAULT_PAGE, After, Connection, First, page


@strawberry.type
class SiteQueries:
    @strawberry.field(description="What a site shows differently of an item; null where it shows the original.")
    async def override(
        self,
        info: ManagementInfo,
        item: Annotated[strawberry.ID, strawberry.argument(description=ID_OF["item"])],
        site: Annotated[str, strawberry.argument(description="Key of the site.")],
    ) -> Optional[Override]:
        found = await overrides.get_override(info.context.services, info.context.actor, str(item), site)
        return override(found) if found else None

    @strawberry.field(description="All that a site shows differently, the latest change first.")
    async def overrides(
        self,
        info: ManagementInfo,
        site: Annotated[str, strawberry.argument(description="Key of the site.")],
        first: First = DEFAULT_PAGE,
        after: After = None,
    ) -> Connection[Override]:
        listing = overrides.list_overrides(info.context.services, info.context.actor, site)
        return await page(info, listing, listed_override, first, after)

    @strawberry.field(
        description="Old addresses of a site, the latest first; for those who manage it. `search`: a part of the path."
    )
    async def redirects(
        self,
        info: ManagementInfo,
        site: Annotated[str, strawberry.argument(description="Key of the site.")],
        search: Annotated[
            Optional[str], strawberry.argument(description="A part of the path; left out, all of them.")
        ] = None,
        first: First = DEFAULT_PAGE,
        after: After = None,
    ) -> Connection[Redirect]:
        listing = list_redirects(info.context.services, info.context.actor, site, search)
        return await page(info, listing, redirect, first, after)
