"""Signing in with e-mail and password, and with a code besides where the account asks for one."""

from dataclasses import dataclass
from datetime import timedelta

from cms.accounts.one_time_tokens import LONGEST, give_token, hash_of, remembered_by, take_token
from cms.accounts.passwords import hash_password, needs_rehash, verify_password
from cms.accounts.sign_in.limits import code_limits, count_attempt, forget_attempts, sign_in_limits
from cms.accounts.sign_in.record import record_failure
from cms.accounts.sign_in.second_factor import use_code
from cms.accounts.sign_in.sessions import SignedIn, begin_session
from cms.accounts.sign_in.visitor import Visitor
from cms.content.rules.email_address import email_key
from cms.kernel.errors import SignInFailed
from cms.kernel.services import Services
from storage.documents import Account
from storage.mongo import Session

CHALLENGE = "second_factor"
CHALLENGE_LASTS = timedelta(minutes=5)
MAX_CODES = 5
WRONG = "The e-mail or the password is wrong."
WRONG_CODE = "This code is wrong or was used already; wait for the next one."
CHALLENGE_OVER = "This took too long or too many tries; sign in again."


@dataclass(frozen=True, slots=True)
class CodeNeeded:
    """The password was right. `challenge` is given back with the code, within CHALLENGE_LASTS; nobody is in yet."""

    challenge: str


async def sign_in(services: Services, visitor: Visitor, email: str, password: str) -> SignedIn | CodeNeeded:
    """Raises SignInFailed, TooManyRequests, Unavailable."""
    email = email_key(email)
    account = await services.repository.accounts.by_email(email)
    limits = sign_in_limits(services, visitor, email, account.id if account else None)
    await count_attempt(services, limits)
    may_enter = account is not None and account.is_active
    matches = await verify_password(account.password_hash if account and may_enter else None, password)
    if account is None or not matches:
        await record_failure(services, account.id if account else None, "password", visitor.network)
        raise SignInFailed(WRONG)
    await forget_attempts(services, limits)
    await _rehash(services, account, password)
    return await _let_in(services, account, visitor)


async def _rehash(services: Services, account: Account, password: str) -> None:
    """The same password, hashed as is right today, unless it was changed meanwhile."""
    if needs_rehash(account.password_hash):
        before, after = account.password_hash, await hash_password(password)
        await services.transact(
            lambda session: services.repository.accounts.replace_hash(account.id, before, after, session)
        )


async def _let_in(services: Services, account: Account, visitor: Visitor) -> SignedIn | CodeNeeded:
    factor = await services.repository.second_factors.get(account.id)

    async def ask_for_code(session: Session) -> CodeNeeded:
        generation = str(account.generation)
        return CodeNeeded(
            await give_token(services, session, CHALLENGE, CHALLENGE_LASTS, account=account.id, remembered=generation)
        )

    async def enter(session: Session) -> SignedIn:
        return await begin_session(services, session, account, visitor, "password")

    return await services.transact(ask_for_code if factor and factor.secret else enter)


async def sign_in_with_code(services: Services, visitor: Visitor, challenge: str, code: str) -> SignedIn:
    """The second step. Raises SignInFailed, TooManyRequests, Unavailable."""
    account = await _challenged(services, challenge)
    if account is None:
        await record_failure(services, None, "challenge", visitor.network)
        raise SignInFailed(CHALLENGE_OVER)
    limits = code_limits(visitor, account.id)
    await count_attempt(services, limits)
    try:
        entered = await services.transact(lambda session: _enter(services, session, account, visitor, challenge, code))
    except SignInFailed:
        await record_failure(services, account.id, "code", visitor.network)
        raise
    await forget_attempts(services, limits)
    return entered


async def _challenged(services: Services, challenge: str) -> Account | None:
    """Whose it is, if one more try is allowed and nothing that would end it has happened."""
    hash = hash_of(challenge[: LONGEST + 1])
    asked = await services.repository.one_time_tokens.count_try(hash, CHALLENGE, services.clock(), MAX_CODES)
    account = await services.repository.accounts.get(asked.account) if asked else None
    if asked is None or account is None or not account.is_active:
        return None
    return account if remembered_by(services, asked) == str(account.generation) else None


async def _enter(
    services: Services, session: Session, account: Account, visitor: Visitor, challenge: str, code: str
) -> SignedIn:
    """Uses code and challenge up together. Raises SignInFailed, and then neither is."""
    if await take_token(services, session, CHALLENGE, challenge) is None:
        raise SignInFailed(CHALLENGE_OVER)
    way = await use_code(services, session, account.id, code)
    if way is None:
        raise SignInFailed(WRONG_CODE)
    return await begin_session(services, session, account, visitor, way)
