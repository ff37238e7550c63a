"""What workers have before them, as editors see it."""

from datetime import datetime
from enum import Enum
from typing import Any, Optional

import strawberry

from schema.management.scalars import Locale
from storage.documents import OutboxEvent as StoredEvent


@strawberry.enum(description="Where an event stands.")
class OutboxState(Enum):
    WAITING = strawberry.enum_value("waiting", description="For its moment, for the next try, or worked on now.")
    DONE = strawberry.enum_value("done", description="Kept for two weeks.")
    PARKED = strawberry.enum_value("parked", description="Failed too often: a person must retry or drop it.")
    DROPPED = strawberry.enum_value("dropped", description="Given up by a person; kept for two weeks.")


@strawberry.type(description="Something that happened, or is to happen at its moment, and that workers act upon.")
class OutboxEvent:
    id: strawberry.ID = strawberry.field(description="For `retryEvent` and `dropEvent`.")
    name: str = strawberry.field(description="What happened, such as ItemPublished.")
    at: datetime = strawberry.field(description="When it happened, or was scheduled.")
    item: Optional[strawberry.ID] = strawberry.field(
        description="Id of the item or application that it is about; null for none."
    )
    type: Optional[str] = strawberry.field(description="Its content type, or HostApplication; null for none.")
    site: Optional[str] = strawberry.field(description="Key of the site that it is of; null for what belongs to none.")
    locale: Optional[Locale] = strawberry.field(
        description="The language that it happened to; null for none in particular."
    )
    version: Optional[int] = strawberry.field(description="The item's version; null for none.")
    state: OutboxState = strawberry.field(description="Where it stands.")
    due_at: datetime = strawberry.field(description="Of those that wait: when it is tried next.")
    tries: int = strawberry.field(description="That have gone wrong so far.")
    leased_until: Optional[datetime] = strawberry.field(description="Set while a worker is at it.")
    error: Optional[str] = strawberry.field(description="What went wrong the last time.")
    done_at: Optional[datetime] = strawberry.field(description="When it was done or dropped; null before.")


@strawberry.type(description="How many events of one name are parked.")
class ParkedCount:
    name: str = strawberry.field(description="As `retryParkedEvents` takes it.")
    count: int = strawberry.field(description="At least 1.")


@strawberry.type(description="On the viewer's sites; counted up to 100,000.")
class OutboxFigures:
    due: int = strawberry.field(description="Waiting though their moment has come: more than a few means trouble.")
    scheduled: int = strawberry.field(description="Waiting for their moment, or for their next try.")
    parked: int = strawberry.field(description="Waiting for a person.")
    oldest_due_at: Optional[datetime] = strawberry.field(description="Since when the first of those due waits.")
    parked_by_name: list[ParkedCount] = strawberry.field(description="One entry for each name of which there are any.")


def outbox_event(document: dict[str, Any]) -> OutboxEvent:
    names = ("name", "at", "due_at", "tries", "leased_until", "error", "done_at")
    unset = ("item", "type", "site", "locale", "version")
    given: dict[str, Any] = {name: document.get(name) for name in names}
    given |= {name: document.get(name) or None for name in unset}
    return OutboxEvent(id=strawberry.ID(document["_id"]), state=OutboxState(document["state"]), **given)


def stored_event(event: StoredEvent) -> OutboxEvent:
    return outbox_event(event.model_dump(by_alias=True))
