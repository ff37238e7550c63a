"""Setting a password by a link that came by mail: asked for, sent by a worker, used once."""

from datetime import timedelta

from cms.accounts.holders import active_account
from cms.accounts.invitations import SET_PASSWORD, send_reset
from cms.accounts.one_time_tokens import LONGEST, hash_of, is_first_time, take_token
from cms.accounts.password_rules import password_problems
from cms.accounts.passwords import hash_password
from cms.accounts.sign_in.limits import count_attempt, forget_attempts, mail_limits, network_limits, sign_in_limits
from cms.accounts.sign_in.record import record_sign_in
from cms.accounts.sign_in.sessions import end_access
from cms.accounts.sign_in.visitor import Visitor
from cms.content.rules.email_address import NotAnEmail, read_email
from cms.kernel.errors import Invalid, Problem, TooManyRequests
from cms.kernel.services import Services
from storage.documents import Account, OutboxEvent
from storage.mongo import Session

RESET_REQUESTED = "PasswordResetRequested"
_PURPOSE = "reset request"


async def request_reset(services: Services, visitor: Visitor, email: str) -> None:
    """Leaves the rest to a worker, whether anybody has this address or not: so nobody learns which of them it is, not
    even from the time that it takes. Raises TooManyRequests for a network, Unavailable."""
    await count_attempt(services, network_limits(visitor))
    try:
        known = read_email(email)
    except NotAnEmail:
        return
    if not await _may_get_another(services, known):
        return
    now = services.clock()
    event = OutboxEvent(name=RESET_REQUESTED, at=now, due_at=now)
    event.payload = {"email": services.vault.seal(_PURPOSE, event.id, known)}
    await services.transact(lambda session: services.repository.outbox.add(event, session))


async def _may_get_another(services: Services, email: str) -> bool:
    try:
        await count_attempt(services, mail_limits(services, email))
    except TooManyRequests:
        return False
    return True


async def mail_reset_link(services: Services, event: OutboxEvent) -> None:
    """The reaction to RESET_REQUESTED: a mail to whoever has this address, one for each event."""
    email = services.vault.open(_PURPOSE, event.id, event.payload.get("email", ""))
    account = await services.repository.accounts.by_email(email) if email else None
    if account is None or not account.is_active:
        return

    async def write(session: Session) -> None:
        if await is_first_time(services, session, RESET_REQUESTED, event.id, timedelta(days=7)):
            await send_reset(services, session, account)
            await record_sign_in(services, session, "password_reset_requested", account.id)

    await services.transact(write)


async def set_password(services: Services, visitor: Visitor, token: str, password: str) -> Account:
    """Uses the link up; whoever was signed in as this person is no more, and nobody is yet: the next step is to sign
    in. Raises Invalid, TooManyRequests, Unavailable."""
    await count_attempt(services, network_limits(visitor))
    known = await services.repository.one_time_tokens.get(hash_of(token[:LONGEST]), SET_PASSWORD, services.clock())
    holder = await active_account(services, known.account) if known else None
    if holder is None:
        raise _useless()
    if problems := await password_problems("password", password, about=(holder.email, holder.name)):
        raise Invalid(problems)
    hash = await hash_password(password)
    account = await services.transact(lambda session: _set(services, session, token, hash))
    await forget_attempts(services, sign_in_limits(services, visitor, account.email, None))
    return account


async def _set(services: Services, session: Session, token: str, hash: str) -> Account:
    taken = await take_token(services, session, SET_PASSWORD, token)
    account = await services.repository.accounts.read(taken.account, session) if taken else None
    if account is None or not account.is_active:
        raise _useless()
    await services.repository.accounts.change(account.id, {"password_hash": hash}, session)
    ended = await end_access(services, session, account.id)
    await record_sign_in(services, session, "password_reset", account.id, ended_sessions=ended)
    return account


def _useless() -> Invalid:
    text = "This link has expired, or one of your links was used: ask for another."
    return Invalid([Problem("token", "LINK_OVER", text)])
