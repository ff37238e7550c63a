"""Signing in with a provider of OpenID Connect: out to it, back from it, and whose account that is."""

from dataclasses import dataclass
from datetime import timedelta
from hmac import compare_digest

import orjson

from cms.accounts.one_time_tokens import give_token, new_token, remembered_by, take_token
from cms.accounts.sign_in.limits import count_attempt, forget_attempts, network_limits
from cms.accounts.sign_in.oidc_provider import Exchange, OidcPerson, OidcProvider
from cms.accounts.sign_in.record import record_failure, record_sign_in
from cms.accounts.sign_in.sessions import SignedIn, begin_session
from cms.accounts.sign_in.visitor import Visitor
from cms.content.rules.email_address import email_key
from cms.kernel.errors import SignInFailed
from cms.kernel.services import Services
from storage.documents import Account, Identity
from storage.errors import AlreadyExists
from storage.mongo import Session

STATE = "oidc"
STATE_LASTS = timedelta(minutes=10)
CALLBACK = "/session/oidc/callback"
_LONGEST_CODE = 4000
BEGIN_AGAIN = "This sign-in was not begun in this browser, took too long, or was finished already; begin again."
NOT_VERIFIED = "The sign-in service has not verified your e-mail address; ask those who run it."
NO_ACCOUNT = "You have no account here; ask an administrator for one."


@dataclass(frozen=True, slots=True)
class Answer:
    """What the browser brought back; `expected` is the state that it was sent out with, as its cookie says."""

    state: str
    expected: str
    code: str
    issuer: str | None = None
    error: str | None = None


async def begin_oidc(services: Services, provider: OidcProvider, visitor: Visitor, path: str) -> tuple[str, str]:
    """Where to send the browser, and the state for its cookie; `path` is where it goes in the end.

    Raises TooManyRequests, Unavailable."""
    await count_attempt(services, network_limits(visitor))
    exchange = Exchange(f"{services.base_url}{CALLBACK}", new_token(), new_token())
    remembered = orjson.dumps([exchange.nonce, exchange.verifier, path]).decode()
    await provider.address(exchange, "")  # an absent provider leaves nothing behind
    state = await services.transact(
        lambda session: give_token(services, session, STATE, STATE_LASTS, remembered=remembered)
    )
    return await provider.address(exchange, state), state


async def finish_oidc(
    services: Services, provider: OidcProvider, visitor: Visitor, answer: Answer
) -> tuple[SignedIn, str]:
    """Who got in, and the path to go to. Raises SignInFailed, Unavailable."""
    try:
        exchange, path = await _expected(services, provider, answer)
        person = await provider.person(answer.code, exchange, services.clock())
        entered = await _enter(services, visitor, person, creates=provider.creates_accounts)
    except SignInFailed:
        await record_failure(services, None, "oidc", visitor.network)
        raise
    await forget_attempts(services, network_limits(visitor))
    return entered, path


async def _expected(services: Services, provider: OidcProvider, answer: Answer) -> tuple[Exchange, str]:
    """Uses the state up, whatever comes of it."""
    is_this_browser = compare_digest(answer.state.encode(), answer.expected.encode()) and answer.state != ""
    token = await services.transact(lambda s: take_token(services, s, STATE, answer.state)) if is_this_browser else None
    remembered = remembered_by(services, token) if token else None
    if remembered is None:
        raise SignInFailed(BEGIN_AGAIN)
    if answer.error or not 0 < len(answer.code) <= _LONGEST_CODE or answer.issuer not in (None, provider.issuer):
        raise SignInFailed("The sign-in service did not let you in; try again, or ask those who run it.")
    nonce, verifier, path = orjson.loads(remembered)
    return Exchange(f"{services.base_url}{CALLBACK}", nonce, verifier), path


async def _enter(services: Services, visitor: Visitor, person: OidcPerson, *, creates: bool) -> SignedIn:
    async def write(session: Session) -> SignedIn:
        account = await _account_of(services, session, person, creates=creates)
        if account is None or not account.is_active:
            raise SignInFailed(NO_ACCOUNT)
        return await begin_session(services, session, account, visitor, "oidc")

    try:
        return await services.repository.mongo.transact(write)
    except AlreadyExists:  # somebody's first sign-in, twice at once: now the account is there
        return await services.repository.mongo.transact(write)


async def _account_of(services: Services, session: Session, person: OidcPerson, *, creates: bool) -> Account | None:
    """By the identity that was seen before; at the first time by the verified e-mail."""
    identity = await services.repository.identities.find(person.issuer, person.subject, session)
    if identity is not None:
        return await services.repository.accounts.read(identity.account, session)
    if person.email is None:
        raise SignInFailed(NOT_VERIFIED)
    account = await services.repository.accounts.read_by_email(email_key(person.email), session)
    if account is None and creates:
        account = await _new_account(services, session, person.email, person.name)
    if account is None or not account.is_active or await _is_somebody_else(services, session, person, account):
        return None
    await _link(services, session, person, account)
    return account


async def _is_somebody_else(services: Services, session: Session, person: OidcPerson, account: Account) -> bool:
    """The provider has given the address to another person than it had before."""
    return await services.repository.identities.of(person.issuer, account.id, session) is not None


async def _new_account(services: Services, session: Session, email: str, name: str) -> Account:
    account = Account(email=email_key(email), name=name, password_hash="")
    await services.repository.accounts.insert(account, session)
    await record_sign_in(services, session, "account_created", account.id, way="oidc")
    return account


async def _link(services: Services, session: Session, person: OidcPerson, account: Account) -> None:
    identity = Identity(issuer=person.issuer, subject=person.subject, account=account.id, linked_at=services.clock())
    await services.repository.identities.insert(identity, session)
    await record_sign_in(services, session, "identity_linked", account.id, issuer=person.issuer)
