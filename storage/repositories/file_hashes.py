"""The hashes of all files that anything stored speaks of."""

from storage.mongo import Mongo, vendor_errors

PLACES = (
    ("items", "data.sha256"),
    ("versions", "data.sha256"),
    ("published", "data.sha256"),
    ("drafts", "data.sha256"),
    ("uploads", "facts.sha256"),
)
"""(collection, path)"""


class FileHashes:
    """The hashes of all files that anything stored speaks of."""

    def __init__(self, mongo: Mongo) -> None:
        self._mongo = mongo

    async def known(self) -> set[str]:
        """All of them; this walks through whole collections. Raises Unavailable."""
        found: set[str] = set()
        with vendor_errors():
            for collection, path in PLACES:
                outer, inner = path.split(".")
                cursor = self._mongo.db[collection].find({path: {"$type": "string"}}, {path: 1, "_id": 0})
                found |= {document[outer][inner] async for document in cursor}
        return found

    async def is_uploaded(self, sha256: str) -> bool:
        """Whether a ticket has just brought these bytes."""
        with vendor_errors():
            return await self._mongo.db["uploads"].find_one({"facts.sha256": sha256}, {"_id": 1}) is not None
