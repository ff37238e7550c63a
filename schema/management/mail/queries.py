"""Mails that were sent, wait, failed or are kept."""

from typing import Optional

import strawberry

from cms.mail.queries.mails import MailFilter, find_mails
from schema.management.context import ManagementInfo
from schema.management.mail.types import Mail, MailState, mail
from schema.management.pages import DEFAULT_PAGE, After, Connection, First, page


@strawberry.input
class MailFilterInput:
    state: Optional[MailState] = None
    template: Optional[str] = None
    to: Optional[str] = None
    site: Optional[str] = None
    item: Optional[strawberry.ID] = None


@strawberry.type
class MailQueries:
    @strawberry.field(
        description="Mails of the sites whose people or worker the viewer looks after, newest first; kept for 90 days."
    )
    async def mails(
        self,
        info: ManagementInfo,
        filter: Optional[MailFilterInput] = None,
        first: First = DEFAULT_PAGE,
        after: After = None,
    ) -> Connection[Mail]:
        wanted = _filter(filter) if filter else MailFilter()
        return await page(info, find_mails(info.context.services, info.context.actor, wanted), mail, first, after)


def _filter(given: MailFilterInput) -> MailFilter:
    state = given.state.value if given.state else None
    about = str(given.item) if given.item else None
    return MailFilter(state=state, template=given.template, to=given.to, site=given.site, about=about)
