"""Say which of its languages an item is translated from."""

import strawberry

from cms.items import actions
from schema.management.answer import ItemResult, answer
from schema.management.context import ManagementInfo
from schema.management.scalars import Locale


@strawberry.input
class ChangeSourceLocaleInput:
    id: strawberry.ID
    locale: Locale


@strawberry.mutation(
    description="Say which of its languages an item is translated from; its other texts count as current."
)
async def change_source_locale(info: ManagementInfo, input: ChangeSourceLocaleInput) -> ItemResult:
    id, context = str(input.id), info.context
    return await answer(info, actions.change_source_locale(context.services, context.actor, id, input.locale), id)
