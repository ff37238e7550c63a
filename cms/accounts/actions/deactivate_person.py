"""Close somebody's account, and open it again; what they made stays theirs by name."""

from cms.access.action import action
from cms.access.parameters import Id
from cms.accounts.account_change import PersonChange
from cms.accounts.managed_people import RIGHT, is_administrator, keep_an_administrator
from cms.accounts.sign_in.sessions import end_access
from cms.kernel.errors import NotPermitted
from storage.documents import Account


class OtherPersonChange(PersonChange):
    async def require_manageable(self) -> None:
        """Raises NotPermitted, for oneself too."""
        if self.account.id == self.actor.id:
            raise NotPermitted("Nobody closes the own account; ask another administrator.")
        await super().require_manageable()


@action(right=RIGHT, offered="Close an account: its sessions, links and tokens end at once, its roles stay.")
async def deactivate_person(change: OtherPersonChange, id: Id) -> Account:
    """Ends sessions, links by mail and tokens at once, and lets nobody in until it is reactivated; roles stay.

    Raises NotFound, NotPermitted (oneself, too), Invalid (the last administrator of all sites).
    """
    account = change.account
    if not account.is_active:
        change.is_recorded = True
        return account
    if is_administrator(account):
        await keep_an_administrator(change.services, account, change.session)
    await change.repository.accounts.change(id, {"is_active": False}, change.session)
    ended = await end_access(change.services, change.session, id)
    revoked = await change.repository.api_tokens.remove_of(id, change.session)
    change.tell(ended_sessions=ended, revoked_tokens=revoked)
    return account.model_copy(update={"is_active": False})


@action(right=RIGHT, offered="Open an account again.")
async def reactivate_person(change: PersonChange, id: Id) -> Account:
    """The account as it was, without its tokens. Raises NotFound, NotPermitted."""
    if change.account.is_active:
        change.is_recorded = True
        return change.account
    await change.repository.accounts.change(id, {"is_active": True}, change.session)
    return change.account.model_copy(update={"is_active": True})
