"""Somebody's own account, for changes that only the person may make, signed in and not by a token."""

from cms.access.actor import Actor
from cms.accounts.passwords import verify_password
from cms.accounts.sign_in.limits import count_attempt, forget_attempts, own_password_limits
from cms.kernel.errors import Invalid, NotPermitted, Problem
from cms.kernel.services import Services
from storage.documents import Account


async def own_account(services: Services, actor: Actor, here: str | None) -> Account:
    """`here` is the id of the session that asks, None for a token. Raises NotPermitted."""
    account = await services.repository.accounts.get(actor.id) if here and actor.only is None else None
    if account is None:
        raise NotPermitted("Only you yourself may do this: sign in with your e-mail and password, a token will not do.")
    return account


async def require_password(services: Services, account: Account, field: str, password: str | None) -> None:
    """That it is the account's, if it has one: whoever finds a browser open knows no password. Raises Invalid,
    TooManyRequests."""
    if not account.password_hash:
        return
    limits = own_password_limits(account.id)
    await count_attempt(services, limits)
    if not await verify_password(account.password_hash, password or ""):
        raise Invalid([Problem(field, "WRONG_PASSWORD", "This is not your current password.")])
    await forget_attempts(services, limits)
