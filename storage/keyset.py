"""Lists for editors: pages by keyset, so that a page costs the same however far one has read."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from typing import Any

from storage.mongo import Mongo, vendor_errors

READ_MILLISECONDS = 5_000


@dataclass(frozen=True, slots=True)
class Order:
    """By a path whose values are never null, then by id."""

    path: str
    descending: bool = True

    @property
    def sort(self) -> list[tuple[str, int]]:
        step = -1 if self.descending else 1
        return [(path, step) for path in dict.fromkeys((self.path, "_id"))]

    def beyond(self, value: Any, id: str) -> dict[str, Any]:
        more = "$lt" if self.descending else "$gt"
        if self.path == "_id":
            return {"_id": {more: id}}
        # the first bound says nothing new, but with it every plan begins at the cursor
        after = {"$or": [{self.path: {more: value}}, {self.path: value, "_id": {more: id}}]}
        return {"$and": [{self.path: {f"{more}e": value}}, after]}


class Keyset:
    """One collection as a list."""

    def __init__(self, mongo: Mongo, collection: str) -> None:
        self._collection = mongo.db[collection]

    async def page(
        self,
        query: Mapping[str, Any],
        order: Order,
        limit: int,
        after: tuple[Any, str] | None = None,
        without: Sequence[str] = (),
        only: Sequence[str] = (),
    ) -> list[dict[str, Any]]:
        """At most `limit` documents after (value of the order's path, id). `without`: paths that are not read;
        `only`: those that are, where the rest is not.

        Raises Unavailable.
        """
        wanted = {"$and": [query, order.beyond(*after)]} if after else query
        projection = dict.fromkeys(only, 1) or dict.fromkeys(without, 0) or None
        with vendor_errors():
            cursor = self._collection.find(wanted, projection, limit=limit)
            return await cursor.sort(order.sort).max_time_ms(READ_MILLISECONDS).to_list(limit)

    async def count(self, query: Mapping[str, Any], at_most: int) -> int:
        """How many match, counted up to `at_most`. Raises Unavailable."""
        with vendor_errors():
            return await self._collection.count_documents(query, limit=at_most, maxTimeMS=READ_MILLISECONDS)
