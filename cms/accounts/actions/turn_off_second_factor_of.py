"""Turn off the second factor of somebody who has lost app and paper, by whoever manages people."""

from cms.access.action import action
from cms.accounts.account_change import AnyAccountChange
from cms.accounts.managed_people import RIGHT
from cms.kernel.errors import Invalid, NotFound, NotPermitted, Problem


@action(right=RIGHT, records="totp_disabled")
async def turn_off_second_factor_of(change: AnyAccountChange, account: str) -> None:
    """Ends that person's sessions. Raises NotPermitted (oneself, too), NotFound, Invalid."""
    if account == change.actor.id:
        raise NotPermitted("Your own second factor is turned off with a code.")
    found = await change.repository.accounts.read(account, change.session)
    if found is None:
        raise NotFound(f"There is no account {account}.")
    if not await change.repository.second_factors.remove(account, change.session):
        raise Invalid([Problem("account", "IS_OFF", "This person has no second factor.")])
    change.account = found
    change.tell(ended_sessions=await change.repository.sessions.remove_of(account, change.session))
