"""Whoever was given something that is used later, such as a preview, an upload or an export: what this person may do is
asked at each use, so that what was given out ends with the right that it came from, as sessions and tokens do."""

from cms.access.actor import SYSTEM, Actor
from cms.accounts.people import actor_of
from cms.kernel.services import Services
from storage.documents import Account


async def active_account(services: Services, id: str) -> Account | None:
    """None where it is closed, or gone. Raises Unavailable."""
    account = await services.repository.accounts.get(id)
    return account if account and account.is_active else None


async def holder_of(services: Services, id: str) -> Actor | None:
    """With the roles of this moment; None for whoever has no account any more. Raises Unavailable."""
    if id == SYSTEM.id:
        return SYSTEM
    account = await active_account(services, id)
    return actor_of(account) if account else None


async def holder_may(services: Services, id: str, verb: str, site: str) -> bool:
    """Whether what was given to this person for `verb` on `site` is still good. Raises Unavailable."""
    holder = await holder_of(services, id)
    return holder is not None and holder.may(verb, site)
