"""How often something was tried: counted in the database, so that all processes count together."""

from dataclasses import dataclass
from datetime import datetime, timedelta
from typing import Any

from storage.mongo import Mongo, vendor_errors


@dataclass(frozen=True, slots=True)
class Pace:
    """`free` attempts at any speed; after each further one a wait of `first`, then twice as long, up to `longest`.
    All is forgotten when nothing was tried for `memory`."""

    free: int
    first: timedelta
    longest: timedelta
    memory: timedelta


class AttemptCounts:
    """Each write is one step: of many attempts at once only as many pass as may."""

    def __init__(self, mongo: Mongo) -> None:
        self._collection = mongo.db["attempts"]

    async def attempt(self, key: str, pace: Pace, now: datetime) -> timedelta | None:
        """None when it is allowed, and counted; else how long to wait. Raises Unavailable."""
        with vendor_errors():
            after = await self._collection.find_one_and_update(
                {"_id": key}, _steps(pace, now), upsert=True, return_document=True
            )
        return None if after["allowed"] else after["blocked_until"] - now

    async def forgive(self, key: str) -> None:
        """Takes one attempt back, which was none. Raises Unavailable."""
        with vendor_errors():
            await self._collection.update_one({"_id": key, "number": {"$gt": 0}}, {"$inc": {"number": -1}})

    async def forget(self, key: str) -> None:
        """Raises Unavailable."""
        with vendor_errors():
            await self._collection.delete_one({"_id": key})


def _steps(pace: Pace, now: datetime) -> list[dict[str, Any]]:
    """An update in steps, each of which sees what the one before has set."""
    is_old = {"$lte": [{"$ifNull": ["$expires", now]}, now]}
    is_allowed = {"$lte": [{"$ifNull": ["$blocked_until", now]}, now]}
    number = {"$cond": [is_old, 1, {"$add": ["$number", 1]}]}
    return [
        {"$set": {"allowed": {"$or": [is_old, is_allowed]}}},
        {"$set": {"number": _if_allowed(number, "$number")}},
        {"$set": {"blocked_until": _if_allowed({"$add": [now, _wait(pace)]}, "$blocked_until")}},
        {"$set": {"expires": _if_allowed({"$add": ["$blocked_until", _milliseconds(pace.memory)]}, "$expires")}},
    ]


def _if_allowed(value: Any, otherwise: Any) -> dict[str, Any]:
    return {"$cond": ["$allowed", value, otherwise]}


def _wait(pace: Pace) -> dict[str, Any]:
    """Milliseconds after an attempt with the present number."""
    beyond = {"$min": [{"$subtract": ["$number", pace.free]}, 30]}
    growing = {"$multiply": [_milliseconds(pace.first), {"$pow": [2, {"$subtract": [beyond, 1]}]}]}
    bounded = {"$toLong": {"$min": [_milliseconds(pace.longest), growing]}}
    return {"$cond": [{"$lte": ["$number", pace.free]}, 0, bounded]}


def _milliseconds(time: timedelta) -> int:
    return int(time.total_seconds() * 1000)
