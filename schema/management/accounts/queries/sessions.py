"""Who is signed in where."""

from typing import Annotated, Optional

import strawberry

from cms.accounts.queries.sign_in import list_sessions
from schema.management.accounts.types.sessions import SignedInSession, signed_in_session
from schema.management.context import ManagementInfo
from schema.management.pages import DEFAULT_PAGE, After, Connection, First, page


@strawberry.type
class SessionQueries:
    @strawberry.field(description="The viewer's own sessions; those of another account for whoever manages people.")
    async def sessions(
        self,
        info: ManagementInfo,
        account: Annotated[
            Optional[strawberry.ID],
            strawberry.argument(description="Id of another account; left out, the viewer's own."),
        ] = None,
        first: First = DEFAULT_PAGE,
        after: After = None,
    ) -> Connection[SignedInSession]:
        listing = list_sessions(info.context.services, info.context.actor, str(account) if account else None)
        return await page(info, listing, signed_in_session, first, after)
