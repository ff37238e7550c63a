"""People with accounts: who they are to the CMS, and how an account is made."""

from collections.abc import Mapping

from cms.access.actor import RIGHTS, Actor
from cms.accounts.password_rules import password_problems
from cms.accounts.passwords import hash_password
from cms.content.rules.email_address import MESSAGES, email_fault, email_key
from cms.kernel.errors import Invalid, Problem
from cms.kernel.services import Services
from storage.documents import Account
from storage.errors import AlreadyExists


def actor_of(account: Account) -> Actor:
    return Actor(account.id, account.name, _frozen(account.roles), _frozen(account.item_roles))


def _frozen(roles: Mapping[str, list[str]]) -> dict[str, frozenset[str]]:
    return {place: frozenset(names) for place, names in roles.items()}


async def create_account(
    services: Services, *, email: str, name: str, password: str, roles: dict[str, list[str]]
) -> Account:
    """Roles are {site key or "*": [role, …]}. Raises Invalid, also for an address that has an account already."""
    problems = [
        Problem("roles", "UNKNOWN_ROLE", f"There is no role {role}; known: {', '.join(RIGHTS)}.")
        for given in roles.values()
        for role in given
        if role not in RIGHTS
    ]
    if fault := email_fault(email):
        problems.append(Problem("email", fault, MESSAGES[fault]))
    problems += await password_problems("password", password, about=(email, name))
    if problems:
        raise Invalid(problems)
    account = Account(email=email_key(email), name=name, password_hash=await hash_password(password), roles=roles)
    try:
        await services.repository.mongo.transact(lambda session: services.repository.accounts.insert(account, session))
    except AlreadyExists as error:
        raise Invalid([Problem("email", "TAKEN", "Somebody has an account with this address already.")]) from error
    return account
