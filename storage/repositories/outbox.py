"""Events waiting for their reactions, shared by any number of workers through leases."""

import asyncio
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from datetime import datetime
from typing import Any

from storage.conditions import Condition, all_of, between, equal
from storage.documents import OutboxEvent
from storage.mongo import Session, outside, vendor_errors
from storage.queries import query_of

COUNTED = 100_000
WAITING, PARKED = equal({"state": "waiting"}), equal({"state": "parked"})
FREE = {"leased_by": None, "leased_until": None}


@dataclass(frozen=True, slots=True)
class OutboxFigures:
    """`due`: waiting though their moment has come, `scheduled`: waiting for their moment, `parked`: waiting for a
    person; each counted up to 100,000. `oldest_due_at`: since when the first of those that are due waits."""

    due: int
    scheduled: int
    parked: int
    oldest_due_at: datetime | None


class Outbox:
    """Events waiting for their reactions. `news` is set whenever a transaction of this process is through that wrote
    events; `written` counts them, also those of transactions that are not through."""

    def __init__(self) -> None:
        self.news = asyncio.Event()
        self.written = 0

    async def add(self, event: OutboxEvent, session: Session) -> None:
        self.written += 1
        await event.insert(session=session)

    async def get(self, id: str, session: Session | None = None) -> OutboxEvent | None:
        with outside(session):
            return await OutboxEvent.get(id, session=session)

    # -- for workers --------------------------------------------------------------------------------------------

    async def lease(
        self, holder: str, now: datetime, until: datetime, lanes: Sequence[str], without: Sequence[str] = ()
    ) -> OutboxEvent | None:
        """The next event of these lanes that is due and that nobody holds; None when there is none. `holder` names
        this one lease; `without`: groups that are left alone."""
        free = {"$or": [{"leased_until": None}, {"leased_until": {"$lte": now}}]}
        query = {"lane": {"$in": list(lanes)}, "state": "waiting", "due_at": {"$lte": now}, **free}
        if without:
            query["group"] = {"$nin": list(without)}
        with vendor_errors():
            document = await OutboxEvent.get_motor_collection().find_one_and_update(
                query,
                {"$set": {"leased_by": holder, "leased_until": until}, "$inc": {"tries": 1}},
                sort=[("due_at", 1), ("_id", 1)],
                return_document=True,
            )
        return OutboxEvent.model_validate(document) if document else None

    async def renew(self, event: OutboxEvent, holder: str, until: datetime) -> bool:
        """False when somebody else holds the event now."""
        return await self._change_held(event, holder, {"$set": {"leased_until": until}})

    async def finish(self, event: OutboxEvent, holder: str, changes: Mapping[str, Any]) -> bool:
        """Records the outcome and ends the lease; False, and nothing recorded, when somebody else holds the event."""
        return await self._change_held(event, holder, {"$set": {**changes, **FREE}})

    async def release(self, event: OutboxEvent, holder: str) -> bool:
        """Gives an event back that was begun and not tried."""
        return await self._change_held(event, holder, {"$set": FREE, "$inc": {"tries": -1}})

    async def _change_held(self, event: OutboxEvent, holder: str, change: dict[str, Any]) -> bool:
        with vendor_errors():
            held = {"_id": event.id, "leased_by": holder, "state": "waiting"}
            return (await OutboxEvent.get_motor_collection().update_one(held, change)).matched_count == 1

    # -- for people ---------------------------------------------------------------------------------------------

    async def change_parked(self, id: str, changes: Mapping[str, Any], session: Session) -> bool:
        """False when the event is not parked."""
        self.written += 1
        parked = {"_id": id, "state": "parked"}
        changed = await OutboxEvent.get_motor_collection().update_one(parked, {"$set": changes}, session=session)
        return changed.matched_count == 1

    async def change_all_parked(self, within: Condition, changes: Mapping[str, Any], session: Session) -> int:
        """How many there were."""
        self.written += 1
        parked = query_of(all_of(PARKED, within))
        changed = await OutboxEvent.get_motor_collection().update_many(parked, {"$set": changes}, session=session)
        return changed.modified_count

    async def figures(self, now: datetime, within: Condition) -> OutboxFigures:
        """Of the events of which `within` holds."""
        collection = OutboxEvent.get_motor_collection()
        due = query_of(all_of(WAITING, between("due_at", at_most=now), within))
        scheduled = query_of(all_of(WAITING, between("due_at", above=now), within))
        parked = query_of(all_of(PARKED, within))
        with vendor_errors():
            counts = [await collection.count_documents(query, limit=COUNTED) for query in (due, scheduled, parked)]
            oldest = await collection.find_one(due, {"due_at": 1}, sort=[("due_at", 1)])
        return OutboxFigures(*counts, oldest_due_at=oldest["due_at"] if oldest else None)

    async def parked_by_name(self, within: Condition) -> dict[str, int]:
        """{event: how many are parked}, the most first."""
        stages = [
            {"$match": query_of(all_of(PARKED, within))},
            {"$group": {"_id": "$name", "count": {"$sum": 1}}},
            {"$sort": {"count": -1, "_id": 1}},
            {"$limit": 100},
        ]
        with vendor_errors():
            return {one["_id"]: one["count"] async for one in OutboxEvent.get_motor_collection().aggregate(stages)}
