"""Four eyes: on a site that asks for it, nobody publishes what is last by their own hand."""

from collections.abc import Sequence

from cms.access.actor import SYSTEM, Actor
from cms.items import workflow
from cms.kernel.errors import Problem
from cms.kernel.services import Services
from storage.documents import Item
from storage.mongo import Session


async def second_person_problems(
    services: Services, actor: Actor, item: Item, locales: Sequence[str], session: Session | None = None
) -> list[Problem]:
    """What stops this person, whatever their role, from publishing the present draft where the owning site's live
    settings ask for four eyes: they wrote its last version, or asked for its review in one of `locales`.

    The CMS itself does what a person has scheduled, and that was checked then.
    """
    if actor.id == SYSTEM.id or not await _asked_for(services, item.site, session):
        return []
    if await _wrote(services, actor, item, session):
        message = "You made the last change, and this site asks for a second person; ask somebody else to publish it."
        return [Problem("", "SECOND_PERSON_NEEDED", message)]
    message = "You asked for its review, and this site asks for a second person; ask somebody else to publish it."
    submitted = [one for one in locales if workflow.state_of(item, one).submitted_by == actor.id]
    return [Problem("", "SECOND_PERSON_NEEDED", message, locale) for locale in submitted]


async def _asked_for(services: Services, site: str, session: Session | None) -> bool:
    data = await services.repository.published.data_of_site(site, session)
    return bool(data and data.get("four_eyes"))


async def _wrote(services: Services, actor: Actor, item: Item, session: Session | None) -> bool:
    """By the history: `modified_by` also names who merely shared the item."""
    last = await services.repository.history.version(item.id, item.version, session)
    return (last.by if last else item.modified_by) == actor.id
