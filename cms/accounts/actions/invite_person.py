"""Send somebody another invitation, as the first one has expired or was lost."""

from cms.access.actor import Actor
from cms.accounts.invitations import invite
from cms.accounts.managed_people import load_person, record_person, require_not_above, require_whole
from cms.kernel.errors import Invalid, Problem
from cms.kernel.services import Services
from storage.documents import Account
from storage.mongo import Session


async def invite_person(services: Services, actor: Actor, id: str) -> Account:
    """Earlier links of this person work on. Raises NotFound, NotPermitted, Invalid (has a password, or is no active
    person)."""

    async def write(session: Session) -> Account:
        account = await load_person(services, actor, id, session)
        require_not_above(actor, account)
        await require_whole(services, actor, account, session)
        if account.is_service or account.password_hash or not account.is_active:
            text = "Only somebody active who has no password is invited; others ask for a link where they sign in."
            raise Invalid([Problem("id", "NOT_INVITED", text)])
        await invite(services, session, account)
        await record_person(services, actor, "invite_person", account, session)
        return account

    return await services.transact(write)
