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
    id: strawberry.ID
    name: str
    at: datetime = strawberry.field(description="When it happened, or was scheduled.")
    item: Optional[strawberry.ID]
    type: Optional[str]
    site: Optional[str]
    locale: Optional[Locale]
    version: Optional[int]
    state: OutboxState
    due_at: datetime = strawberry.field(description="Of those that wait: when it is tried next.")
    tries: int
    leased_until: Optional[datetime] = strawberry.field(description="Set while a worker is at it.")
    error: Optional[str] = strawberry.field(description="What went wrong the last time.")
    done_at: Optional[datetime]


@strawberry.type
class ParkedCount:
    name: str
    count: int


@strawberry.type(description="On the viewer's sites; counted up to 100,000.")
class OutboxFigures:
    due: int = strawberry.field(description="Waiting though their moment has come: more than a few means trouble.")
    scheduled: int = strawberry.field(description="Waiting for their moment, or for their next try.")
    parked: int = strawberry.field(description="Waiting for a person.")
    oldest_due_at: Optional[datetime] = strawberry.field(description="Since when the first of those due waits.")
    parked_by_name: list[ParkedCount]


def outbox_event(document: dict[str, Any]) -> OutboxEvent:
    names = ("name", "at", "due_at", "tries", "leased_until", "error", "done_at")
    unset = ("item", "type", "site", "locale", "version")
    given: dict[str, Any] = {name: document.get(name) for name in names}
    given |= {name: document.get(name) or None for name in unset}
    return OutboxEvent(id=strawberry.ID(document["_id"]), state=OutboxState(document["state"]), **given)


def stored_event(event: StoredEvent) -> OutboxEvent:
    return outbox_event(event.model_dump(by_alias=True))
