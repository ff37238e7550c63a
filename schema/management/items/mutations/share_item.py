"""Show an item on other sites too."""

import strawberry

from cms.items import actions
from schema.management.answer import ItemResult, answer, bounded
from schema.management.context import ManagementInfo
from storage.documents import Item


@strawberry.input
class ShareItemInput:
    id: strawberry.ID
    sites: list[str] = strawberry.field(description="Keys of all the sites that show it beside its own.")


@strawberry.mutation(description="Show an item on other sites too.")
async def share_item(info: ManagementInfo, input: ShareItemInput) -> ItemResult:
    return await answer(info, _share(info, input), str(input.id))


async def _share(info: ManagementInfo, input: ShareItemInput) -> Item:
    sites = bounded("sites", input.sites)
    return await actions.share_item(info.context.services, info.context.actor, str(input.id), sites)
