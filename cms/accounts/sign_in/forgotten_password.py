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
from cms.kernel.desk import Desk
from cms.kernel.errors import Invalid, Problem, TooManyRequests
from storage.documents import Account, OutboxEvent
from storage.mongo import Session

RESET_REQUESTED = "PasswordResetRequested"
_PURPOSE = "reset request"


async def request_reset(desk: Desk, visitor: Visitor, email: str) -> None:
    """Leaves the rest to a worker, whether anybody has this address or not: so nobody learns which of them it is, not
    even from the time that it takes. Raises TooManyRequests for a network, Unavailable."""
    await count_attempt(desk, network_limits(visitor))
    try:
        known = read_email(email)
    except NotAnEmail:
        return
    if not await _may_get_another(desk, known):
        return
    now = desk.clock()
    event = OutboxEvent(name=RESET_REQUESTED, at=now, due_at=now)
    event.payload = {"email": desk.vault.seal(_PURPOSE, event.id, known)}
    await desk.transact(lambda session: desk.repository.outbox.add(event, session))


async def _may_get_another(desk: Desk, email: str) -> bool:
    try:
        await count_attempt(desk, mail_limits(desk, email))
    except TooManyRequests:
        return False
    return True


async def mail_reset_link(desk: Desk, event: OutboxEvent) -> None:
    """The reaction to RESET_REQUESTED: a mail to whoever has this address, one for each event."""
    email = desk.vault.open(_PURPOSE, event.id, event.payload.get("email", ""))
    account = await desk.repository.accounts.by_email(email) if email else None
    if account is None or not account.is_active:
        return

    async def write(session: Session) -> None:
        if await is_first_time(desk, session, RESET_REQUESTED, event.id, timedelta(days=7)):
            await send_reset(desk, session, account)
            await record_sign_in(desk, session, "password_reset_requested", account.id)

    await desk.transact(write)


async def set_password(desk: Desk, visitor: Visitor, token: str, password: str) -> Account:
    """Uses the link up; whoever was signed in as this person is no more, and nobody is yet: the next step is to sign
    in. Raises Invalid, TooManyRequests, Unavailable."""
    await count_attempt(desk, network_limits(visitor))
    known = await desk.repository.one_time_tokens.get(hash_of(token[:LONGEST]), SET_PASSWORD, desk.clock())
    holder = await active_account(desk, known.account) if known else None
    if holder is None:
        raise _useless()
    if problems := await password_problems("password", password, about=(holder.email, holder.name)):
        raise Invalid(problems)
    hash = await hash_password(password)
    account = await desk.transact(lambda session: _set(desk, session, token, hash))
    await forget_attempts(desk, sign_in_limits(desk, visitor, account.email, None))
    return account


async def _set(desk: Desk, session: Session, token: str, hash: str) -> Account:
    taken = await take_token(desk, session, SET_PASSWORD, token)
    account = await desk.repository.accounts.read(taken.account, session) if taken else None
    if account is None or not account.is_active:
        raise _useless()
    await desk.repository.accounts.change(account.id, {"password_hash": hash}, session)
    ended = await end_access(desk, session, account.id)
    await record_sign_in(desk, session, "password_reset", account.id, ended_sessions=ended)
    return account


def _useless() -> Invalid:
    text = "This link has expired, or one of your links was used: ask for another."
    return Invalid([Problem("token", "LINK_OVER", text)])
