"""Tokens that work once."""

from datetime import datetime
from typing import Any

from storage.documents import OneTimeToken
from storage.mongo import Session, vendor_errors


class OneTimeTokens:
    """Tokens that work once, by their hash."""

    async def insert(self, token: OneTimeToken, session: Session) -> None:
        await token.insert(session=session)

    async def get(self, hash: str, purpose: str, now: datetime) -> OneTimeToken | None:
        """Raises Unavailable."""
        with vendor_errors():
            return await OneTimeToken.find_one({"_id": hash, "purpose": purpose, "expires": {"$gt": now}})

    async def take(self, hash: str, purpose: str, now: datetime, session: Session) -> OneTimeToken | None:
        """The token, which is used up by this; None where it is unknown, used or expired."""
        wanted = {"_id": hash, "purpose": purpose, "expires": {"$gt": now}}
        found = await OneTimeToken.get_motor_collection().find_one_and_delete(wanted, session=session)
        return OneTimeToken.model_validate(found) if found else None

    async def count_try(self, hash: str, purpose: str, now: datetime, most: int) -> OneTimeToken | None:
        """The token with one more try counted; None where it is unknown, expired, or was tried `most` times. Raises
        Unavailable."""
        wanted = {"_id": hash, "purpose": purpose, "expires": {"$gt": now}, "tries": {"$lt": most}}
        with vendor_errors():
            found = await OneTimeToken.get_motor_collection().find_one_and_update(
                wanted, {"$inc": {"tries": 1}}, return_document=True
            )
        return OneTimeToken.model_validate(found) if found else None

    async def is_there(self, id: str, session: Session) -> bool:
        return await OneTimeToken.find_one({"_id": id}, session=session) is not None

    async def remove_of(
        self, account: str, session: Session, purpose: str | None = None, *, before: datetime | None = None
    ) -> None:
        """All of an account, or those of one purpose; with `before` only those that expire earlier."""
        wanted: dict[str, Any] = {"account": account, **({"purpose": purpose} if purpose else {})}
        if before is not None:
            wanted["expires"] = {"$lt": before}
        await OneTimeToken.get_motor_collection().delete_many(wanted, session=session)
