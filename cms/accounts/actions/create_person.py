"""Make an account for somebody, who is invited by mail to choose a password."""

from collections.abc import Sequence

from cms.access.actor import EVERYWHERE, Actor
from cms.accounts.actions.change_profile import clean_name, known_locale
from cms.accounts.invitations import invite
from cms.accounts.managed_people import (
    RIGHT,
    Grant,
    free_email,
    record_person,
    require_may_give,
    roles_of,
)
from cms.kernel.errors import Invalid, NotPermitted, Problem
from cms.kernel.services import Services
from storage.documents import Account
from storage.mongo import Session

MAX_ROLES = 100


async def create_person(
    services: Services, actor: Actor, *, email: str, name: str, locale: str = "en", grants: Sequence[Grant] = ()
) -> Account:
    """The new account, with these roles. Whoever manages people on some sites only gives at least one role there, or
    nobody would manage the new person.

    Raises NotPermitted, Invalid (address, name, language, role or site).
    """
    _require_manager(actor, grants)
    name, locale = clean_name(name), known_locale(locale)

    async def write(session: Session) -> Account:
        await require_may_give(services, actor, grants, session)
        address = await free_email(services, email, session)
        account = Account(email=address, name=name, locale=locale, password_hash="", roles=roles_of(grants))
        await services.repository.accounts.insert(account, session)
        await invite(services, session, account)
        await record_person(services, actor, "create_person", account, session, roles=account.roles)
        return account

    return await services.transact(write)


def _require_manager(actor: Actor, grants: Sequence[Grant]) -> None:
    """Raises NotPermitted, Invalid."""
    sites = actor.sites(RIGHT)
    if not sites:
        raise NotPermitted("You may not manage people; ask an administrator for the right.")
    if not grants and EVERYWHERE not in sites:
        raise Invalid([Problem("roles", "REQUIRED", "Give a role on one of your sites.")])
    if len(grants) > MAX_ROLES:
        raise Invalid([Problem("roles", "TOO_MANY", f"Give at most {MAX_ROLES} roles at once.")])
