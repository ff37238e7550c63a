"""Queue a mail in the transaction of the change that it tells of."""

from collections.abc import Mapping

from cms.desk import Desk
from cms.mail.mail_values import seal_values
from cms.work.lanes import MAIL
from storage.documents import Mail, OutboxEvent
from storage.mongo import Session

MAIL_QUEUED = "MailQueued"


async def queue_mail(
    desk: Desk,
    session: Session,
    *,
    to: str,
    template: str,
    locale: str,
    values: Mapping[str, str],
    secrets: Mapping[str, str] | None = None,
    about: str | None = None,
) -> Mail:
    """The mail, which is sent once the transaction is through. `to` is one address; `template` names one of the mail
    templates, filled with `values` in `locale`; `secrets` are values too, stored sealed, such as links that let
    somebody in; `about` is the id of the item that it is about."""
    now = desk.clock()
    mail = Mail(to=to, template=template, locale=locale, values=dict(values), about=about, queued_at=now)
    mail.sealed = seal_values(desk.vault, mail, secrets or {})
    await desk.repository.mails.insert(mail, session)
    await desk.repository.outbox.add(
        OutboxEvent(name=MAIL_QUEUED, lane=MAIL, at=now, due_at=now, payload={"mail": mail.id}), session
    )
    return mail
