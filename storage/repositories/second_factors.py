"""Second factors."""

from collections.abc import Sequence

from storage.documents import SecondFactor
from storage.mongo import Session, vendor_errors


class SecondFactors:
    """Second factors, by the id of their account."""

    async def get(self, account: str) -> SecondFactor | None:
        """Raises Unavailable."""
        with vendor_errors():
            return await SecondFactor.get(account)

    async def turned_on(self, accounts: Sequence[str]) -> set[str]:
        """Those of the accounts that have one. Raises Unavailable."""
        query = {"_id": {"$in": list(accounts)}, "secret": {"$ne": None}}
        with vendor_errors():
            return {one["_id"] async for one in SecondFactor.get_motor_collection().find(query, {"_id": 1})}

    async def of(self, account: str, session: Session) -> SecondFactor | None:
        return await SecondFactor.find_one({"_id": account}, session=session)

    async def save(self, factor: SecondFactor, session: Session) -> None:
        changes = factor.model_dump(exclude={"id", "revision_id"})
        await SecondFactor.get_motor_collection().update_one(
            {"_id": factor.id}, {"$set": changes}, upsert=True, session=session
        )

    async def remove(self, account: str, session: Session) -> bool:
        """Whether there was one."""
        done = await SecondFactor.get_motor_collection().delete_one({"_id": account}, session=session)
        return done.deleted_count == 1
