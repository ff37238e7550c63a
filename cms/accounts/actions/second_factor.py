"""Turn one's own second factor on and off: begin, confirm with a code, renew the codes on paper, turn off."""

from collections.abc import Callable, Coroutine
from dataclasses import dataclass, field
from typing import Any

from cms.access.actor import Actor
from cms.accounts.sign_in.limits import code_limits, count_attempt, forget_attempts
from cms.accounts.sign_in.own_account import own_account, require_password
from cms.accounts.sign_in.record import record_sign_in
from cms.accounts.sign_in.second_factor import (
    matching_counter,
    new_recovery_codes,
    new_secret,
    otpauth_uri,
    recovery_digests,
    sealed_secret,
    use_code,
)
from cms.accounts.sign_in.visitor import Visitor
from cms.kernel.errors import Invalid, Problem
from cms.kernel.services import Services
from storage.documents import Account, SecondFactor
from storage.mongo import Session


@dataclass(frozen=True, slots=True)
class Enrolment:
    """Shown once: `uri` as a picture for an authenticator app, `secret` for typing it in."""

    secret: str = field(repr=False)
    uri: str = field(repr=False)


async def begin_second_factor(services: Services, actor: Actor, here: str | None, password: str | None) -> Enrolment:
    """Nothing is asked for at sign-in before it is confirmed. Raises NotPermitted, Invalid, TooManyRequests."""
    account = await own_account(services, actor, here)
    await require_password(services, account, "password", password)
    secret = new_secret()

    async def write(session: Session) -> None:
        factor = await services.repository.second_factors.of(account.id, session) or SecondFactor(id=account.id)
        if factor.secret is not None:
            raise Invalid([Problem("", "IS_ON", "Your second factor is on: turn it off first.")])
        factor.pending = sealed_secret(services, account.id, secret)
        await services.repository.second_factors.save(factor, session)
        await record_sign_in(services, session, "totp_begun", account.id)

    await services.transact(write)
    return Enrolment(secret, otpauth_uri(secret, account))


async def confirm_second_factor(services: Services, actor: Actor, here: str | None, code: str) -> list[str]:
    """Turns it on; answers the recovery codes, which are shown this once. Raises NotPermitted, Invalid,
    TooManyRequests."""
    account = await own_account(services, actor, here)
    limits = code_limits(Visitor(), account.id)
    await count_attempt(services, limits)
    codes = new_recovery_codes()

    async def write(session: Session) -> None:
        factor = await services.repository.second_factors.of(account.id, session)
        if factor is None or factor.pending is None:
            raise Invalid([Problem("", "NOT_BEGUN", "Begin again: there is nothing to confirm.")])
        counter = matching_counter(services, account.id, factor.pending, code)
        if counter is None:
            raise _wrong_code()
        factor.secret, factor.pending, factor.last_counter = factor.pending, None, counter
        factor.enabled_at = services.clock()
        factor.recovery = recovery_digests(services, account.id, codes)
        await services.repository.second_factors.save(factor, session)
        await record_sign_in(services, session, "totp_enabled", account.id)

    await services.transact(write)
    await forget_attempts(services, limits)
    return codes


async def renew_recovery_codes(services: Services, actor: Actor, here: str | None, code: str) -> list[str]:
    """Ten new ones, shown this once; the old ones are worth nothing any more. Raises NotPermitted, Invalid,
    TooManyRequests."""
    account = await own_account(services, actor, here)
    codes = new_recovery_codes()

    async def write(session: Session) -> None:
        await _require_code(services, session, account, code)
        factor = await services.repository.second_factors.of(account.id, session)
        assert factor is not None
        factor.recovery = recovery_digests(services, account.id, codes)
        await services.repository.second_factors.save(factor, session)
        await record_sign_in(services, session, "recovery_codes_renewed", account.id)

    await _limited(services, account, write)
    return codes


async def turn_off_second_factor(services: Services, actor: Actor, here: str | None, code: str) -> None:
    """One's own, with a code of the app or on paper. Raises NotPermitted, Invalid, TooManyRequests."""
    account = await own_account(services, actor, here)

    async def write(session: Session) -> None:
        await _require_code(services, session, account, code)
        await services.repository.second_factors.remove(account.id, session)
        await record_sign_in(services, session, "totp_disabled", account.id, account=account.id)

    await _limited(services, account, write)


async def _limited(services: Services, account: Account, write: Callable[[Session], Coroutine[Any, Any, None]]) -> None:
    limits = code_limits(Visitor(), account.id)
    await count_attempt(services, limits)
    await services.transact(write)
    await forget_attempts(services, limits)


async def _require_code(services: Services, session: Session, account: Account, code: str) -> None:
    factor = await services.repository.second_factors.of(account.id, session)
    if factor is None or factor.secret is None:
        raise Invalid([Problem("", "IS_OFF", "Your second factor is off.")])
    if await use_code(services, session, account.id, code) is None:
        raise _wrong_code()


def _wrong_code() -> Invalid:
    return Invalid([Problem("code", "WRONG_CODE", "This code is wrong or was used already; wait for the next one.")])
