"""Mails on their way: each is tried until the mail server takes it, refuses it for good, or a day has passed."""

from datetime import timedelta
from typing import Any

from cms.applications.mail_attachments import attachments_of
from cms.kernel.log_redaction import redacted_text
from cms.kernel.services import Services
from cms.kernel.work.outcome import Postponed
from cms.mail.mail_values import UnreadableSecret, mail_values
from cms.mail.message import mail_message
from cms.mail.sender import sender_of
from cms.mail.smtp import NotSent, Refused, send_by_smtp
from storage.documents import Mail, OutboxEvent

WAITS = tuple(timedelta(minutes=minutes) for minutes in (0.5, 2, 5, 15, 30, 60, 120, 240, 480, 480))
"""After each try that went wrong; a mail for which none is left has failed. Greylisting is over after minutes, a broken
server is repaired in a day."""


async def send_mail(services: Services, event: OutboxEvent) -> None:
    """Sends at least once: a worker that dies before it has recorded that a mail is sent leaves the same mail, with the
    same Message-ID, to be sent again. Raises Postponed until the next try."""
    mail = await services.repository.mails.get(event.payload["mail"])
    if mail is None or mail.state != "waiting":
        return
    if mail.next_at and mail.next_at > services.clock():
        raise Postponed(mail.next_at, mail.error or "")
    changes = await _tried(services, mail)
    await services.transact(lambda session: services.repository.mails.change(mail, changes, session))
    if next_at := changes.get("next_at"):
        raise Postponed(next_at, changes["error"])


async def _tried(services: Services, mail: Mail) -> dict[str, Any]:
    """What becomes of the mail."""
    if services.settings.smtp_url is None:
        return {"state": "kept"}
    try:
        await _send(services, mail, services.settings.smtp_url.get_secret_value())
    except NotSent as error:
        return _tried_in_vain(services, mail, str(error))
    except (Refused, UnreadableSecret, ValueError) as error:
        return {"state": "failed", "tries": mail.tries + 1, "error": redacted_text(str(error)), "next_at": None}
    return {"state": "sent", "sent_at": services.clock(), "sealed": {}, "error": None, "next_at": None}


async def _send(services: Services, mail: Mail, url: str) -> None:
    sender = await sender_of(services, mail)
    attached = await attachments_of(services, mail)
    message = mail_message(mail, mail_values(services, mail), sender, attached)
    await send_by_smtp(url, message, sender.address, mail.to, services.settings.smtp_timeout_seconds)


def _tried_in_vain(services: Services, mail: Mail, reason: str) -> dict[str, Any]:
    changes: dict[str, Any] = {"tries": mail.tries + 1, "error": redacted_text(reason), "next_at": None}
    if mail.tries >= len(WAITS):
        return {**changes, "state": "failed"}
    return {**changes, "next_at": services.clock() + WAITS[mail.tries]}
