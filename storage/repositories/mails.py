"""Mails."""

from storage.documents import Mail
from storage.mongo import Session, vendor_errors


class Mails:
    """Mails, those that wait and those that are done."""

    async def insert(self, mail: Mail, session: Session) -> None:
        await mail.insert(session=session)

    async def get(self, id: str) -> Mail | None:
        with vendor_errors():
            return await Mail.get(id)
