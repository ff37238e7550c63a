"""Return one language to its author with a comment."""

import strawberry

from cms.items import actions
from schema.management.answer import ItemResult, answer
from schema.management.context import ManagementInfo
from schema.management.scalars import Locale


@strawberry.input
class SendBackItemInput:
    id: strawberry.ID
    locale: Locale
    comment: str = strawberry.field(description="What should be changed.")


@strawberry.mutation(description="Return one language to its author with a comment.")
async def send_back_item(info: ManagementInfo, input: SendBackItemInput) -> ItemResult:
    id, context = str(input.id), info.context
    return await answer(
        info, actions.send_back_item(context.services, context.actor, id, input.locale, input.comment), id
    )
