"""Send somebody another invitation, as the first one has expired or was lost."""

from cms.access.action import action
from cms.access.parameters import Id
from cms.accounts.account_change import PersonChange
from cms.accounts.invitations import invite
from cms.accounts.managed_people import RIGHT
from cms.kernel.errors import Invalid, Problem
from storage.documents import Account


@action(right=RIGHT, offered="Send another invitation; the earlier one ends.")
async def invite_person(change: PersonChange, id: Id) -> Account:
    """Earlier links of this person work on. Raises NotFound, NotPermitted, Invalid (has a password, or is no active
    person)."""
    account = change.account
    if account.is_service or account.password_hash or not account.is_active:
        text = "Only somebody active who has no password is invited; others ask for a link where they sign in."
        raise Invalid([Problem("id", "NOT_INVITED", text)])
    await invite(change.services, change.session, account)
    return account
