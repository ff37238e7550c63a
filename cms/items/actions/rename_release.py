"""Give a release another name."""

from cms.access.action import action
from cms.access.parameters import Id
from cms.items.actions.create_release import release_name
from cms.items.release_change import ReleaseChange
from storage.documents import Release


@action(right="publish", offered="Give a release another name.")
async def rename_release(change: ReleaseChange, id: Id, name: str) -> Release:
    """In every state. Raises NotFound, NotPermitted, Invalid."""
    change.release.name = release_name(name)
    await change.store()
    return change.release
