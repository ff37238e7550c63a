"""Make an account for somebody, who is invited by mail to choose a password."""

from collections.abc import Sequence

from cms.access.action import action
from cms.access.actor import EVERYWHERE
from cms.accounts.account_change import AccountChange
from cms.accounts.actions.change_profile import clean_name, known_locale
from cms.accounts.invitations import invite
from cms.accounts.managed_people import RIGHT, Grant, free_email, require_may_give, roles_of
from cms.kernel.errors import Invalid, NotPermitted, Problem
from storage.documents import Account

MAX_ROLES = 100


class NewPersonChange(AccountChange):
    async def load(self, grants: Sequence[Grant] = ()) -> None:
        """Raises NotPermitted, Invalid."""
        sites = self.actor.sites(self.right)
        if not sites:
            raise NotPermitted("You may not manage people; ask an administrator for the right.")
        if not grants and EVERYWHERE not in sites:
            raise Invalid([Problem("roles", "REQUIRED", "Give a role on one of your sites.")])
        if len(grants) > MAX_ROLES:
            raise Invalid([Problem("roles", "TOO_MANY", f"Give at most {MAX_ROLES} roles at once.")])


@action(right=RIGHT)
async def create_person(
    change: NewPersonChange, *, email: str, name: str, locale: str = "en", grants: Sequence[Grant] = ()
) -> Account:
    """The new account, with these roles. Whoever manages people on some sites only gives at least one role there, or
    nobody would manage the new person.

    Raises NotPermitted, Invalid (address, name, language, role or site).
    """
    services, session = change.services, change.session
    name, locale = clean_name(name), known_locale(locale)
    await require_may_give(services, change.actor, grants, session)
    address = await free_email(services, email, session)
    account = Account(email=address, name=name, locale=locale, password_hash="", roles=roles_of(grants))
    await change.repository.accounts.insert(account, session)
    await invite(services, session, account)
    change.account = account
    change.tell(roles=account.roles)
    return account
