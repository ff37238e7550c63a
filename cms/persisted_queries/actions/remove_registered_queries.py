"""Take documents out of what a site has registered; its pages can then no longer ask them where that is required."""

from collections.abc import Sequence

from cms.access.action import action
from cms.access.change import SiteChange
from cms.kernel.errors import Invalid, Problem
from cms.persisted_queries.registration import MAX_PER_SITE, RIGHT


@action(right=RIGHT)
async def remove_registered_queries(change: SiteChange, *, site: str, hashes: Sequence[str]) -> int:
    """How many were registered. Raises NotPermitted, Invalid."""
    if len(hashes) > MAX_PER_SITE:
        raise Invalid([Problem("hashes", "TOO_MANY", f"Name at most {MAX_PER_SITE:,} hashes at a time.")])
    removed = await change.repository.registered_queries.remove(site, hashes, change.session)
    change.tell(queries=removed)
    change.is_recorded = not removed
    return removed
