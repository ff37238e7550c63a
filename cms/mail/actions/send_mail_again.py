"""Send a mail that has failed, or was kept for want of a mail server."""

from cms.access.actor import EVERYWHERE, Actor
from cms.kernel.errors import NotFound, TransitionNotAllowed
from cms.kernel.services import Services
from cms.mail.queue_mail import hand_over
from storage.documents import AuditEntry, Mail
from storage.mongo import Session

RIGHT = "manage_worker"
FROM = ("failed", "kept")


async def send_mail_again(services: Services, actor: Actor, id: str) -> Mail:
    """The mail, waiting again with all its tries before it. Raises NotFound, TransitionNotAllowed."""

    async def write(session: Session) -> Mail:
        mail = await services.repository.mails.read(id, session)
        if mail is None or not actor.may(RIGHT, mail.site or EVERYWHERE):
            raise NotFound(f"There is no mail {id}.")
        if mail.state not in FROM:
            raise TransitionNotAllowed(f"This mail is {mail.state}; only one that failed or was kept is sent again.")
        anew = {"state": "waiting", "tries": 0, "next_at": None, "error": None}
        await services.repository.mails.change(mail, anew, session)
        await hand_over(services, mail, session)
        await _audit(services, actor, mail, session)
        return mail.model_copy(update=anew)

    return await services.transact(write)


async def _audit(services: Services, actor: Actor, mail: Mail, session: Session) -> None:
    details = {"mail": mail.id, "template": mail.template}
    entry = AuditEntry(at=services.clock(), by=actor.id, action="send_mail_again", site=mail.site, details=details)
    await services.repository.history.audit(entry, session)
