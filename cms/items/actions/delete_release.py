"""Forget a release. Its items stay as they are."""

from cms.access.actor import Actor
from cms.items.release_plan import DRAFT, FAILED, PUBLISHED, load_release, record_release, require_state
from cms.kernel.desk import Desk
from storage.mongo import Session


async def delete_release(desk: Desk, actor: Actor, id: str) -> None:
    """Raises NotFound, NotPermitted, TransitionNotAllowed (scheduled)."""

    async def write(session: Session) -> None:
        release = await load_release(desk, actor, id, session)
        require_state(release, (DRAFT, FAILED, PUBLISHED))
        await desk.repository.releases.remove(release.id, session)
        await record_release(desk, actor, "delete_release", release, session)

    await desk.transact(write)
