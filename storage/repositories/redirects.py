"""Old addresses of published items."""

from datetime import datetime

from pymongo import UpdateOne

from storage.documents import Redirect
from storage.mongo import Session


class Redirects:
    """Old addresses of published items."""

    async def keep(self, old: list[str], present: list[str], item: str, at: datetime, session: Session) -> None:
        """Lets each old address lead to the item, and frees those that an item uses again."""
        collection = Redirect.get_motor_collection()
        await collection.delete_many({"_id": {"$in": present}}, session=session)
        if old:
            writes = [UpdateOne({"_id": one}, {"$set": {"item": item, "at": at}}, upsert=True) for one in old]
            await collection.bulk_write(writes, session=session)
