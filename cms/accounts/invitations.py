"""Links by mail that let somebody set a password: invitations of new people, and resets of forgotten passwords.

A new link takes none away that was sent before, as anybody can ask for one: each ends by itself, and all of them once
one of them is used (`cms.accounts.sign_in.sessions.end_access`)."""

from datetime import timedelta

from cms.accounts.one_time_tokens import give_token
from cms.kernel.services import Services
from cms.mail.queue_mail import queue_mail
from storage.documents import Account
from storage.mongo import Session

SET_PASSWORD = "set_password"
INVITATION_LASTS = timedelta(hours=72)
RESET_LASTS = timedelta(hours=1)


async def invite(services: Services, session: Session, account: Account) -> None:
    """Queues the mail "invitation" with a link with which the new person sets the first password, for 72 hours."""
    await _send(services, session, account, "invitation", INVITATION_LASTS)


async def send_reset(services: Services, session: Session, account: Account) -> None:
    """Queues the mail "password_reset" with a link that sets a new password, for one hour."""
    await _send(services, session, account, "password_reset", RESET_LASTS)


async def end_links(services: Services, session: Session, account: str) -> None:
    """No link that was sent lets this person set a password any more."""
    await services.repository.one_time_tokens.remove_of(account, session, SET_PASSWORD)


async def password_link(
    services: Services, session: Session, account: Account, lasts: timedelta = INVITATION_LASTS
) -> str:
    """An address at which this person sets a password, for a mail that says more than that."""
    token = await give_token(services, session, SET_PASSWORD, lasts, account=account.id)
    return f"{password_page(services)}?token={token}"


def password_page(services: Services) -> str:
    return f"{services.base_url}/admin/set-password"


async def _send(services: Services, session: Session, account: Account, template: str, lasts: timedelta) -> None:
    await queue_mail(
        services,
        session,
        to=account.email,
        template=template,
        locale=account.locale,
        values={"name": account.name, "hours": str(lasts // timedelta(hours=1))},
        secrets={"link": await password_link(services, session, account, lasts)},
    )
