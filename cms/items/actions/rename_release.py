"""Give a release another name."""

from typing import Annotated

from cms.access.action import action
from cms.access.parameters import Id
from cms.items.actions.create_release import LONGEST_NAME, release_name
from cms.items.release_change import ReleaseChange
from storage.documents import Release


@action(right="publish", offered="Give a release another name.")
async def rename_release(
    change: ReleaseChange, id: Id, name: Annotated[str, f"What editors call it, at most {LONGEST_NAME} characters."]
) -> Release:
    """In every state. Raises NotFound, NotPermitted, Invalid."""
    change.release.name = release_name(name)
    await change.store()
    return change.release
