"""Forget a release. Its items stay as they are."""

from cms.access.action import action
from cms.items.release_change import ReleaseChange
from cms.items.release_plan import DRAFT, FAILED, PUBLISHED


@action(right="publish")
async def delete_release(change: ReleaseChange, id: str) -> None:
    """Raises NotFound, NotPermitted, TransitionNotAllowed (scheduled)."""
    change.require_state((DRAFT, FAILED, PUBLISHED))
    await change.repository.releases.remove(change.release.id, change.session)
