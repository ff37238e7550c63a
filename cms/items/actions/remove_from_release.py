"""Take items out of a release."""

from collections.abc import Sequence
from typing import Annotated

from cms.access.action import action
from cms.access.parameters import Id
from cms.items.release_change import ReleaseChange
from cms.items.release_plan import OPEN
from storage.documents import Release


@action(right="publish", offered="Take items out of a release.")
async def remove_from_release(
    change: ReleaseChange, id: Id, items: Annotated[Sequence[Id], "At most 40 at once."]
) -> Release:
    """Without any entry of these items. Raises NotFound, NotPermitted, TransitionNotAllowed."""
    change.require_state(OPEN)
    change.release.entries = [one for one in change.release.entries if one.item not in items]
    await change.store()
    return change.release
