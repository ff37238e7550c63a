"""Changes to stored documents, applied once, in order, by one process at a time."""

import asyncio
import contextlib
from collections.abc import AsyncIterator, Awaitable, Callable, Sequence
from dataclasses import dataclass
from datetime import UTC, datetime, timedelta

from pymongo.errors import DuplicateKeyError

from storage.errors import Unavailable
from storage.ids import new_id
from storage.mongo import Mongo, vendor_errors

LEASE = timedelta(seconds=60)
PATIENCE_SECONDS = 120


@dataclass(frozen=True, slots=True)
class Migration:
    """`apply` must be safe to run again: a process may die in the middle of it."""

    name: str
    apply: Callable[[Mongo], Awaitable[None]]


@contextlib.asynccontextmanager
async def start_lock(mongo: Mongo) -> AsyncIterator[None]:
    """Held while indexes and migrations are applied; renewed by nobody, so what runs under it must take under a minute,
    or be safe beside itself."""
    holder = new_id()
    with vendor_errors():
        await _acquire(mongo, holder)
    try:
        yield
    finally:
        with vendor_errors():
            await mongo.db["locks"].delete_one({"_id": "start", "holder": holder})


async def _acquire(mongo: Mongo, holder: str) -> None:
    for _ in range(PATIENCE_SECONDS * 5):
        if await _acquired(mongo, holder):
            return
        await asyncio.sleep(0.2)
    raise Unavailable("mongodb", "another process has held the start lock for two minutes")


async def _acquired(mongo: Mongo, holder: str) -> bool:
    """By the database's time: clocks of machines differ."""
    is_free = {"$lte": [{"$ifNull": ["$until", "$$NOW"]}, "$$NOW"]}
    until = {"$add": ["$$NOW", int(LEASE.total_seconds() * 1000)]}
    taken = {"holder": {"$cond": [is_free, holder, "$holder"]}, "until": {"$cond": [is_free, until, "$until"]}}
    with contextlib.suppress(DuplicateKeyError):  # two made the document at once
        found = await mongo.db["locks"].find_one_and_update(
            {"_id": "start"}, [{"$set": taken}], upsert=True, return_document=True
        )
        return found["holder"] == holder
    return False


async def apply_migrations(mongo: Mongo, migrations: Sequence[Migration]) -> list[str]:
    """Runs those not yet recorded and answers their names. Call it under `start_lock`."""
    with vendor_errors():
        done = {doc["_id"] async for doc in mongo.db["migrations"].find({}, {"_id": 1})}
        new = [one for one in migrations if one.name not in done]
        for one in new:
            await one.apply(mongo)
            await mongo.live_changes.everything_changed()  # before it is recorded: else it is applied again
            await mongo.db["migrations"].insert_one({"_id": one.name, "at": datetime.now(UTC)})
    return [one.name for one in new]
