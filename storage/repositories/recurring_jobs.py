"""Recurring jobs, shared by any number of workers through leases."""

from collections.abc import Sequence
from datetime import datetime

from pymongo import UpdateOne

from storage.documents import RecurringJob
from storage.mongo import vendor_errors


class RecurringJobs:
    """Recurring jobs, shared by any number of workers through leases. One document is written at a time, so there is
    no transaction."""

    async def know(self, names: Sequence[str], due_at: datetime) -> None:
        """Those that have never been heard of are due at `due_at`."""
        writes = [UpdateOne({"_id": one}, {"$setOnInsert": {"due_at": due_at}}, upsert=True) for one in names]
        if writes:
            with vendor_errors():
                await RecurringJob.get_motor_collection().bulk_write(writes, ordered=False)

    async def lease(self, names: Sequence[str], worker: str, now: datetime, until: datetime) -> str | None:
        """The name of one of these jobs that is due and that nobody holds; None when there is none."""
        free = {"$or": [{"leased_until": None}, {"leased_until": {"$lte": now}}]}
        with vendor_errors():
            document = await RecurringJob.get_motor_collection().find_one_and_update(
                {"_id": {"$in": list(names)}, "due_at": {"$lte": now}, **free},
                {"$set": {"leased_by": worker, "leased_until": until}},
                sort=[("due_at", 1), ("_id", 1)],
            )
        return document["_id"] if document else None

    async def finish(self, name: str, worker: str, due_at: datetime, at: datetime, error: str | None) -> None:
        """Frees the job until `due_at`, unless another worker has taken it over meanwhile."""
        outcome = {"due_at": due_at, "finished_at": at, "error": error, "leased_by": None, "leased_until": None}
        with vendor_errors():
            await RecurringJob.get_motor_collection().update_one({"_id": name, "leased_by": worker}, {"$set": outcome})
