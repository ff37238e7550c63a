"""Make an account with a password, on the command line: whoever runs the CMS makes the first administrator so."""

from collections.abc import Sequence

from cms.access.actor import SYSTEM
from cms.accounts.actions.change_profile import clean_name
from cms.accounts.managed_people import Grant, free_email, record_person, require_may_give, roles_of
from cms.accounts.password_rules import password_problems
from cms.accounts.passwords import hash_password
from cms.kernel.errors import Invalid
from cms.kernel.services import Services
from storage.documents import Account
from storage.mongo import Session


async def add_person(services: Services, *, email: str, name: str, password: str, grants: Sequence[Grant]) -> Account:
    """Raises Invalid (address, name, password, role or site)."""
    if problems := await password_problems("password", password, about=(email, name)):
        raise Invalid(problems)
    name, hash = clean_name(name), await hash_password(password)

    async def write(session: Session) -> Account:
        await require_may_give(services, SYSTEM, grants, session)
        address = await free_email(services, email, session)
        account = Account(email=address, name=name, password_hash=hash, roles=roles_of(grants))
        await services.repository.accounts.insert(account, session)
        await record_person(services, SYSTEM, "add_person", account, session, roles=account.roles)
        return account

    return await services.transact(write)
