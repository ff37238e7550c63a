"""Create an item as a private draft."""

from typing import Optional

import strawberry

from cms.items import actions
from schema.management.answer import ItemResult, SlugInput, answer, bounded, object_of, slugs_of
from schema.management.context import ManagementInfo
from schema.management.scalars import Json
from storage.documents import Item


@strawberry.input
class CreateItemInput:
    type: str = strawberry.field(description="Name of a content type.")
    site: str = strawberry.field(description="Key of the site that will own it.")
    data: Json = strawberry.field(description="{field: value}, as the content type's fields describe it.")
    slugs: Optional[list[SlugInput]] = strawberry.field(
        default=None, description="Left out, they are made from the title."
    )
    take_redirects: bool = strawberry.field(
        default=False, description="Also a slug that leads to another item, which is refused otherwise."
    )
    shared: list[str] = strawberry.field(
        default_factory=list, description="Keys of the sites that will show it too; asks for the right to share."
    )


@strawberry.mutation(description="Create an item as a private draft.")
async def create_item(info: ManagementInfo, input: CreateItemInput) -> ItemResult:
    return await answer(info, _create(info, input))


async def _create(info: ManagementInfo, input: CreateItemInput) -> Item:
    data, slugs = object_of("data", input.data), slugs_of(input.slugs)
    services, actor = info.context.services, info.context.actor
    shared = bounded("shared", input.shared)
    return await actions.create_item(
        services,
        actor,
        type=input.type,
        site=input.site,
        data=data,
        slugs=slugs,
        shared=shared,
        take_redirects=input.take_redirects,
    )
