"""Make an account for a program, which works by tokens and cannot sign in."""

from collections.abc import Sequence

from cms.access.action import action
from cms.accounts.account_change import AnyAccountChange
from cms.accounts.actions.change_profile import clean_name
from cms.accounts.managed_people import RIGHT, Grant, require_may_give, roles_of
from storage.documents import Account
from storage.ids import new_id


@action(right=RIGHT)
async def create_service(change: AnyAccountChange, *, name: str, grants: Sequence[Grant] = ()) -> Account:
    """The new account; `create_token` gives it tokens. Raises NotPermitted, Invalid (name, role or site)."""
    name, id = clean_name(name), new_id()
    await require_may_give(change.services, change.actor, grants, change.session)
    address, roles = f"{id}@service.invalid", roles_of(grants)
    account = Account(id=id, email=address, name=name, password_hash="", roles=roles, is_service=True)
    await change.repository.accounts.insert(account, change.session)
    change.account = account
    change.tell(roles=account.roles)
    return account
