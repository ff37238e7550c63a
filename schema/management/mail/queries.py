"""Mails that were sent, wait, failed or are kept."""

from typing import Annotated, Optional

import strawberry

from cms.mail.queries.mails import MailFilter, find_mails
from schema.management.context import ManagementInfo
from schema.management.mail.types import Mail, MailState, mail
from schema.management.pages import DEFAULT_PAGE, After, Connection, First, page


@strawberry.input(description="Which mails to list.")
class MailFilterInput:
    state: Optional[MailState] = strawberry.field(default=None, description="Where they stand.")
    template: Optional[str] = strawberry.field(default=None, description="As in `Mail.template`.")
    to: Optional[str] = strawberry.field(default=None, description="The whole address.")
    site: Optional[str] = strawberry.field(default=None, description="Key of the site in whose name they are sent.")
    item: Optional[strawberry.ID] = strawberry.field(
        default=None, description="Id of the item or application that they are about."
    )


@strawberry.type
class MailQueries:
    @strawberry.field(
        description="Mails of the sites whose people or worker the viewer looks after, newest first; kept for 90 days."
    )
    async def mails(
        self,
        info: ManagementInfo,
        filter: Annotated[
            Optional[MailFilterInput],
            strawberry.argument(description="Left out, all of them; what it names must all hold."),
        ] = None,
        first: First = DEFAULT_PAGE,
        after: After = None,
    ) -> Connection[Mail]:
        wanted = _filter(filter) if filter else MailFilter()
        return await page(info, find_mails(info.context.services, info.context.actor, wanted), mail, first, after)


def _filter(given: MailFilterInput) -> MailFilter:
    state = str(given.state.value) if given.state else None
    about = str(given.item) if given.item else None
    return MailFilter(state=state, template=given.template, to=given.to, site=given.site, about=about)
