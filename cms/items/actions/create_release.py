"""Begin a release: a name for items that are to go live together."""

from cms.access.actor import Actor
from cms.content.sites import published_sites
from cms.items.release_plan import record_release
from cms.kernel.errors import Invalid, Problem
from cms.kernel.services import Services
from storage.documents import Release
from storage.mongo import Session

LONGEST_NAME = 200


async def create_release(services: Services, actor: Actor, site: str, name: str) -> Release:
    """The release, empty. Raises NotPermitted, Invalid (no name, or a site that is not published)."""
    actor.require("publish", site)
    title = release_name(name)

    async def write(session: Session) -> Release:
        await published_sites(services.repository, [site], session)
        now, by = services.clock(), actor.id
        release = Release(name=title, site=site, created_at=now, created_by=by, modified_at=now, modified_by=by)
        await services.repository.releases.insert(release, session)
        await record_release(services, actor, "create_release", release, session)
        return release

    return await services.transact(write)


def release_name(given: str) -> str:
    """Raises Invalid."""
    name = " ".join(given.split())
    if not 0 < len(name) <= LONGEST_NAME:
        raise Invalid([Problem("name", "WRONG_LENGTH", f"Give it a name of at most {LONGEST_NAME} characters.")])
    return name
