"""Queue a mail in the transaction of the change that it tells of."""

import hashlib
from collections.abc import Mapping

from cms.kernel.services import Services
from cms.kernel.work.lanes import MAIL
from cms.mail.mail_templates import check_values
from cms.mail.mail_values import seal_values
from storage.documents import Mail, OutboxEvent
from storage.ids import new_id
from storage.mongo import Session

MAIL_QUEUED = "MailQueued"


async def queue_mail(
    services: Services,
    session: Session,
    *,
    to: str,
    template: str,
    locale: str,
    values: Mapping[str, str],
    secrets: Mapping[str, str] | None = None,
    about: str | None = None,
    site: str | None = None,
    reply_to: str | None = None,
    attach: str | None = None,
    once: str | None = None,
) -> Mail:
    """The mail, which is sent once the transaction is through. `to` is one address; `template` names one of the mail
    templates, filled with `values` in `locale`; `secrets` are values too, stored sealed, such as links that let
    somebody in; `about` is the id of the item that it is about;
    `site` the key of the site in whose name it is sent; `reply_to` the address that answers go to; `attach` names
    what comes with it (`cms.applications.mail_attachments`).
    `once`: what it is sent for, so that whoever asks again for the same gets the mail that is there.

    Raises ValueError for values other than those that the template declares.
    """
    check_values(template, {*values, *(secrets or {})})
    id = _id_for(once, to) if once else new_id()
    if once and (there := await services.repository.mails.read(id, session)):
        return there
    now = services.clock()
    mail = Mail(
        id=id,
        to=to,
        template=template,
        locale=locale,
        values=dict(values),
        about=about,
        site=site,
        reply_to=reply_to,
        attach=attach,
        queued_at=now,
    )
    mail.sealed = seal_values(services.vault, mail, secrets or {})
    await services.repository.mails.insert(mail, session)
    await hand_over(services, mail, session)
    return mail


async def hand_over(services: Services, mail: Mail, session: Session) -> None:
    """Leaves a waiting mail to the worker."""
    now = services.clock()
    event = OutboxEvent(name=MAIL_QUEUED, lane=MAIL, at=now, due_at=now, payload={"mail": mail.id})
    await services.repository.outbox.add(event, session)


def _id_for(once: str, to: str) -> str:
    return hashlib.sha256(f"{once}\n{to}".encode()).hexdigest()[:24]
