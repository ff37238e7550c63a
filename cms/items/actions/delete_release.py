"""Forget a release. Its items stay as they are."""

from cms.access.actor import Actor
from cms.items.release_plan import DRAFT, FAILED, PUBLISHED, load_release, record_release, require_state
from cms.kernel.services import Services
from storage.mongo import Session


async def delete_release(services: Services, actor: Actor, id: str) -> None:
    """Raises NotFound, NotPermitted, TransitionNotAllowed (scheduled)."""

    async def write(session: Session) -> None:
        release = await load_release(services, actor, id, session)
        require_state(release, (DRAFT, FAILED, PUBLISHED))
        await services.repository.releases.remove(release.id, session)
        await record_release(services, actor, "delete_release", release, session)

    await services.transact(write)
