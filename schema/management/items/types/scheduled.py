"""What happens by the clock."""

from datetime import datetime
from typing import Any, Optional

import strawberry

from cms.items.queries.scheduled import moments
from schema.management.enums import ReleaseAction
from schema.management.items.types.item import Item, item
from storage.documents import Item as StoredItem


@strawberry.type(description="Something that is to happen to one language of an item.")
class ScheduledMoment:
    at: datetime
    locale: str
    action: ReleaseAction
    version: Optional[int] = strawberry.field(description="The version that goes live, where that is known by itself.")
    release: Optional[strawberry.ID] = strawberry.field(description="The release that does it; null: its own schedule.")


@strawberry.type
class ScheduledItem:
    item: Item
    moments: list[ScheduledMoment] = strawberry.field(description="In their order.")


def scheduled_item(document: dict[str, Any]) -> ScheduledItem:
    stored = StoredItem.model_validate(document)
    found = [
        ScheduledMoment(
            at=one.at,
            locale=one.locale,
            action=ReleaseAction(one.action),
            version=one.version,
            release=strawberry.ID(one.release) if one.release else None,
        )
        for one in moments(stored)
    ]
    return ScheduledItem(item=item(stored), moments=found)
