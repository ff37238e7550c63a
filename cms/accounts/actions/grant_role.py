"""Give somebody a role on all sites, on one site or on one item, and take it away."""

from dataclasses import dataclass

from cms.access.actor import EVERYWHERE, ITEM_RIGHTS, RIGHTS, Actor
from cms.access.load_item import load_item
from cms.access.reach import may_read
from cms.accounts.managed_people import (
    ADMINISTRATOR,
    RIGHT,
    keep_an_administrator,
    may_see,
    record_person,
    require_may_give,
    require_not_above,
    require_role,
)
from cms.content.rules.email_address import email_key
from cms.kernel.errors import Invalid, NotFound, NotPermitted, Problem
from cms.kernel.services import Services
from storage.documents import Account
from storage.mongo import Session

MAX_ITEMS = 200
"""On which one person has roles."""


@dataclass(frozen=True, slots=True)
class RoleScope:
    """A site ("*": all sites) or the id of an item, one of both."""

    site: str | None = None
    item: str | None = None

    @property
    def path(self) -> str:
        """Where an account keeps the roles of such places."""
        return "roles" if self.item is None else "item_roles"

    @property
    def key(self) -> str:
        return self.site or self.item or ""


async def grant_role(
    services: Services,
    actor: Actor,
    role: str,
    place: RoleScope,
    *,
    account: str | None = None,
    email: str | None = None,
) -> Account:
    """To somebody whom one manages, by id, or to anybody who has an account, by the address. Roles that others give
    the same person at the same time are kept.

    Raises NotFound (person, item), NotPermitted (oneself, an administrator of all sites, a role or place that one may
    not give), Invalid.
    """

    async def write(session: Session) -> Account:
        await _require_place(services, actor, role, place, session)
        person = await _person(services, actor, account, email, place, session)
        if person.id == actor.id:
            raise NotPermitted("Nobody gives roles to himself; ask another administrator.")
        require_not_above(actor, person)
        roles = getattr(person, place.path)
        if role in roles.get(place.key, ()):
            return person
        if place.item is not None and len(roles) >= MAX_ITEMS and place.key not in roles:
            raise Invalid([Problem("item", "TOO_MANY", f"Nobody has roles on more than {MAX_ITEMS} items.")])
        after = {**roles, place.key: sorted({*roles.get(place.key, ()), role})}
        return await _store(services, actor, "grant_role", person, role, place, after, session)

    return await services.transact(write)


async def revoke_role(services: Services, actor: Actor, role: str, place: RoleScope, account: str) -> Account:
    """Raises NotFound, NotPermitted, and Invalid for the last administrator of all sites."""

    async def write(session: Session) -> Account:
        await _require_place(services, actor, role, place, session)
        person = await _person(services, actor, account, None, place, session)
        require_not_above(actor, person)
        roles = getattr(person, place.path)
        if role not in roles.get(place.key, ()):
            return person
        if place.site == EVERYWHERE and role == ADMINISTRATOR and person.is_active:
            await keep_an_administrator(services, person, session)
        left = [one for one in roles[place.key] if one != role]
        others = {key: names for key, names in roles.items() if key != place.key}
        after = {**others, place.key: left} if left else others
        return await _store(services, actor, "revoke_role", person, role, place, after, session)

    return await services.transact(write)


async def _require_place(services: Services, actor: Actor, role: str, place: RoleScope, session: Session) -> None:
    """Raises NotFound, NotPermitted, Invalid."""
    if (place.site is None) == (place.item is None):
        raise Invalid([Problem("site", "ONE_PLACE", "Name a site, or * for all sites, or an item: one of them.")])
    if place.site is not None:
        await require_may_give(services, actor, [(place.site, role)], session)
        return
    require_role(role)
    item = await load_item(services, place.key, session)
    if not may_read(actor, item):
        raise NotFound(f"There is no item {place.key}.")
    if role == ADMINISTRATOR:
        text = "Nobody administers one item only; choose another role."
        raise Invalid([Problem("role", "NOT_FOR_ITEMS", text)])
    needed = RIGHTS[role] & ITEM_RIGHTS
    if not actor.may(RIGHT, item.site) or not needed <= frozenset(actor.rights(item.site)):
        raise NotPermitted(f"You may not give or take roles on items of the site {item.site}.")


async def _person(
    services: Services, actor: Actor, account: str | None, email: str | None, place: RoleScope, session: Session
) -> Account:
    """Raises NotFound, Invalid."""
    if (account is None) == (email is None):
        raise Invalid([Problem("person", "ONE_PERSON", "Name somebody by id or by e-mail.")])
    if email is not None:
        found = await services.repository.accounts.read_by_email(email_key(email), session)
        if found is None:
            text = "Nobody has an account with this address; create it first."
            raise Invalid([Problem("email", "UNKNOWN_PERSON", text)])
        return found
    person = await services.repository.accounts.read(account or "", session)
    if person is None or not (may_see(actor, person) or place.key in getattr(person, place.path)):
        raise NotFound(f"There is no account {str(account)[:64]}.")
    return person


async def _store(
    services: Services,
    actor: Actor,
    action: str,
    person: Account,
    role: str,
    place: RoleScope,
    roles: dict[str, list[str]],
    session: Session,
) -> Account:
    await services.repository.accounts.change(person.id, {place.path: roles}, session)
    where = {"site": place.site} if place.item is None else {"item": place.item}
    await record_person(services, actor, action, person, session, role=role, **where)
    return person.model_copy(update={place.path: roles})
