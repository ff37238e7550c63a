"""Show visitors of a site an item as it is again; the site's own draft stays."""

from cms.access.actor import Actor
from cms.items.overrides import follow, place_of, record, stored_override
from cms.kernel.desk import Desk
from cms.kernel.errors import TransitionNotAllowed
from storage.documents import SiteOverride
from storage.mongo import Session


async def withdraw_override(desk: Desk, actor: Actor, id: str, site: str) -> SiteOverride:
    """The override, of which nothing is live any more.

    Raises NotFound, NotPermitted (`publish` on `site`), Invalid, TransitionNotAllowed (nothing of it is live).
    """

    async def write(session: Session) -> SiteOverride:
        place = await place_of(desk, actor, id, site, "publish", session)
        stored = await stored_override(desk, place, session)
        if stored.live is None:
            raise TransitionNotAllowed(f"Visitors of {site} see this item as it is already.")
        override = stored.model_copy(update={"live": None, "live_version": None, "published_at": None})
        await desk.repository.overrides.replace(override, stored.version, session)
        await follow(desk, place.kind, place.item, [site], session)
        await record(desk, actor, place, override, "withdraw_override", "OverrideWithdrawn", session)
        return override

    return await desk.transact(write)
