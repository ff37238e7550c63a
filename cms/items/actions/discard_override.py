"""Return the draft of an override to what is live of it, or take it away where nothing is."""

from cms.access.action import action
from cms.items.override_change import OverrideChange
from storage.documents import SiteOverride


@action(right="update", event="OverrideUpdated")
async def discard_override(change: OverrideChange, id: str, site: str) -> SiteOverride | None:
    """The override as it is live, as a new version; None where nothing was live and it is gone. What it said stays in
    its history. Raises NotFound, NotPermitted (`update` on `site`), Invalid, TransitionNotAllowed (there is none)."""
    stored = await change.stored()
    if stored.live is None:
        await change.repository.overrides.remove(stored, change.session)
        await change.repository.references.drop(id, stored.id, change.session)
        return None
    written = {"data": stored.live, "modified_at": change.now, "modified_by": change.actor.id}
    return await change.store(stored, {**written, "version": stored.version + 1})
