"""Accounts."""

from collections.abc import Sequence

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

    async def names(self, ids: Sequence[str]) -> dict[str, str]:
        """{id: name} of those that exist."""
        with vendor_errors():
            cursor = Account.get_motor_collection().find({"_id": {"$in": list(ids)}}, {"name": 1})
            return {one["_id"]: one["name"] async for one in cursor}

    async def insert(self, account: Account, session: Session) -> None:
        await account.insert(session=session)
