"""Give a release another name."""

from cms.access.action import action
from cms.items.actions.create_release import release_name
from cms.items.release_change import ReleaseChange
from storage.documents import Release


@action(right="publish")
async def rename_release(change: ReleaseChange, id: str, name: str) -> Release:
    """In every state. Raises NotFound, NotPermitted, Invalid."""
    change.release.name = release_name(name)
    await change.store()
    return change.release
