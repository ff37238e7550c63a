"""Make an item's draft live in one or several locales; what it refers to stays as it is."""

from collections.abc import Sequence

from cms.access.actor import Actor
from cms.items.accompanying_targets import LEAVE_TARGETS
from cms.items.actions.publish_with_targets import publish_with_targets
from cms.kernel.services import Services
from storage.documents import Item


async def publish_item(
    services: Services, actor: Actor, id: str, locales: Sequence[str], *, even_if_used: bool = False
) -> Item:
    """The item, now live in `locales`. Raises as `publish_with_targets`."""
    [item] = await publish_with_targets(services, actor, id, locales, LEAVE_TARGETS, even_if_used=even_if_used)
    return item
