"""Who is editing what just now."""

from collections.abc import Sequence
from datetime import datetime

from storage.documents import Presence
from storage.errors import AlreadyExists
from storage.mongo import vendor_errors

MOST = 50


class Presences:
    """Who is editing what just now; written outside transactions, as nothing follows from it."""

    async def put(self, presence: Presence) -> None:
        """In place of the same person's last one on the item."""
        document = presence.model_dump(by_alias=True)
        id = document.pop("_id")
        try:
            await self._put(id, document)
        except AlreadyExists:  # two windows of one person began at the same moment
            await self._put(id, document)

    async def _put(self, id: str, document: dict) -> None:
        with vendor_errors():
            await Presence.get_motor_collection().update_one({"_id": id}, {"$set": document}, upsert=True)

    async def remove(self, id: str) -> None:
        with vendor_errors():
            await Presence.get_motor_collection().delete_one({"_id": id})

    async def on(self, items: Sequence[str], now: datetime, but: str) -> dict[str, list[Presence]]:
        """{item: at most 50 people there, but for one of them, whoever was seen last first}."""
        wanted = {"item": {"$in": list(items)}, "expires": {"$gt": now}, "person": {"$ne": but}}
        with vendor_errors():
            found = await Presence.find(wanted, sort="-seen", limit=MOST * len(items)).to_list()
        return {id: [one for one in found if one.item == id][:MOST] for id in items}
