"""Which item refers to which, in drafts and live."""

from storage.documents import ReferenceEdge
from storage.mongo import Session, outside, vendor_errors


class References:
    """Which item refers to which, in drafts and live."""

    async def replace(
        self, source: str, world: str, edges: list[ReferenceEdge], session: Session, part: str = ""
    ) -> None:
        """Of one part of the item `source`, "" being the item itself."""
        collection = ReferenceEdge.get_motor_collection()
        await collection.delete_many({"source": source, "world": world, "part": part}, session=session)
        if edges:
            await collection.insert_many([edge.model_dump(by_alias=True) for edge in edges], session=session)

    async def drop(self, source: str, part: str, session: Session) -> None:
        """All that one part of the item `source` refers to."""
        await ReferenceEdge.get_motor_collection().delete_many({"source": source, "part": part}, session=session)

    async def forget(self, item: str, session: Session) -> None:
        """All references from the item and to it."""
        query = {"$or": [{"source": item}, {"target": item}]}
        await ReferenceEdge.get_motor_collection().delete_many(query, session=session)

    async def sources(self, target: str, at_most: int, session: Session) -> list[str]:
        """Items that refer to `target` in drafts or live, the first ones by id."""
        collection, found = ReferenceEdge.get_motor_collection(), dict[str, None]()
        cursor = collection.find({"target": target}, {"source": 1}, session=session).sort("source", 1)
        async for edge in cursor:
            found[edge["source"]] = None
            if len(found) == at_most:
                break
        return list(found)

    async def count_sources(self, target: str, session: Session | None) -> int:
        """How many items refer to `target`."""
        collection = ReferenceEdge.get_motor_collection()
        steps = [{"$match": {"target": target}}, {"$group": {"_id": "$source"}}, {"$count": "items"}]
        with outside(session):
            found = await collection.aggregate(steps, session=session).to_list(1)
        return found[0]["items"] if found else 0

    async def to(self, target: str, world: str, session: Session | None = None) -> list[ReferenceEdge]:
        """Every use of an item in drafts ("draft") or live ("live")."""
        with outside(session):
            return await ReferenceEdge.find({"target": target, "world": world}, session=session).to_list()

    async def to_any(self, targets: list[str], world: str, at_most: int) -> list[ReferenceEdge]:
        """Uses of any of these items."""
        query = {"target": {"$in": targets}, "world": world}
        with vendor_errors():
            return await ReferenceEdge.find(query).limit(at_most).to_list()

    async def used(self, ids: list[str]) -> set[str]:
        """Those of `ids` that something refers to, in drafts or live."""
        with vendor_errors():
            return set(await ReferenceEdge.get_motor_collection().distinct("target", {"target": {"$in": ids}}))
