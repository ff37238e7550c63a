"""Show visitors of a site an item as it is again; the site's own draft stays."""

from cms.access.action import action
from cms.items.override_change import OverrideChange
from cms.kernel.errors import TransitionNotAllowed
from storage.documents import SiteOverride


@action(right="publish", event="OverrideWithdrawn")
async def withdraw_override(change: OverrideChange, id: str, site: str) -> SiteOverride:
    """The override, of which nothing is live any more.

    Raises NotFound, NotPermitted (`publish` on `site`), Invalid, TransitionNotAllowed (nothing of it is live).
    """
    stored = await change.stored()
    if stored.live is None:
        raise TransitionNotAllowed(f"Visitors of {site} see this item as it is already.")
    return await change.store(stored, {"live": None, "live_version": None, "published_at": None})
