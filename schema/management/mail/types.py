"""A mail, and what became of it."""

from datetime import datetime
from enum import Enum
from typing import Any, Optional

import strawberry

from cms.mail.queries.mails import shown_mail
from schema.management.context import ManagementInfo
from storage.documents import Mail as StoredMail


@strawberry.enum
class MailState(Enum):
    WAITING = "waiting"
    SENT = "sent"
    KEPT = "kept"
    FAILED = "failed"


@strawberry.type
class Mail:
    id: strawberry.ID
    to: str
    template: str
    locale: str
    site: Optional[str]
    item: Optional[strawberry.ID] = strawberry.field(description="What it is about.")
    state: MailState = strawberry.field(description="KEPT: no mail server is set.")
    queued_at: datetime
    sent_at: Optional[datetime]
    tries: int = strawberry.field(description="That have gone wrong so far.")
    next_at: Optional[datetime] = strawberry.field(description="Of the next try.")
    error: Optional[str] = strawberry.field(description="What the mail server said last.")
    stored: strawberry.Private[StoredMail]

    @strawberry.field
    def subject(self, info: ManagementInfo) -> str:
        return shown_mail(info.context.services, info.context.actor, self.stored)[0]

    @strawberry.field(
        description="Links that let somebody in are left out, but for administrators of all sites while it is kept."
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
