"""Make the present version of one language live later, or cancel that."""

from typing import Optional

import strawberry

from cms.items import actions
from schema.management.answer import ItemResult, answer
from schema.management.context import ManagementInfo
from schema.management.ids import ID_OF
from schema.management.items.types.targets_choice import TargetsInput
from schema.management.scalars import Locale
from storage.documents import Item


@strawberry.input
class SchedulePublicationInput(TargetsInput):
    id: strawberry.ID = strawberry.field(description=ID_OF["item"])
    locale: Locale = strawberry.field(description="The others stay as they are.")
    at: Optional[str] = strawberry.field(
        default=None, description="Local time of the item's site, such as 2024-05-31T18:00; left out: cancel."
    )


@strawberry.mutation(description="Make the present version of one language live later, or cancel that.")
async def schedule_publication(info: ManagementInfo, input: SchedulePublicationInput) -> ItemResult:
    return await answer(info, _schedule(info, input), str(input.id))


async def _schedule(info: ManagementInfo, input: SchedulePublicationInput) -> Item:
    services, actor = info.context.services, info.context.actor
    return await actions.schedule_publication(services, actor, str(input.id), input.locale, input.at, input.choice())
