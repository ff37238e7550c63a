"""Tell others that one is editing an item, and where; forgotten by itself when it is not told again."""

from datetime import timedelta

from cms.access.actor import Actor
from cms.items.queries.items import get_item
from cms.kernel.errors import Invalid, Problem
from cms.kernel.services import Services
from storage.documents import Presence

LASTS = timedelta(seconds=40)
LONGEST_FIELD = 300


async def announce_presence(
    services: Services, actor: Actor, item_id: str, *, field: str = "", locale: str | None = None
) -> Presence:
    """To be told again every 15 seconds or so. Raises NotFound, NotPermitted (`update`), Invalid."""
    item = await get_item(services, actor, item_id)
    actor.require_on("update", item)
    if len(field) > LONGEST_FIELD:
        raise Invalid([Problem("field", "TOO_LONG", f"A path has at most {LONGEST_FIELD} characters.")])
    now = services.clock()
    presence = Presence(
        id=presence_id(actor, item.id),
        item=item.id,
        person=actor.id,
        field=field,
        locale=locale,
        seen=now,
        expires=now + LASTS,
    )
    await services.repository.presences.put(presence)
    return presence


async def leave_presence(services: Services, actor: Actor, item_id: str) -> None:
    """Harmless where one was not there. Raises NotFound, NotPermitted."""
    item = await get_item(services, actor, item_id)
    actor.require_on("update", item)
    await services.repository.presences.remove(presence_id(actor, item.id))


def presence_id(actor: Actor, item: str) -> str:
    return f"{item}/{actor.id}"
