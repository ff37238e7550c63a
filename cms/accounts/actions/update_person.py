"""Change somebody's name, address or language of mails."""

from typing import Annotated, Any

from cms.access.action import action
from cms.access.parameters import Id, Locale
from cms.accounts.account_change import PersonChange
from cms.accounts.actions.change_profile import clean_name, known_locale
from cms.accounts.invitations import end_links
from cms.accounts.managed_people import RIGHT, free_email
from cms.content.rules.email_address import email_key
from cms.kernel.errors import Invalid, Problem
from storage.documents import Account


@action(right=RIGHT, offered="Change somebody's name, address or language of mails.")
async def update_person(
    change: PersonChange,
    id: Id,
    *,
    name: Annotated[str | None, "Left out, it stays."] = None,
    email: Annotated[str | None, "Left out, it stays. Links that were mailed to the old address end."] = None,
    locale: Annotated[Locale | None, "Of mails: en, cs or bg; left out, it stays."] = None,
) -> Account:
    """What is None stays. After a change of the address, links that were sent to the old one are worth nothing.

    Raises NotFound, NotPermitted, Invalid.
    """
    changes = await _changes(change, name, email, locale)
    if changes:
        await change.repository.accounts.change(id, changes, change.session)
        change.tell(fields=sorted(changes))
    change.is_recorded = not changes
    if "email" in changes:
        await end_links(change.services, change.session, id)
    return change.account.model_copy(update=changes)


async def _changes(change: PersonChange, name: str | None, email: str | None, locale: str | None) -> dict[str, Any]:
    account, changes = change.account, dict[str, Any]()
    if name is not None and name != account.name:
        changes["name"] = clean_name(name)
    if locale is not None and locale != account.locale:
        changes["locale"] = known_locale(locale)
    if email is not None and email_key(email) != account.email:
        if account.is_service:
            raise Invalid([Problem("email", "IS_SERVICE", "A service has no address; leave it out.")])
        changes["email"] = await free_email(change.services, email, change.session)
    return changes
