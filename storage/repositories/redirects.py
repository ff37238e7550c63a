"""Old addresses of published items."""

from collections.abc import Sequence
from datetime import datetime

from pymongo import UpdateOne

from storage.documents import Redirect
from storage.live_changes import note_live_change
from storage.mongo import Session, outside
from storage.read_tags import address_tag


class Redirects:
    """Old addresses of published items. An address is "<site>/<locale>/<path>"."""

    async def get(self, address: str, session: Session | None = None) -> Redirect | None:
        with outside(session):
            return await Redirect.get(address, session=session)

    async def at(self, addresses: Sequence[str], session: Session | None = None) -> list[Redirect]:
        with outside(session):
            return await Redirect.find({"_id": {"$in": list(addresses)}}, session=session).to_list()

    async def keep(self, old: list[str], present: list[str], item: str, at: datetime, session: Session) -> None:
        """Lets each old address lead to the item, and frees those that an item uses again."""
        collection = Redirect.get_motor_collection()
        if (await collection.delete_many({"_id": {"$in": present}}, session=session)).deleted_count:
            _note(present, session)
        if old:
            await self.put([Redirect(id=one, site=one.partition("/")[0], item=item, at=at) for one in old], session)

    async def put(self, redirects: Sequence[Redirect], session: Session) -> None:
        """Each over what was there under its address."""
        values = [(one.id, one.model_dump(by_alias=True, exclude={"id"})) for one in redirects]
        writes = [UpdateOne({"_id": id}, {"$set": value}, upsert=True) for id, value in values]
        await Redirect.get_motor_collection().bulk_write(writes, session=session)
        _note([one.id for one in redirects], session)

    async def remove(self, address: str, session: Session) -> None:
        await Redirect.get_motor_collection().delete_one({"_id": address}, session=session)
        _note([address], session)

    async def remove_to(self, item: str, session: Session) -> None:
        """All that lead to the item."""
        collection = Redirect.get_motor_collection()
        leading = await collection.find({"item": item}, {"_id": 1}, session=session).to_list(None)
        if leading:
            await collection.delete_many({"item": item}, session=session)
            _note([one["_id"] for one in leading], session)


def _note(addresses: Sequence[str], session: Session) -> None:
    """Visitors of these are led elsewhere now."""
    note_live_change(session, map(address_tag, addresses))
