"""Accounts."""

from collections.abc import Sequence
from typing import Any

from storage.documents import Account
from storage.mongo import Session, vendor_errors


class Accounts:
    """Accounts."""

    async def by_email(self, email: str) -> Account | None:
        with vendor_errors():
            return await Account.find_one({"email": email.casefold()})

    async def get(self, id: str) -> Account | None:
        with vendor_errors():
            return await Account.get(id)

    async def read(self, id: str, session: Session) -> Account | None:
        return await Account.find_one({"_id": id}, session=session)

    async def read_by_email(self, email: str, session: Session) -> Account | None:
        return await Account.find_one({"email": email.casefold()}, session=session)

    async def names(self, ids: Sequence[str]) -> dict[str, str]:
        """{id: name} of those that exist."""
        with vendor_errors():
            cursor = Account.get_motor_collection().find({"_id": {"$in": list(ids)}}, {"name": 1})
            return {one["_id"]: one["name"] async for one in cursor}

    async def change(self, id: str, changes: dict[str, Any], session: Session) -> None:
        """Sets some of the paths of one account."""
        await Account.get_motor_collection().update_one({"_id": id}, {"$set": changes}, session=session)

    async def replace_hash(self, id: str, before: str, after: str, session: Session) -> None:
        """Unless the password was changed meanwhile."""
        wanted = {"_id": id, "password_hash": before}
        await Account.get_motor_collection().update_one(wanted, {"$set": {"password_hash": after}}, session=session)

    async def next_generation(self, id: str, session: Session) -> None:
        await Account.get_motor_collection().update_one({"_id": id}, {"$inc": {"generation": 1}}, session=session)

    async def insert(self, account: Account, session: Session) -> None:
        await account.insert(session=session)
