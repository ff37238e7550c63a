"""Versions and the audit trail: both only grow."""

from storage.documents import AuditEntry, Version
from storage.mongo import Session


class History:
    """Versions and the audit trail: both only grow."""

    async def add(self, version: Version, session: Session) -> None:
        await version.insert(session=session)

    async def version(self, item: str, number: int, session: Session | None = None) -> Version | None:
        return await Version.find_one({"item": item, "version": number}, session=session)

    async def audit(self, entry: AuditEntry, session: Session) -> None:
        await entry.insert(session=session)
