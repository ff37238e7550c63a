"""What the verbs about people share: whom one may manage, who may not be lost, and what every change leaves behind."""

from collections.abc import Iterable, Sequence
from typing import Any

from cms.access.actor import EVERYWHERE, RIGHTS, Actor
from cms.access.record import Subject, record
from cms.content.rules.email_address import NotAnEmail, read_email
from cms.content.sites import require_site
from cms.kernel.errors import Invalid, NotFound, NotPermitted, Problem
from cms.kernel.services import Services
from storage.documents import Account
from storage.mongo import Session

RIGHT = "manage_people"
ADMINISTRATOR = "administrator"
NOT_YOURS = "Only an administrator of all sites may do this."

Grant = tuple[str, str]
"""(site key or "*", role)"""


def may_see(actor: Actor, account: Account) -> bool:
    """Oneself, and those who have a role where one manages people."""
    sites = actor.sites(RIGHT)
    return account.id == actor.id or EVERYWHERE in sites or not sites.isdisjoint(account.roles)


async def load_person(services: Services, actor: Actor, id: str, session: Session) -> Account:
    """Somebody whom the actor manages, in part at least. Raises NotFound, NotPermitted."""
    account = await services.repository.accounts.read(id, session)
    if account is None or not may_see(actor, account):
        raise NotFound(f"There is no account {id[:64]}.")
    if not actor.sites(RIGHT):
        raise NotPermitted("You may not manage people; ask an administrator for the right.")
    return account


async def manages_wholly(services: Services, actor: Actor, account: Account, session: Session | None = None) -> bool:
    """Whether nobody else has a say in the account: all its roles are where the actor manages people."""
    sites = actor.sites(RIGHT)
    if EVERYWHERE in sites:
        return True
    has_roles = bool(account.roles or account.item_roles)
    if not has_roles or not sites.issuperset(account.roles):
        return False
    items = await services.repository.items.with_ids(list(account.item_roles), session)
    return sites.issuperset(item.site for item in items)


async def require_whole(services: Services, actor: Actor, account: Account, session: Session) -> None:
    """Raises NotPermitted."""
    if not await manages_wholly(services, actor, account, session):
        raise NotPermitted(f"This person has roles elsewhere too. {NOT_YOURS}")


def require_not_above(actor: Actor, account: Account) -> None:
    """Raises NotPermitted for an administrator of all sites, unless by one."""
    if is_administrator(account) and not actor.may(RIGHT, EVERYWHERE):
        raise NotPermitted(f"This person administers all sites. {NOT_YOURS}")


def is_administrator(account: Account) -> bool:
    return ADMINISTRATOR in account.roles.get(EVERYWHERE, ())


async def keep_an_administrator(services: Services, account: Account, session: Session) -> None:
    """Raises Invalid where nobody else who administers all sites could sign in. Of two who take it from each other at
    once, one comes first."""
    await services.repository.serialize("administrators", session)
    if not await services.repository.accounts.is_another_administrator(account.id, session):
        text = "This is the last administrator of all sites; make somebody else one first."
        raise Invalid([Problem("role", "LAST_ADMINISTRATOR", text)])


async def require_may_give(services: Services, actor: Actor, grants: Iterable[Grant], session: Session) -> None:
    """Raises Invalid (no such role or site), NotPermitted."""
    for site, role in grants:
        require_role(role)
        if not actor.may_give(role, site):
            place = "all sites" if site == EVERYWHERE else f"the site {site[:64]}"
            raise NotPermitted(f"You may not give or take the role {role} on {place}.")
        if site != EVERYWHERE:
            await require_site(services.repository, site, session)


def require_role(role: str) -> None:
    """Raises Invalid."""
    if role not in RIGHTS:
        text = f"There is no role {role[:64]}; known: {', '.join(RIGHTS)}."
        raise Invalid([Problem("role", "UNKNOWN_ROLE", text)])


def roles_of(grants: Sequence[Grant]) -> dict[str, list[str]]:
    """{site key or "*": its roles}"""
    return {site: sorted({role for place, role in grants if place == site}) for site, _role in grants}


async def free_email(services: Services, email: str, session: Session) -> str:
    """As it is stored. Raises Invalid for what is no address, and for one that somebody has."""
    try:
        known = read_email(email)
    except NotAnEmail as error:
        raise Invalid([Problem("email", error.code, str(error))]) from error
    if await services.repository.accounts.read_by_email(known, session) is not None:
        text = "Somebody has an account with this address already; give that person a role instead."
        raise Invalid([Problem("email", "TAKEN", text)])
    return known


async def record_person(
    services: Services, actor: Actor, action: str, account: Account, session: Session, **details: Any
) -> None:
    """The audit entry; it names the account, not the person."""
    await record(services, actor.id, action, Subject(), session, {"account": account.id, **details})
