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
        return [(self.path, step), ("_id", step)]

    def beyond(self, value: Any, id: str) -> dict[str, Any]:
        more = "$lt" if self.descending else "$gt"
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
    ) -> list[dict[str, Any]]:
        """At most `limit` documents after (value of the order's path, id). `without`: paths that are not read.

        Raises Unavailable.
        """
        wanted = {"$and": [query, order.beyond(*after)]} if after else query
        with vendor_errors():
            cursor = self._collection.find(wanted, dict.fromkeys(without, 0) or None, limit=limit)
            return await cursor.sort(order.sort).max_time_ms(READ_MILLISECONDS).to_list(limit)

    async def count(self, query: Mapping[str, Any], at_most: int) -> int:
        """How many match, counted up to `at_most`. Raises Unavailable."""
        with vendor_errors():
            return await self._collection.count_documents(query, limit=at_most, maxTimeMS=READ_MILLISECONDS)
