"""Uses of terms on their way to other terms."""

from collections.abc import Sequence
from typing import Any

from storage.documents import TermMove
from storage.mongo import Session, outside


class TermMoves:
    """Uses of terms on their way to other terms."""

    async def get(self, id: str, session: Session | None = None) -> TermMove | None:
        with outside(session):
            return await TermMove.get(id, session=session)

    async def insert(self, move: TermMove, session: Session) -> None:
        await move.insert(session=session)

    async def progress(self, id: str, moved: int, changes: dict[str, Any], session: Session) -> None:
        """`moved` more items have the new term."""
        await TermMove.get_motor_collection().update_one(
            {"_id": id}, {"$inc": {"moved": moved}, **({"$set": changes} if changes else {})}, session=session
        )

    async def under_way(self, vocabulary: str, session: Session) -> TermMove | None:
        """One that is not done yet."""
        return await TermMove.find_one({"vocabulary": vocabulary, "state": "moving"}, session=session)

    async def latest(self, vocabulary: str, old: Sequence[str], session: Session | None) -> dict[str, str]:
        """{old: new} of those terms that were ever moved, where they went the last time."""
        query = {"vocabulary": vocabulary, "old": {"$in": list(old)}}
        with outside(session):
            found = await TermMove.find(query, session=session).sort("at").to_list()
        return {move.old: move.new for move in found}
