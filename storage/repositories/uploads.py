"""Tickets for uploads."""

from datetime import datetime
from typing import Any

from storage.documents import Upload
from storage.mongo import Session, outside, vendor_errors


class Uploads:
    """Tickets for uploads, until they are swept."""

    async def get(self, id: str, session: Session | None = None) -> Upload | None:
        with outside(session):
            return await Upload.get(id, session=session)

    async def open_by(self, by: str, now: datetime, session: Session) -> tuple[int, int]:
        """How many tickets of one person may still be used, and for how many bytes."""
        counted = {"$group": {"_id": None, "tickets": {"$sum": 1}, "bytes": {"$sum": "$byte_size"}}}
        found = Upload.get_motor_collection().aggregate([{"$match": _open(by, now)}, counted], session=session)
        async for one in found:
            return one["tickets"], one["bytes"]
        return 0, 0

    async def waiting(self, by: str, now: datetime, at_most: int, sha256: str | None = None) -> list[Upload]:
        """Tickets of one person whose bytes were not looked at yet, the newest first; of these bytes only, where the
        hash is given."""
        wanted = {**_open(by, now), "facts": None, **({"sha256": sha256} if sha256 else {})}
        with vendor_errors():
            return await Upload.find(wanted, sort="-_id", limit=at_most).to_list()

    async def expired(self, before: datetime, at_most: int) -> list[Upload]:
        """Tickets that ended before this moment, used or not, the oldest first."""
        with vendor_errors():
            return await Upload.find({"expires": {"$lt": before}}, sort="+expires", limit=at_most).to_list()

    async def insert(self, upload: Upload, session: Session) -> None:
        await upload.insert(session=session)

    async def set(self, id: str, changes: dict[str, Any], session: Session) -> None:
        await Upload.get_motor_collection().update_one({"_id": id}, {"$set": changes}, session=session)

    async def remove(self, id: str, session: Session) -> None:
        await Upload.get_motor_collection().delete_one({"_id": id}, session=session)

    async def has_hash(self, sha256: str, now: datetime, session: Session) -> bool:
        """Whether a ticket that may still be used has these bytes, or says that they are to come."""
        query = {
            "$or": [{"facts.sha256": sha256}, {"sha256": sha256}],
            "item": None,
            "refused": None,
            "expires": {"$gt": now},
        }
        return await Upload.find_one(query, session=session) is not None


def _open(by: str, now: datetime) -> dict[str, Any]:
    return {"by": by, "expires": {"$gt": now}, "item": None, "refused": None}
