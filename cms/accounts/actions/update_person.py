"""Change somebody's name, address or language of mails."""

from typing import Any

from cms.access.actor import Actor
from cms.accounts.actions.change_profile import clean_name, known_locale
from cms.accounts.invitations import end_links
from cms.accounts.managed_people import free_email, load_person, record_person, require_not_above, require_whole
from cms.content.rules.email_address import email_key
from cms.kernel.errors import Invalid, Problem
from cms.kernel.services import Services
from storage.documents import Account
from storage.mongo import Session


async def update_person(
    services: Services,
    actor: Actor,
    id: str,
    *,
    name: str | None = None,
    email: str | None = None,
    locale: str | None = None,
) -> Account:
    """What is None stays. After a change of the address, links that were sent to the old one are worth nothing.

    Raises NotFound, NotPermitted, Invalid.
    """

    async def write(session: Session) -> Account:
        account = await load_person(services, actor, id, session)
        require_not_above(actor, account)
        await require_whole(services, actor, account, session)
        changes = await _changes(services, account, name, email, locale, session)
        if changes:
            await services.repository.accounts.change(id, changes, session)
            await record_person(services, actor, "update_person", account, session, fields=sorted(changes))
        if "email" in changes:
            await end_links(services, session, id)
        return account.model_copy(update=changes)

    return await services.transact(write)


async def _changes(
    services: Services, account: Account, name: str | None, email: str | None, locale: str | None, session: Session
) -> dict[str, Any]:
    changes: dict[str, Any] = {}
    if name is not None and name != account.name:
        changes["name"] = clean_name(name)
    if locale is not None and locale != account.locale:
        changes["locale"] = known_locale(locale)
    if email is not None and email_key(email) != account.email:
        if account.is_service:
            raise Invalid([Problem("email", "IS_SERVICE", "A service has no address; leave it out.")])
        changes["email"] = await free_email(services, email, session)
    return changes
