"""Releases."""

from typing import Annotated, Any, Optional

import strawberry

from cms.items import actions
from cms.items.queries.releases import ReleaseFilter, find_releases, get_release
from cms.items.queries.unpublished_targets import seen_release_targets
from schema.management.context import ManagementInfo
from schema.management.enums import ReleaseState
from schema.management.ids import ID_OF
from schema.management.items.types.release import Release, ReleaseCheck, release
from schema.management.items.types.unpublished_targets import unpublished
from schema.management.pages import DEFAULT_PAGE, After, Connection, First, page
from schema.management.problems import problem
from storage.documents import Release as StoredRelease


@strawberry.input(description="Which releases to list.")
class ReleaseFilterInput:
    site: Optional[str] = strawberry.field(
        default=None, description="Key of the site in whose time they are scheduled."
    )
    state: Optional[ReleaseState] = strawberry.field(default=None, description="Where they stand.")
    item: Optional[strawberry.ID] = strawberry.field(default=None, description="Those that this item is in.")


@strawberry.type
class ReleaseQueries:
    @strawberry.field(description="One release; NOT_FOUND where nothing of its site may be read.")
    async def release(
        self, info: ManagementInfo, id: Annotated[strawberry.ID, strawberry.argument(description=ID_OF["release"])]
    ) -> Optional[Release]:
        return release(await get_release(info.context.services, info.context.actor, str(id)))

    @strawberry.field(description="The releases of the viewer's sites, the latest change first.")
    async def releases(
        self,
        info: ManagementInfo,
        filter: Annotated[
            Optional[ReleaseFilterInput],
            strawberry.argument(description="Left out, all of them; what it names must all hold."),
        ] = None,
        first: First = DEFAULT_PAGE,
        after: After = None,
    ) -> Connection[Release]:
        listing = find_releases(info.context.services, info.context.actor, _filter(filter))
        return await page(info, listing, _release, first, after)

    @strawberry.field(description="Look before publishing or scheduling a release; for those who may publish it.")
    async def release_check(
        self, info: ManagementInfo, id: Annotated[strawberry.ID, strawberry.argument(description=ID_OF["release"])]
    ) -> Optional[ReleaseCheck]:
        found = await actions.check_release(info.context.services, info.context.actor, str(id))
        targets = await seen_release_targets(info.context.services, info.context.actor, str(id))
        problems = [problem(one) for one in found]
        return ReleaseCheck(is_ready=not found, problems=problems, unpublished_targets=unpublished(targets))


def _release(document: dict[str, Any]) -> Release:
    return release(StoredRelease.model_validate(document))


def _filter(given: ReleaseFilterInput | None) -> ReleaseFilter:
    if given is None:
        return ReleaseFilter()
    state = str(given.state.value) if given.state else None
    return ReleaseFilter(given.site, state, str(given.item) if given.item else None)
