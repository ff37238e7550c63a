"""Send a mail that has failed, or was kept for want of a mail server."""

from cms.access.actor import EVERYWHERE, Actor
from cms.kernel.desk import Desk
from cms.kernel.errors import NotFound, TransitionNotAllowed
from cms.mail.queue_mail import hand_over
from storage.documents import AuditEntry, Mail
from storage.mongo import Session

RIGHT = "manage_worker"
FROM = ("failed", "kept")


async def send_mail_again(desk: Desk, actor: Actor, id: str) -> Mail:
    """The mail, waiting again with all its tries before it. Raises NotFound, TransitionNotAllowed."""

    async def write(session: Session) -> Mail:
        mail = await desk.repository.mails.read(id, session)
        if mail is None or not actor.may(RIGHT, mail.site or EVERYWHERE):
            raise NotFound(f"There is no mail {id}.")
        if mail.state not in FROM:
            raise TransitionNotAllowed(f"This mail is {mail.state}; only one that failed or was kept is sent again.")
        anew = {"state": "waiting", "tries": 0, "next_at": None, "error": None}
        await desk.repository.mails.change(mail, anew, session)
        await hand_over(desk, mail, session)
        await _audit(desk, actor, mail, session)
        return mail.model_copy(update=anew)

    return await desk.transact(write)


async def _audit(desk: Desk, actor: Actor, mail: Mail, session: Session) -> None:
    details = {"mail": mail.id, "template": mail.template}
    entry = AuditEntry(at=desk.clock(), by=actor.id, action="send_mail_again", site=mail.site, details=details)
    await desk.repository.history.audit(entry, session)
