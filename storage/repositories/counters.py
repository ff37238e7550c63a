"""Numbers that are given once each, without gaps."""

from storage.mongo import Mongo, Session


class Counters:
    """Of two transactions that take a number of one counter at once, one waits or is run again."""

    def __init__(self, mongo: Mongo) -> None:
        self._collection = mongo.db["counters"]

    async def next(self, name: str, session: Session) -> int:
        """1 at the first call; given back when the transaction is given up."""
        found = await self._collection.find_one_and_update(
            {"_id": name}, {"$inc": {"number": 1}}, upsert=True, session=session, return_document=True
        )
        return found["number"]
