"""Return the draft of an override to what is live of it, or take it away where nothing is."""

from cms.access.actor import Actor
from cms.items.overrides import follow, place_of, record, record_override_version, stored_override
from cms.kernel.services import Services
from storage.documents import SiteOverride
from storage.mongo import Session


async def discard_override(services: Services, actor: Actor, id: str, site: str) -> SiteOverride | None:
    """The override as it is live, as a new version; None where nothing was live and it is gone. What it said stays in
    its history. Raises NotFound, NotPermitted (`update` on `site`), Invalid, TransitionNotAllowed (there is none)."""

    async def write(session: Session) -> SiteOverride | None:
        place = await place_of(services, actor, id, site, "update", session)
        stored = await stored_override(services, place, session)
        if stored.live is None:
            await services.repository.overrides.remove(stored, session)
            await services.repository.references.drop(id, stored.id, session)
            override = None
        else:
            written = {"data": stored.live, "modified_at": services.clock(), "modified_by": actor.id}
            override = stored.model_copy(update={**written, "version": stored.version + 1})
            await services.repository.overrides.replace(override, stored.version, session)
            await record_override_version(services, actor, "discard_override", override, session)
        await follow(services, place.kind, place.item, [site], session)
        await record(services, actor, place, override or stored, "discard_override", "OverrideUpdated", session)
        return override

    return await services.transact(write)
