"""Begin a release: a name for items that are to go live together."""

from typing import Annotated

from cms.access.action import action
from cms.access.change import SiteChange
from cms.content.sites import published_sites
from cms.items.release_plan import release_details
from cms.kernel.errors import Invalid, Problem
from storage.documents import Release

LONGEST_NAME = 200


@action(right="publish", offered="Begin a release, empty.")
async def create_release(
    change: SiteChange,
    site: Annotated[str, "Key of the site in whose time it is scheduled."],
    name: Annotated[str, f"What editors call it, at most {LONGEST_NAME} characters."],
) -> Release:
    """The release, empty. Raises NotPermitted, Invalid (no name, or a site that is not published)."""
    title = release_name(name)
    await published_sites(change.repository, [site], change.session)
    now, by = change.now, change.actor.id
    release = Release(name=title, site=site, created_at=now, created_by=by, modified_at=now, modified_by=by)
    await change.repository.releases.insert(release, change.session)
    change.tell(**release_details(release))
    return release


def release_name(given: str) -> str:
    """Raises Invalid."""
    name = " ".join(given.split())
    if not 0 < len(name) <= LONGEST_NAME:
        raise Invalid([Problem("name", "WRONG_LENGTH", f"Give it a name of at most {LONGEST_NAME} characters.")])
    return name
