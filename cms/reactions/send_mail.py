"""Mails on their way: each is tried until the mail server takes it, refuses it for good, or a day has passed."""

from datetime import timedelta
from typing import Any

from cms.applications.mail_attachments import attachments_of
from cms.kernel.desk import Desk
from cms.kernel.log_redaction import redacted_text
from cms.kernel.work.outcome import Postponed
from cms.mail.mail_values import UnreadableSecret, mail_values
from cms.mail.message import mail_message
from cms.mail.sender import sender_of
from cms.mail.smtp import NotSent, Refused, send_by_smtp
from storage.documents import Mail, OutboxEvent

WAITS = tuple(timedelta(minutes=minutes) for minutes in (0.5, 2, 5, 15, 30, 60, 120, 240, 480, 480))
"""After each try that went wrong; a mail for which none is left has failed. Greylisting is over after minutes, a broken
server is repaired in a day."""


async def send_mail(desk: Desk, event: OutboxEvent) -> None:
    """Sends at least once: a worker that dies before it has recorded that a mail is sent leaves the same mail, with the
    same Message-ID, to be sent again. Raises Postponed until the next try."""
    mail = await desk.repository.mails.get(event.payload["mail"])
    if mail is None or mail.state != "waiting":
        return
    if mail.next_at and mail.next_at > desk.clock():
        raise Postponed(mail.next_at, mail.error or "")
    changes = await _tried(desk, mail)
    await desk.transact(lambda session: desk.repository.mails.change(mail, changes, session))
    if next_at := changes.get("next_at"):
        raise Postponed(next_at, changes["error"])


async def _tried(desk: Desk, mail: Mail) -> dict[str, Any]:
    """What becomes of the mail."""
    if desk.settings.smtp_url is None:
        return {"state": "kept"}
    try:
        await _send(desk, mail, desk.settings.smtp_url.get_secret_value())
    except NotSent as error:
        return _tried_in_vain(desk, mail, str(error))
    except (Refused, UnreadableSecret, ValueError) as error:
        return {"state": "failed", "tries": mail.tries + 1, "error": redacted_text(str(error)), "next_at": None}
    return {"state": "sent", "sent_at": desk.clock(), "sealed": {}, "error": None, "next_at": None}


async def _send(desk: Desk, mail: Mail, url: str) -> None:
    sender = await sender_of(desk, mail)
    attached = await attachments_of(desk, mail)
    message = mail_message(mail, mail_values(desk, mail), sender, attached)
    await send_by_smtp(url, message, sender.address, mail.to, desk.settings.smtp_timeout_seconds)


def _tried_in_vain(desk: Desk, mail: Mail, reason: str) -> dict[str, Any]:
    changes: dict[str, Any] = {"tries": mail.tries + 1, "error": redacted_text(reason), "next_at": None}
    if mail.tries >= len(WAITS):
        return {**changes, "state": "failed"}
    return {**changes, "next_at": desk.clock() + WAITS[mail.tries]}
