"""Leave to see drafts."""

from storage.documents import Preview
from storage.mongo import Session, outside


class Previews:
    """Leave to see drafts."""

    async def get(self, id: str, session: Session | None = None) -> Preview | None:
        with outside(session):
            return await Preview.get(id, session=session)

    async def insert(self, preview: Preview, session: Session) -> None:
        await preview.insert(session=session)

    async def remove(self, id: str, session: Session) -> None:
        await Preview.get_motor_collection().delete_one({"_id": id}, session=session)
