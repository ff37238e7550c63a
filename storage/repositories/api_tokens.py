"""Tokens with which programs use the management API."""

from datetime import datetime

from storage.documents import ApiToken
from storage.mongo import Session, vendor_errors


class ApiTokens:
    """Tokens with which programs use the management API."""

    async def by_hash(self, token_hash: str, now: datetime) -> ApiToken | None:
        """None where it has expired, too. Raises Unavailable."""
        with vendor_errors():
            return await ApiToken.find_one({"token_hash": token_hash, "expires": {"$gt": now}})

    async def touch(self, id: str, now: datetime, unless_since: datetime) -> None:
        """It was used; not written where it was used after `unless_since`. Raises Unavailable."""
        wanted = {"_id": id, "$or": [{"used_at": None}, {"used_at": {"$lte": unless_since}}]}
        with vendor_errors():
            await ApiToken.get_motor_collection().update_one(wanted, {"$set": {"used_at": now}})

    async def get(self, id: str, session: Session) -> ApiToken | None:
        return await ApiToken.find_one({"_id": id}, session=session)

    async def count(self, account: str, now: datetime, session: Session) -> int:
        """How many of an account have not expired."""
        query = {"account": account, "expires": {"$gt": now}}
        return await ApiToken.get_motor_collection().count_documents(query, session=session)

    async def insert(self, token: ApiToken, session: Session) -> None:
        await token.insert(session=session)

    async def remove(self, id: str, session: Session) -> None:
        await ApiToken.get_motor_collection().delete_one({"_id": id}, session=session)

    async def remove_of(self, account: str, session: Session) -> int:
        """How many there were."""
        done = await ApiToken.get_motor_collection().delete_many({"account": account}, session=session)
        return done.deleted_count
