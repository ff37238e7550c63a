"""A mail, and what became of it."""

from datetime import datetime
from enum import Enum
from typing import Any, Optional

import strawberry

from cms.mail.queries.mails import shown_mail
from schema.management.context import ManagementInfo
from storage.documents import Mail as StoredMail


@strawberry.enum(description="What became of a mail.")
class MailState(Enum):
    WAITING = strawberry.enum_value("waiting", description="For a worker, or for its next try.")
    SENT = strawberry.enum_value("sent", description="The mail server took it.")
    KEPT = strawberry.enum_value("kept", description="No mail server is set, so it is there to be read.")
    FAILED = strawberry.enum_value("failed", description="Not tried again by itself; see `sendMailAgain`.")


@strawberry.type(description="A mail that the CMS sends by itself, and what became of it.")
class Mail:
    id: strawberry.ID = strawberry.field(description="For `sendMailAgain`.")
    to: str = strawberry.field(description="One address.")
    template: str = strawberry.field(description="Name of what it says, such as application_rejected.")
    locale: str = strawberry.field(description="Of its text: en, cs or bg.")
    site: Optional[str] = strawberry.field(
        description="Key of the site in whose name it is sent; null for what belongs to none."
    )
    item: Optional[strawberry.ID] = strawberry.field(
        description="Id of the item or application that it is about; null for none."
    )
    state: MailState = strawberry.field(description="What became of it.")
    queued_at: datetime = strawberry.field(description="When it was to be sent first.")
    sent_at: Optional[datetime] = strawberry.field(description="When the mail server took it; null before.")
    tries: int = strawberry.field(description="That have gone wrong so far.")
    next_at: Optional[datetime] = strawberry.field(description="Of the next try.")
    error: Optional[str] = strawberry.field(description="What the mail server said last.")
    stored: strawberry.Private[StoredMail]

    @strawberry.field(description="In one line.")
    def subject(self, info: ManagementInfo) -> str:
        return shown_mail(info.context.services, info.context.actor, self.stored)[0]

    @strawberry.field(
        description="Plain text. Links that let somebody in are left out, but for administrators of all sites "
        "while it is kept."
    )
    def text(self, info: ManagementInfo) -> str:
        return shown_mail(info.context.services, info.context.actor, self.stored)[1]


def mail(document: dict[str, Any]) -> Mail:
    return stored_mail(StoredMail.model_validate(document))


def stored_mail(one: StoredMail) -> Mail:
    return Mail(
        id=strawberry.ID(one.id),
        to=one.to,
        template=one.template,
        locale=one.locale,
        site=one.site,
        item=strawberry.ID(one.about) if one.about else None,
        state=MailState(one.state),
        queued_at=one.queued_at,
        sent_at=one.sent_at,
        tries=one.tries,
        next_at=one.next_at if one.state == "waiting" else None,
        error=one.error,
        stored=one,
    )
