"""Close somebody's account, and open it again; what they made stays theirs by name."""

from cms.access.actor import Actor
from cms.accounts.managed_people import (
    is_administrator,
    keep_an_administrator,
    load_person,
    record_person,
    require_not_above,
    require_whole,
)
from cms.accounts.sign_in.sessions import end_access
from cms.kernel.errors import NotPermitted
from cms.kernel.services import Services
from storage.documents import Account
from storage.mongo import Session


async def deactivate_person(services: Services, actor: Actor, id: str) -> Account:
    """Ends sessions, links by mail and tokens at once, and lets nobody in until it is reactivated; roles stay.

    Raises NotFound, NotPermitted (oneself, too), Invalid (the last administrator of all sites).
    """

    async def write(session: Session) -> Account:
        account = await load_person(services, actor, id, session)
        if account.id == actor.id:
            raise NotPermitted("Nobody closes the own account; ask another administrator.")
        require_not_above(actor, account)
        await require_whole(services, actor, account, session)
        if not account.is_active:
            return account
        if is_administrator(account):
            await keep_an_administrator(services, account, session)
        await services.repository.accounts.change(id, {"is_active": False}, session)
        ended = await end_access(services, session, id)
        revoked = await services.repository.api_tokens.remove_of(id, session)
        details = {"ended_sessions": ended, "revoked_tokens": revoked}
        await record_person(services, actor, "deactivate_person", account, session, **details)
        return account.model_copy(update={"is_active": False})

    return await services.transact(write)


async def reactivate_person(services: Services, actor: Actor, id: str) -> Account:
    """The account as it was, without its tokens. Raises NotFound, NotPermitted."""

    async def write(session: Session) -> Account:
        account = await load_person(services, actor, id, session)
        require_not_above(actor, account)
        await require_whole(services, actor, account, session)
        if account.is_active:
            return account
        await services.repository.accounts.change(id, {"is_active": True}, session)
        await record_person(services, actor, "reactivate_person", account, session)
        return account.model_copy(update={"is_active": True})

    return await services.transact(write)
