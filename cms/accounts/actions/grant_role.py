"""Give somebody a role on all sites, on one site or on one item, and take it away."""

from cms.access.action import action
from cms.access.actor import EVERYWHERE
from cms.accounts.managed_people import ADMINISTRATOR, RIGHT, keep_an_administrator
from cms.accounts.role_change import GrantChange, RoleChange, RoleScope
from cms.kernel.errors import Invalid, Problem
from storage.documents import Account

MAX_ITEMS = 200
"""On which one person has roles."""


@action(right=RIGHT)
async def grant_role(
    change: GrantChange, role: str, place: RoleScope, *, account: str | None = None, email: str | None = None
) -> Account:
    """To somebody whom one manages, by id, or to anybody who has an account, by the address. Roles that others give
    the same person at the same time are kept.

    Raises NotFound (person, item), NotPermitted (oneself, an administrator of all sites, a role or place that one may
    not give), Invalid.
    """
    roles = getattr(change.account, place.path)
    if role in roles.get(place.key, ()):
        change.is_recorded = True
        return change.account
    if place.item is not None and len(roles) >= MAX_ITEMS and place.key not in roles:
        raise Invalid([Problem("item", "TOO_MANY", f"Nobody has roles on more than {MAX_ITEMS} items.")])
    return await change.store(role, place, {**roles, place.key: sorted({*roles.get(place.key, ()), role})})


@action(right=RIGHT)
async def revoke_role(change: RoleChange, role: str, place: RoleScope, account: str) -> Account:
    """Raises NotFound, NotPermitted, and Invalid for the last administrator of all sites."""
    roles = getattr(change.account, place.path)
    if role not in roles.get(place.key, ()):
        change.is_recorded = True
        return change.account
    if place.site == EVERYWHERE and role == ADMINISTRATOR and change.account.is_active:
        await keep_an_administrator(change.services, change.account, change.session)
    left = [one for one in roles[place.key] if one != role]
    others = {key: names for key, names in roles.items() if key != place.key}
    return await change.store(role, place, {**others, place.key: left} if left else others)
