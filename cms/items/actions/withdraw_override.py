"""Show visitors of a site an item as it is again; the site's own draft stays."""

from cms.access.actor import Actor
from cms.items.overrides import follow, place_of, record, stored_override
from cms.kernel.errors import TransitionNotAllowed
from cms.kernel.services import Services
from storage.documents import SiteOverride
from storage.mongo import Session


async def withdraw_override(services: Services, actor: Actor, id: str, site: str) -> SiteOverride:
    """The override, of which nothing is live any more.

    Raises NotFound, NotPermitted (`publish` on `site`), Invalid, TransitionNotAllowed (nothing of it is live).
    """

    async def write(session: Session) -> SiteOverride:
        place = await place_of(services, actor, id, site, "publish", session)
        stored = await stored_override(services, place, session)
        if stored.live is None:
            raise TransitionNotAllowed(f"Visitors of {site} see this item as it is already.")
        override = stored.model_copy(update={"live": None, "live_version": None, "published_at": None})
        await services.repository.overrides.replace(override, stored.version, session)
        await follow(services, place.kind, place.item, [site], session)
        await record(services, actor, place, override, "withdraw_override", "OverrideWithdrawn", session)
        return override

    return await services.transact(write)
