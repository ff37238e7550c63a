"""Mutations about parked events: only those who look after the worker know of them."""

from typing import Any

from storage.documents import OutboxEvent
from tests.schema.management.roles import Row, Stage

RIGHT = "manage_worker"
NAME = "SomethingHappened"


async def parked(stage: Stage) -> dict[str, Any]:
    now = stage.services.clock()
    event = await OutboxEvent(name=NAME, at=now, due_at=now, site="eccp", state="parked").insert()
    return {"id": event.id}


async def name_of_parked(stage: Stage) -> dict[str, Any]:
    await parked(stage)
    return {"name": NAME}


ROWS = {
    "retryEvent": Row(RIGHT, parked, hidden=True),
    "dropEvent": Row(RIGHT, parked, hidden=True),
    "retryParkedEvents": Row(RIGHT, name_of_parked, hidden=True),
}
