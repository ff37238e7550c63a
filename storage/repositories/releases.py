"""Releases."""

from storage.documents import Release
from storage.mongo import Session, outside


class Releases:
    """Releases."""

    async def get(self, id: str, session: Session | None = None) -> Release | None:
        with outside(session):
            return await Release.get(id, session=session)

    async def insert(self, release: Release, session: Session) -> None:
        await release.insert(session=session)

    async def replace(self, release: Release, session: Session) -> None:
        """What the same transaction has read: a write of somebody else meanwhile makes it run again."""
        document = release.model_dump(by_alias=True)
        await Release.get_motor_collection().replace_one({"_id": release.id}, document, session=session)

    async def remove(self, id: str, session: Session) -> None:
        await Release.get_motor_collection().delete_one({"_id": id}, session=session)
