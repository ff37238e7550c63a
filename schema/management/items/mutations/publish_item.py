"""Make an item's draft live in one or several languages, with or without what it refers to."""

from typing import Optional

import strawberry

from cms.items import actions
from cms.items.queries.unpublished_targets import seen_targets
from schema.management.answer import MAX_AT_ONCE, ItemResult, answer, bounded
from schema.management.context import ManagementInfo
from schema.management.ids import ID_OF
from schema.management.items.types.item import Item, item
from schema.management.items.types.targets_choice import TargetsInput
from schema.management.items.types.unpublished_targets import UnpublishedTargets, unpublished
from schema.management.scalars import Locale
from storage.documents import Item as StoredItem


@strawberry.input
class PublishItemInput(TargetsInput):
    id: strawberry.ID = strawberry.field(description=ID_OF["item"])
    locales: list[Locale] = strawberry.field(
        description=f"At most {MAX_AT_ONCE}; languages that are not named stay as they are."
    )
    even_if_used: bool = strawberry.field(
        default=False, description="Of a site: take a language away although items are live in it (LOCALE_IN_USE)."
    )


@strawberry.type(description="Either `item` as it is now, or `refusal` and then nothing was changed.")
class PublishItemResult(ItemResult):
    locales: strawberry.Private[list[str]]
    together: list[Item] = strawberry.field(default_factory=list, description="What went live with it.")

    @strawberry.field(description="What it refers to and visitors do not see, now that it is live: a warning.")
    async def unpublished_targets(self, info: ManagementInfo) -> Optional[UnpublishedTargets]:
        if self.item is None:
            return None
        context = info.context
        return unpublished(await seen_targets(context.services, context.actor, [(str(self.item.id), self.locales)]))


@strawberry.mutation(description="Make an item's draft live in one or several languages.")
async def publish_item(info: ManagementInfo, input: PublishItemInput) -> PublishItemResult:
    together: list[StoredItem] = []
    result = await answer(info, _publish(info, input, together), str(input.id))
    return PublishItemResult(**vars(result), locales=list(input.locales), together=[item(one) for one in together])


async def _publish(info: ManagementInfo, input: PublishItemInput, together: list[StoredItem]) -> StoredItem:
    """`together` receives what went along."""
    locales = bounded("locales", input.locales)
    services, actor, id = info.context.services, info.context.actor, str(input.id)
    published, *others = await actions.publish_with_targets(
        services, actor, id, locales, input.choice(), even_if_used=input.even_if_used
    )
    together.extend(others)
    return published
