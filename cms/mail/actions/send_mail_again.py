"""Send a mail that has failed, or was kept for want of a mail server."""

from dataclasses import dataclass, field

from cms.access.action import action
from cms.access.actor import EVERYWHERE
from cms.access.change import Change
from cms.access.record import Subject
from cms.kernel.errors import NotFound, TransitionNotAllowed
from cms.mail.queue_mail import hand_over
from storage.documents import Mail

RIGHT = "manage_worker"
FROM = ("failed", "kept")


@dataclass
class MailChange(Change):
    """A change of a mail, of which those do not know who may not work on it."""

    mail: Mail = field(init=False)

    async def load(self, id: str) -> None:
        """Raises NotFound."""
        mail = await self.repository.mails.read(id, self.session)
        if mail is None or not self.actor.may(self.right, mail.site or EVERYWHERE):
            raise NotFound(f"There is no mail {id}.")
        self.mail = mail

    def subject(self) -> Subject:
        return Subject(site=self.mail.site)


@action(right=RIGHT)
async def send_mail_again(change: MailChange, id: str) -> Mail:
    """The mail, waiting again with all its tries before it. Raises NotFound, TransitionNotAllowed."""
    mail = change.mail
    if mail.state not in FROM:
        raise TransitionNotAllowed(f"This mail is {mail.state}; only one that failed or was kept is sent again.")
    anew = {"state": "waiting", "tries": 0, "next_at": None, "error": None}
    await change.repository.mails.change(mail, anew, change.session)
    await hand_over(change.services, mail, change.session)
    change.tell(mail=mail.id, template=mail.template)
    return mail.model_copy(update=anew)
