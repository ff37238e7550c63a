"""Versions and the audit trail: both only grow, but for autosaves that later ones took the place of."""

from collections.abc import Mapping, Sequence
from datetime import datetime
from typing import Any

from storage.documents import AuditEntry, Version
from storage.mongo import Session, outside, vendor_errors


class History:
    """Versions and the audit trail: both only grow, but for autosaves that later ones took the place of. `details` are
    added to those of every entry of the trail."""

    def __init__(self, details: Mapping[str, Any] | None = None) -> None:
        self._details = details or {}

    async def add(self, version: Version, session: Session) -> None:
        await version.insert(session=session)

    async def version(self, item: str, number: int, session: Session | None = None) -> Version | None:
        with outside(session):
            return await Version.find_one({"item": item, "version": number}, session=session)

    async def versions(self, item: str, numbers: Sequence[int]) -> dict[int, Version]:
        """{number: version} of those that are there."""
        if not numbers:
            return {}
        with vendor_errors():
            found = await Version.find({"item": item, "version": {"$in": list(numbers)}}).to_list()
        return {one.version: one for one in found}

    async def standing_for(self, item: str, number: int) -> Version | None:
        """That version, or the one that stands in the history for the run of autosaves that it was one of."""
        wanted = {"item": item, "version": {"$gte": number}, "folded_at": None}
        with vendor_errors():
            exact = await Version.find_one({"item": item, "version": number})
            found = exact or await Version.find_one(wanted, sort=[("version", 1)])
        return found if found and found.version - found.writes < number else None

    async def fold(self, item: str, number: int, at: datetime, session: Session) -> None:
        """Takes a version out of the history; it goes a day after `at`."""
        await self._set_folded(item, number, at, session)

    async def keep(self, item: str, number: int, session: Session) -> None:
        """Puts a version that was folded back into the history; harmless for one that was not."""
        await self._set_folded(item, number, None, session)

    async def _set_folded(self, item: str, number: int, at: datetime | None, session: Session) -> None:
        wanted = {"item": item, "version": number}
        await Version.get_motor_collection().update_one(wanted, {"$set": {"folded_at": at}}, session=session)

    async def last_version(self, item: str, session: Session) -> int:
        """The highest number of a version of `item`; 0 where there is none."""
        found = await Version.find_one({"item": item}, session=session, sort=[("version", -1)])
        return found.version if found else 0

    async def last_step(
        self, item: str, actions: Sequence[str], locale: str, at: datetime, id: str
    ) -> AuditEntry | None:
        """The last entry about `item` in `locale` that is about one of `actions`, before the entry `id` of `at`."""
        in_locale = {"$or": [{"details.locale": locale}, {"details.locales": locale}]}
        before = {"$or": [{"at": {"$lt": at}}, {"at": at, "_id": {"$lt": id}}]}
        query = {"item": item, "at": {"$lte": at}, "action": {"$in": list(actions)}}
        with vendor_errors():
            return await AuditEntry.find_one({"$and": [query, before, in_locale]}, sort=[("at", -1), ("_id", -1)])

    async def hashes(self, item: str, session: Session) -> set[str]:
        """Of the bytes of all versions of a file."""
        found = await Version.get_motor_collection().distinct("data.sha256", {"item": item}, session=session)
        return {one for one in found if one}

    async def has_hash(self, sha256: str, session: Session) -> bool:
        """Whether a version of any file has these bytes."""
        return await Version.find_one({"data.sha256": sha256}, session=session) is not None

    async def forget(self, items: Sequence[str], session: Session) -> None:
        """All their versions."""
        await Version.get_motor_collection().delete_many({"item": {"$in": list(items)}}, session=session)

    async def audit(self, entry: AuditEntry, session: Session) -> None:
        entry.details = {**entry.details, **self._details}
        await entry.insert(session=session)
