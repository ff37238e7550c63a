"""Documents that sites have registered."""

from collections.abc import Collection, Sequence

from storage.documents import RegisteredQuery
from storage.live_changes import note_live_change
from storage.mongo import Mongo, Session
from storage.session import Collection as MotorCollection


def tag_of_registered(site: str) -> str:
    """Of answers that hold only while their document is registered."""
    return f"queries:{site}"


class RegisteredQueries:
    def __init__(self, mongo: Mongo) -> None:
        self._mongo = mongo

    # -- reads, for visitors ------------------------------------------------------------------------------------

    async def texts(self, hashes: Collection[str]) -> dict[str, str]:
        """{hash: text} of those that some site has registered. Raises Unavailable."""

        async def ask(collection: MotorCollection, session: Session | None) -> dict[str, str]:
            found = collection.find({"hash": {"$in": list(hashes)}}, {"hash": 1, "text": 1}, session=session)
            return {document["hash"]: document["text"] async for document in found}

        return await self._mongo.read("registered_queries", ask)

    async def is_registered(self, site: str, document_hash: str) -> bool:
        """Raises Unavailable."""

        async def ask(collection: MotorCollection, session: Session | None) -> bool:
            return await collection.find_one({"_id": _id(site, document_hash)}, {"_id": 1}, session=session) is not None

        return await self._mongo.read("registered_queries", ask)

    # -- for those who manage them ------------------------------------------------------------------------------

    async def hashes(self, site: str, session: Session) -> dict[str, int]:
        """{hash: bytes} of all that a site has."""
        found = RegisteredQuery.get_motor_collection().find({"site": site}, {"hash": 1, "bytes": 1}, session=session)
        return {document["hash"]: document["bytes"] async for document in found}

    async def insert(self, queries: Sequence[RegisteredQuery], session: Session) -> None:
        if queries:
            await RegisteredQuery.insert_many(list(queries), session=session)

    async def remove(self, site: str, hashes: Sequence[str], session: Session) -> int:
        """How many were there. Answers that hold only while they are registered are dropped."""
        ids = [_id(site, document_hash) for document_hash in hashes]
        removed = await RegisteredQuery.get_motor_collection().delete_many({"_id": {"$in": ids}}, session=session)
        if removed.deleted_count:
            note_live_change(session, [tag_of_registered(site)])
        return removed.deleted_count


def _id(site: str, document_hash: str) -> str:
    return f"{site}/{document_hash}"
