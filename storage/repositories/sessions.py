"""Sessions of people who are signed in."""

from datetime import datetime
from typing import Any

from storage.documents import SignedInSession
from storage.mongo import Session, vendor_errors


class Sessions:
    """Sessions of people who are signed in; `Session` is, as everywhere in storage, one of MongoDB."""

    async def insert(self, one: SignedInSession, session: Session) -> None:
        await one.insert(session=session)

    async def by_token(self, token_hash: str, now: datetime) -> SignedInSession | None:
        """None where it is over, too. Raises Unavailable."""
        with vendor_errors():
            return await SignedInSession.find_one({"token_hash": token_hash, "expires": {"$gt": now}})

    async def touch(self, id: str, seen: datetime, expires: datetime) -> None:
        """It was used."""
        with vendor_errors():
            await SignedInSession.get_motor_collection().update_one(
                {"_id": id, "seen": {"$lt": seen}}, {"$set": {"seen": seen, "expires": expires}}
            )

    async def get(self, id: str, now: datetime, session: Session) -> SignedInSession | None:
        return await SignedInSession.find_one({"_id": id, "expires": {"$gt": now}}, session=session)

    async def remove(self, id: str, session: Session) -> bool:
        """Whether it was there."""
        done = await SignedInSession.get_motor_collection().delete_one({"_id": id}, session=session)
        return done.deleted_count == 1

    async def remove_by_token(self, token_hash: str, session: Session) -> None:
        await SignedInSession.get_motor_collection().delete_one({"token_hash": token_hash}, session=session)

    async def remove_of(self, account: str, session: Session, but: str | None = None) -> int:
        """Ends all sessions of an account, except the one with the id `but`; how many there were."""
        wanted: dict[str, Any] = {"account": account, "_id": {"$ne": but}}
        done = await SignedInSession.get_motor_collection().delete_many(wanted, session=session)
        return done.deleted_count
