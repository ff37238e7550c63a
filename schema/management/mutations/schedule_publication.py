"""Make the present version of one language live later, or cancel that."""

from typing import Optional

import strawberry

from cms import actions
from schema.management.answer import ItemResult, answer
from schema.management.context import ManagementInfo
from schema.management.scalars import Locale


@strawberry.input
class SchedulePublicationInput:
    id: strawberry.ID
    locale: Locale
    at: Optional[str] = strawberry.field(
        default=None, description="Local time of the item's site, such as 2024-05-31T18:00; left out: cancel."
    )


async def schedule_publication(info: ManagementInfo, input: SchedulePublicationInput) -> ItemResult:
    id, context = str(input.id), info.context
    return await answer(info, actions.schedule_publication(context.desk, context.actor, id, input.locale, input.at), id)
