"""Make an account for a program, which works by tokens and cannot sign in."""

from collections.abc import Sequence

from cms.access.actor import EVERYWHERE, Actor
from cms.accounts.actions.change_profile import clean_name
from cms.accounts.managed_people import RIGHT, Grant, record_person, require_may_give, roles_of
from cms.kernel.services import Services
from storage.documents import Account
from storage.ids import new_id
from storage.mongo import Session


async def create_service(services: Services, actor: Actor, *, name: str, grants: Sequence[Grant] = ()) -> Account:
    """The new account; `create_token` gives it tokens. Raises NotPermitted, Invalid (name, role or site)."""
    actor.require(RIGHT, EVERYWHERE)
    name = clean_name(name)
    id = new_id()

    async def write(session: Session) -> Account:
        await require_may_give(services, actor, grants, session)
        address = f"{id}@service.invalid"
        account = Account(id=id, email=address, name=name, password_hash="", roles=roles_of(grants), is_service=True)
        await services.repository.accounts.insert(account, session)
        await record_person(services, actor, "create_service", account, session, roles=account.roles)
        return account

    return await services.transact(write)
