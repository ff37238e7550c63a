"""Versions and the audit trail: both only grow."""

from storage.documents import AuditEntry, Version
from storage.mongo import Session


class History:
    """Versions and the audit trail: both only grow."""

    async def add(self, version: Version, session: Session) -> None:
        await version.insert(session=session)

    async def version(self, item: str, number: int, session: Session | None = None) -> Version | None:
        return await Version.find_one({"item": item, "version": number}, session=session)

    async def last_version(self, item: str, session: Session) -> int:
        """The highest number of a version of `item`; 0 where there is none."""
        found = await Version.find_one({"item": item}, session=session, sort=[("version", -1)])
        return found.version if found else 0

    async def audit(self, entry: AuditEntry, session: Session) -> None:
        await entry.insert(session=session)
