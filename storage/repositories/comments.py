"""Comments on items."""

from collections.abc import Sequence
from typing import Any

from storage.documents import CommentThread
from storage.errors import StaleVersion
from storage.mongo import Session, vendor_errors

MAX_ITEMS = 1000


class Comments:
    """Comments on items, a document for each thread."""

    async def with_comment(self, id: str, session: Session) -> CommentThread | None:
        """The thread that the comment `id` belongs to."""
        return await CommentThread.find_one({"comments.id": id}, session=session)

    async def get(self, id: str, session: Session) -> CommentThread | None:
        return await CommentThread.get(id, session=session)

    async def find(self, id: str) -> CommentThread | None:
        with vendor_errors():
            return await CommentThread.get(id)

    async def count(self, item: str, session: Session) -> int:
        """How many threads there are about an item."""
        return await CommentThread.get_motor_collection().count_documents({"item": item}, session=session)

    async def insert(self, thread: CommentThread, session: Session) -> None:
        await thread.insert(session=session)

    async def replace(self, thread: CommentThread, session: Session) -> None:
        """Raises StaleVersion when another change came first."""
        before, thread.turn = thread.turn, thread.turn + 1
        result = await CommentThread.get_motor_collection().replace_one(
            {"_id": thread.id, "turn": before}, thread.model_dump(by_alias=True), session=session
        )
        if result.matched_count == 0:
            raise StaleVersion(thread.id)

    async def remove(self, id: str, session: Session) -> None:
        await CommentThread.get_motor_collection().delete_one({"_id": id}, session=session)

    async def remove_of(self, item: str, session: Session) -> None:
        """All that was said about an item, which is gone for good."""
        await CommentThread.get_motor_collection().delete_many({"item": item}, session=session)

    async def items_with_open_mentions(self, person: str) -> list[str]:
        """The ids of items on which this person is mentioned in what is not resolved, at most 1,000."""
        stages: Sequence[dict[str, Any]] = [
            {"$match": {"mentioned": person, "resolved_at": None}},
            {"$group": {"_id": "$item", "at": {"$max": "$at"}}},
            {"$sort": {"at": -1, "_id": -1}},
            {"$limit": MAX_ITEMS},
        ]
        with vendor_errors():
            return [one["_id"] async for one in CommentThread.get_motor_collection().aggregate(stages)]

    async def count_open(self, items: Sequence[str]) -> dict[str, int]:
        """{item: how many threads about it are not resolved}."""
        stages: Sequence[dict[str, Any]] = [
            {"$match": {"item": {"$in": list(items)}, "resolved_at": None}},
            {"$group": {"_id": "$item", "count": {"$sum": 1}}},
        ]
        with vendor_errors():
            found = CommentThread.get_motor_collection().aggregate(stages)
            return {one["_id"]: one["count"] async for one in found}
