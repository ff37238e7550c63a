"""Change an item's draft."""

from typing import Optional

import strawberry

from cms.items import actions
from schema.management.answer import ItemResult, SlugInput, answer, object_of, slugs_of
from schema.management.context import ManagementInfo
from schema.management.ids import ID_OF
from schema.management.scalars import Json
from storage.documents import Item


@strawberry.input
class UpdateItemInput:
    id: strawberry.ID = strawberry.field(description=ID_OF["item"])
    base_version: int = strawberry.field(
        description="The version that the change started from. What others changed since is kept."
    )
    changes: Json = strawberry.field(
        description="{field: whole new value}; null empties a field. Of a group of fields, and of what is written in "
        'several languages, also within elements that keep their id, only what is named is changed: {title: {en: "…"}} '
        "leaves the Czech title as it is, {title: {cs: null}} takes it away."
    )
    slugs: Optional[list[SlugInput]] = strawberry.field(default=None, description="Replace those of their languages.")
    take_redirects: bool = strawberry.field(
        default=False, description="Also a slug that leads to another item, which is refused otherwise."
    )
    autosave: bool = strawberry.field(
        default=False,
        description="Not asked for by the person: of those within ten minutes with nothing in between the history "
        "shows the last, and one that changes nothing makes no version.",
    )


@strawberry.mutation(description="Change an item's draft.")
async def update_item(info: ManagementInfo, input: UpdateItemInput) -> ItemResult:
    return await answer(info, _update(info, input), str(input.id))


async def _update(info: ManagementInfo, input: UpdateItemInput) -> Item:
    changes, slugs = object_of("changes", input.changes), slugs_of(input.slugs)
    services, actor = info.context.services, info.context.actor
    return await actions.update_item(
        services,
        actor,
        str(input.id),
        input.base_version,
        changes,
        slugs,
        autosave=input.autosave,
        take_redirects=input.take_redirects,
    )
