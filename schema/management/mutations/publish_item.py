"""Make an item's draft live in one or several languages."""

import strawberry

from cms import actions
from schema.management.answer import ItemResult, answer, bounded
from schema.management.context import ManagementInfo
from schema.management.scalars import Locale
from storage.documents import Item


@strawberry.input
class PublishItemInput:
    id: strawberry.ID
    locales: list[Locale]


async def publish_item(info: ManagementInfo, input: PublishItemInput) -> ItemResult:
    return await answer(info, _publish(info, input), str(input.id))


async def _publish(info: ManagementInfo, input: PublishItemInput) -> Item:
    locales = bounded("locales", input.locales)
    return await actions.publish_item(info.context.desk, info.context.actor, str(input.id), locales)
