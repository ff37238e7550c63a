"""Put an item into the recycle bin."""

import strawberry

from cms.items import actions
from cms.items.queries.items import get_item
from schema.management.answer import ItemResult, answer
from schema.management.context import ManagementInfo
from schema.management.ids import ID_OF
from storage.documents import Item


@strawberry.input
class DeleteItemInput:
    id: strawberry.ID = strawberry.field(description=ID_OF["item"])
    even_if_used: bool = strawberry.field(
        default=False, description="Also where something live refers to it, which is refused otherwise; see `impact`."
    )


@strawberry.mutation(description="Put an item into the recycle bin.")
async def delete_item(info: ManagementInfo, input: DeleteItemInput) -> ItemResult:
    return await answer(info, _delete(info, input), str(input.id))


async def _delete(info: ManagementInfo, input: DeleteItemInput) -> Item:
    services, actor, id = info.context.services, info.context.actor, str(input.id)
    await actions.delete_item(services, actor, id, even_if_used=input.even_if_used)
    return await get_item(services, actor, id)
