"""Sessions: how they begin, are found again and end."""

from dataclasses import dataclass
from datetime import datetime, timedelta

from cms.accounts.one_time_tokens import LONGEST, hash_of, new_token
from cms.accounts.sign_in.record import record_sign_in
from cms.accounts.sign_in.visitor import Visitor
from cms.kernel.services import Services
from storage.documents import Account, SignedInSession
from storage.mongo import Session

LASTS = timedelta(hours=12)
IDLE = timedelta(hours=2)
TOUCHED_EVERY = timedelta(minutes=1)
LONGEST_USER_AGENT = 200


@dataclass(frozen=True, slots=True)
class SignedIn:
    """Somebody who has just got in; `token` is for the cookie and stored nowhere."""

    account: Account
    token: str


async def begin_session(services: Services, session: Session, account: Account, visitor: Visitor, way: str) -> SignedIn:
    """In the transaction of a sign-in. The session that this browser had until now ends."""
    if visitor.token:
        await _end_by_token(services, session, visitor.token)
    token, now = new_token(), services.clock()
    one = SignedInSession(
        token_hash=hash_of(token),
        account=account.id,
        created=now,
        seen=now,
        ends=now + LASTS,
        expires=_expires(now, now + LASTS),
        user_agent=visitor.user_agent[:LONGEST_USER_AGENT],
        network=visitor.network,
        way=way,
        generation=account.generation,
    )
    await services.repository.sessions.insert(one, session)
    await record_sign_in(services, session, "signed_in", account.id, way=way, network=visitor.network, session=one.id)
    return SignedIn(account, token)


async def find_session(services: Services, token: str) -> tuple[SignedInSession, Account] | None:
    """The session behind a token and whose it is, by two indexed reads; that it was used is written once a minute at
    most. None where the session is over or the account closed. Raises Unavailable."""
    if not token or len(token) > LONGEST:
        return None
    now = services.clock()
    found = await services.repository.sessions.by_token(hash_of(token), now)
    account = await services.repository.accounts.get(found.account) if found else None
    if found is None or account is None or not _holds(found, account):
        return None
    if now - found.seen >= TOUCHED_EVERY:
        await services.repository.sessions.touch(found.id, now, _expires(now, found.ends))
    return found, account


async def sign_out(services: Services, token: str) -> None:
    """Ends the session behind a token, if there is one."""
    found = await find_session(services, token)
    if found is None:
        return
    one, account = found

    async def write(session: Session) -> None:
        if await services.repository.sessions.remove(one.id, session):
            await record_sign_in(services, session, "signed_out", account.id, session=one.id)

    await services.transact(write)


async def end_access(services: Services, session: Session, account: str) -> int:
    """In the transaction of a change after which nobody may stay in: ends all sessions of the account, all sign-ins
    that are half done, and all links that set its password. Answers how many sessions there were."""
    await services.repository.accounts.next_generation(account, session)
    await services.repository.one_time_tokens.remove_of(account, session)
    return await services.repository.sessions.remove_of(account, session)


async def _end_by_token(services: Services, session: Session, token: str) -> None:
    await services.repository.sessions.remove_by_token(hash_of(token), session)


def _holds(one: SignedInSession, account: Account) -> bool:
    """The generation tells also of a session that began while the password was being changed."""
    return account.is_active and one.generation == account.generation


def _expires(now: datetime, ends: datetime) -> datetime:
    return min(now + IDLE, ends)
