"""Take one language away from visitors later, or cancel that."""

from typing import Optional

import strawberry

from cms.items import actions
from schema.management.answer import ItemResult, answer
from schema.management.context import ManagementInfo
from schema.management.ids import ID_OF
from schema.management.scalars import Locale


@strawberry.input
class ScheduleExpiryInput:
    id: strawberry.ID = strawberry.field(description=ID_OF["item"])
    locale: Locale = strawberry.field(description="One in which it is live; others stay as they are.")
    at: Optional[str] = strawberry.field(
        default=None, description="Local time of the item's site, such as 2024-05-31T18:00; left out: cancel."
    )


@strawberry.mutation(description="Take one language away from visitors later, or cancel that.")
async def schedule_expiry(info: ManagementInfo, input: ScheduleExpiryInput) -> ItemResult:
    id, context = str(input.id), info.context
    return await answer(info, actions.schedule_expiry(context.services, context.actor, id, input.locale, input.at), id)
