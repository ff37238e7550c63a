"""Give a release another name."""

from cms.access.actor import Actor
from cms.items.actions.create_release import release_name
from cms.items.release_plan import load_release, record_release, store_changed
from cms.kernel.services import Services
from storage.documents import Release
from storage.mongo import Session


async def rename_release(services: Services, actor: Actor, id: str, name: str) -> Release:
    """In every state. Raises NotFound, NotPermitted, Invalid."""
    title = release_name(name)

    async def write(session: Session) -> Release:
        release = await load_release(services, actor, id, session)
        release.name = title
        await store_changed(services, actor, release, session)
        await record_release(services, actor, "rename_release", release, session)
        return release

    return await services.transact(write)
