"""Change one's own password."""

from cms.access.actor import Actor
from cms.accounts.password_rules import password_problems
from cms.accounts.passwords import hash_password
from cms.accounts.sign_in.own_account import own_account, require_password
from cms.accounts.sign_in.record import record_sign_in
from cms.accounts.sign_in.sessions import end_access
from cms.kernel.errors import Invalid, Problem
from cms.kernel.services import Services
from storage.documents import Account
from storage.mongo import Session


async def change_password(services: Services, actor: Actor, here: str | None, *, current: str, new: str) -> Account:
    """Ends all sessions, the one that asks too. `here`: its id. Raises NotPermitted, Invalid, TooManyRequests."""
    account = await own_account(services, actor, here)
    if not account.password_hash:
        text = "You have no password yet: ask for a link by mail where you sign in."
        raise Invalid([Problem("current", "NO_PASSWORD", text)])
    if problems := await password_problems("new", new, about=(account.email, account.name)):
        raise Invalid(problems)
    await require_password(services, account, "current", current)
    hash = await hash_password(new)

    async def write(session: Session) -> None:
        await services.repository.accounts.change(account.id, {"password_hash": hash}, session)
        ended = await end_access(services, session, account.id)
        await record_sign_in(services, session, "password_changed", account.id, ended_sessions=ended)

    await services.transact(write)
    return account
