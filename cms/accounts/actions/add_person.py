"""Make an account with a password, on the command line: whoever runs the CMS makes the first administrator so."""

from collections.abc import Sequence

from cms.access.action import action
from cms.access.actor import SYSTEM
from cms.accounts.account_change import AnyAccountChange
from cms.accounts.actions.change_profile import clean_name
from cms.accounts.managed_people import RIGHT, Grant, free_email, require_may_give, roles_of
from cms.accounts.password_rules import password_problems
from cms.accounts.passwords import hash_password
from cms.kernel.errors import Invalid
from cms.kernel.services import Services
from storage.documents import Account


async def add_person(services: Services, *, email: str, name: str, password: str, grants: Sequence[Grant]) -> Account:
    """Raises Invalid (address, name, password, role or site)."""
    if problems := await password_problems("password", password, about=(email, name)):
        raise Invalid(problems)
    name, hash = clean_name(name), await hash_password(password)
    return await store_person(services, SYSTEM, email, name, hash, grants)


@action(right=RIGHT, records="add_person")
async def store_person(
    change: AnyAccountChange, email: str, name: str, password_hash: str, grants: Sequence[Grant]
) -> Account:
    """Raises Invalid (address, role or site)."""
    await require_may_give(change.services, change.actor, grants, change.session)
    address = await free_email(change.services, email, change.session)
    account = Account(email=address, name=name, password_hash=password_hash, roles=roles_of(grants))
    await change.repository.accounts.insert(account, change.session)
    change.account = account
    change.tell(roles=account.roles)
    return account
