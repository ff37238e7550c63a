"""What is about to go live, what would go along, and who was given leave to see it before."""

from datetime import datetime
from typing import Annotated, Optional

import strawberry

from cms.items.queries.previews import find_previews
from cms.items.queries.scheduled import find_scheduled
from cms.items.queries.unpublished_targets import seen_override_targets, seen_targets
from schema.management.answer import MAX_AT_ONCE, bounded
from schema.management.context import ManagementInfo
from schema.management.ids import ID_OF
from schema.management.items.types.preview import Preview, preview_of
from schema.management.items.types.scheduled import ScheduledItem, scheduled_item
from schema.management.items.types.unpublished_targets import UnpublishedTargets, unpublished
from schema.management.pages import DEFAULT_PAGE, After, Connection, First, page
from schema.management.scalars import Locale


@strawberry.input(description="An item that is to be published.")
class GoingLiveInput:
    id: strawberry.ID = strawberry.field(description=ID_OF["item"])
    locales: list[Locale] = strawberry.field(
        description=f"The languages that it is to be published in, at most {MAX_AT_ONCE}."
    )


@strawberry.type
class PublishingQueries:
    @strawberry.field(
        description="Look before publishing: what the draft refers to in these languages, directly and through others, "
        "that visitors would not see."
    )
    async def unpublished_targets(
        self,
        info: ManagementInfo,
        id: Annotated[strawberry.ID, strawberry.argument(description=ID_OF["item"])],
        locales: Annotated[
            list[Locale],
            strawberry.argument(description=f"The languages that it is to be published in, at most {MAX_AT_ONCE}."),
        ],
    ) -> Optional[UnpublishedTargets]:
        wanted = bounded("locales", locales)
        return unpublished(await seen_targets(info.context.services, info.context.actor, [(str(id), wanted)]))

    @strawberry.field(
        description="The same for several items that are published one after the other, at most 40, but for what is "
        "among them."
    )
    async def unpublished_targets_of(
        self,
        info: ManagementInfo,
        items: Annotated[
            list[GoingLiveInput],
            strawberry.argument(description=f"At most {MAX_AT_ONCE}, in the order in which they are published."),
        ],
    ) -> Optional[UnpublishedTargets]:
        asked = [(str(one.id), bounded("locales", one.locales)) for one in bounded("items", items)]
        return unpublished(await seen_targets(info.context.services, info.context.actor, asked))

    @strawberry.field(description="The same for what a site shows differently of an item.")
    async def unpublished_targets_of_override(
        self,
        info: ManagementInfo,
        item: Annotated[strawberry.ID, strawberry.argument(description=ID_OF["item"])],
        site: Annotated[str, strawberry.argument(description="Key of the site that shows it differently.")],
    ) -> Optional[UnpublishedTargets]:
        services, actor = info.context.services, info.context.actor
        return unpublished(await seen_override_targets(services, actor, str(item), site))

    @strawberry.field(
        description="The items to which something happens by the clock, by themselves or in a scheduled release, the "
        "next one first. `until`: only those whose next moment is not after."
    )
    async def scheduled(
        self,
        info: ManagementInfo,
        site: Annotated[
            Optional[str],
            strawberry.argument(
                description="Key of a site: its own items and those shared with it. Left out, all of them."
            ),
        ] = None,
        until: Annotated[
            Optional[datetime], strawberry.argument(description="Included; left out, however late.")
        ] = None,
        first: First = DEFAULT_PAGE,
        after: After = None,
    ) -> Connection[ScheduledItem]:
        listing = find_scheduled(info.context.services, info.context.actor, site, until)
        return await page(info, listing, scheduled_item, first, after)

    @strawberry.field(description="Previews that still hold, of the sites that the viewer may edit, the newest first.")
    async def previews(
        self,
        info: ManagementInfo,
        site: Annotated[
            Optional[str], strawberry.argument(description="Key of a site; left out, all that the viewer may edit.")
        ] = None,
        first: First = DEFAULT_PAGE,
        after: After = None,
    ) -> Connection[Preview]:
        return await page(
            info, find_previews(info.context.services, info.context.actor, site), preview_of, first, after
        )
