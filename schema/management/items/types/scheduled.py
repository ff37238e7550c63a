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
    at: datetime = strawberry.field(description="When it happens.")
    locale: str = strawberry.field(description="The language that it happens to.")
    action: ReleaseAction = strawberry.field(description="Whether it goes live or away.")
    version: Optional[int] = strawberry.field(description="The version that goes live, where that is known by itself.")
    release: Optional[strawberry.ID] = strawberry.field(description="The release that does it; null: its own schedule.")


@strawberry.type(description="An item to which something happens by the clock.")
class ScheduledItem:
    item: Item = strawberry.field(description="The item itself.")
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
