"""Jobs that carry whole sites."""

from collections.abc import Mapping
from datetime import datetime
from typing import Any

from storage.documents import Transfer
from storage.mongo import Session, vendor_errors


class Transfers:
    """Jobs that carry whole sites, until they expire."""

    async def insert(self, transfer: Transfer, session: Session) -> None:
        await transfer.insert(session=session)

    async def get(self, id: str) -> Transfer | None:
        with vendor_errors():
            return await Transfer.get(id)

    async def note(self, id: str, changes: Mapping[str, Any]) -> None:
        """Of one that is not over yet: how far it is, or how it ended."""
        going_on = {"_id": id, "state": {"$in": ["waiting", "running"]}}
        with vendor_errors():
            await Transfer.get_motor_collection().update_one(going_on, {"$set": dict(changes)})

    async def under_way(self, site: str, session: Session) -> bool:
        """Whether one of this site is not over yet."""
        query = {"site": site, "state": {"$in": ["waiting", "running"]}}
        return await Transfer.find_one(query, session=session) is not None

    async def expired(self, before: datetime, at_most: int) -> list[Transfer]:
        with vendor_errors():
            return await Transfer.find({"expires": {"$lt": before}}, sort="+expires", limit=at_most).to_list()

    async def remove(self, id: str, session: Session) -> None:
        await Transfer.get_motor_collection().delete_one({"_id": id}, session=session)
