"""Events waiting for their reactions, shared by any number of workers through leases."""

from datetime import datetime
from typing import Any

from storage.documents import OutboxEvent
from storage.mongo import Session, vendor_errors


class Outbox:
    """Events waiting for their reactions, shared by any number of workers through leases."""

    async def add(self, event: OutboxEvent, session: Session) -> None:
        await event.insert(session=session)

    async def lease(self, worker: str, now: datetime, until: datetime) -> OutboxEvent | None:
        """The next event that is due and that nobody holds; None when there is none."""
        with vendor_errors():
            document = await OutboxEvent.get_motor_collection().find_one_and_update(
                {
                    "state": "waiting",
                    "due_at": {"$lte": now},
                    "$or": [{"leased_until": None}, {"leased_until": {"$lte": now}}],
                },
                {"$set": {"leased_by": worker, "leased_until": until}, "$inc": {"tries": 1}},
                sort=[("due_at", 1), ("_id", 1)],
                return_document=True,
            )
        return OutboxEvent.model_validate(document) if document else None

    async def finish(self, event: OutboxEvent, worker: str, changes: dict[str, Any]) -> None:
        """Records the outcome, unless another worker has taken the event over meanwhile."""
        with vendor_errors():
            await OutboxEvent.get_motor_collection().update_one(
                {"_id": event.id, "leased_by": worker},
                {"$set": {**changes, "leased_by": None, "leased_until": None}},
            )
