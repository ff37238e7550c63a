"""What one site shows differently of an item."""

from datetime import datetime
from typing import TYPE_CHECKING, Annotated, Any, Optional

import strawberry

from cms.items.checks import places
from schema.management.accounts.types.people import Person, person
from schema.management.context import ManagementInfo
from schema.management.scalars import Json
from storage.documents import SiteOverride

if TYPE_CHECKING:
    from schema.management.items.types.item import Item


@strawberry.type(description="What one site shows differently of an item. Its draft is beside what is live, as items'.")
class Override:
    stored: strawberry.Private[SiteOverride]
    id: strawberry.ID = strawberry.field(description="Unique for item and site.")
    site: str = strawberry.field(description="Key of the site that shows it differently.")
    version: int = strawberry.field(description="Of the draft; `baseVersion` of `updateOverride`.")
    data: Json = strawberry.field(description="The draft: {role: value}, by the content type's `overridable`.")
    live: Optional[Json] = strawberry.field(description="What visitors of the site see; null for the original.")
    live_version: Optional[int] = strawberry.field(description="The version that visitors see; null for the original.")
    published_at: Optional[datetime] = strawberry.field(
        description="When it went live last; null while it is not live."
    )
    modified_at: datetime = strawberry.field(description="Of the last change of the draft.")
    modified_by: Optional[Person] = strawberry.field(description="Who made that change.")
    is_changed: bool = strawberry.field(description="Whether publishing would change what visitors see.")

    @strawberry.field(description="Null where the viewer may not read it.")
    async def item(
        self, info: ManagementInfo
    ) -> Optional[Annotated["Item", strawberry.lazy("schema.management.items.types.item")]]:
        from schema.management.items.types.item import item

        found = await info.context.items.load(self.stored.item)
        return item(found) if found else None

    @strawberry.field(description="Whether visitors see it now: it is live, and so is the item on this site.")
    async def is_shown(self, info: ManagementInfo) -> bool:
        item, live = await info.context.items.load(self.stored.item), await info.context.live.load(self.stored.item)
        return bool(self.stored.live and item and live and self.site in places(item))

    @strawberry.field(description="What the viewer may do: update, publish.")
    def rights(self, info: ManagementInfo) -> list[str]:
        return [verb for verb in ("update", "publish") if info.context.actor.may(verb, self.site)]


def override(stored: SiteOverride) -> Override:
    return Override(
        stored=stored,
        id=strawberry.ID(stored.id),
        site=stored.site,
        version=stored.version,
        data=Json(stored.data),
        live=None if stored.live is None else Json(stored.live),
        live_version=stored.live_version,
        published_at=stored.published_at,
        modified_at=stored.modified_at,
        modified_by=person(stored.modified_by),
        is_changed=stored.live is not None and stored.data != stored.live,
    )


def listed_override(document: dict[str, Any]) -> Override:
    return override(SiteOverride.model_validate(document))
