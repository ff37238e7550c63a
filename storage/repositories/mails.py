"""Mails."""

from collections.abc import Mapping
from typing import Any

from storage.documents import Mail
from storage.mongo import Session, vendor_errors


class Mails:
    """Mails, those that wait and those that are done."""

    async def insert(self, mail: Mail, session: Session) -> None:
        await mail.insert(session=session)

    async def get(self, id: str) -> Mail | None:
        with vendor_errors():
            return await Mail.get(id)

    async def read(self, id: str, session: Session) -> Mail | None:
        return await Mail.get(id, session=session)

    async def change(self, mail: Mail, changes: Mapping[str, Any], session: Session) -> bool:
        """False, and nothing is changed, when the mail is not in the state any more that it was read in."""
        known = {"_id": mail.id, "state": mail.state}
        changed = await Mail.get_motor_collection().update_one(known, {"$set": changes}, session=session)
        return changed.matched_count == 1
