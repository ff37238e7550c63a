"""Everything of one kind that a person may read, in one order; nothing is read before a page is asked for."""

from dataclasses import dataclass
from typing import Any

from storage.conditions import Condition
from storage.keyset import Keyset, Order


@dataclass(frozen=True, slots=True)
class Listing:
    """`name`: pages of lists with the same name share their cursors. `without`: paths that are not read."""

    name: str
    documents: Keyset
    condition: Condition
    order: Order
    without: tuple[str, ...] = ()

    async def page(self, limit: int, after: tuple[Any, str] | None = None) -> list[dict[str, Any]]:
        """At most `limit` documents after (value, id) as of `key`. Raises Unavailable."""
        return await self.documents.page(self.condition, self.order, limit, after, self.without)

    async def count(self, at_most: int) -> int:
        return await self.documents.count(self.condition, at_most)

    def key(self, document: dict[str, Any]) -> tuple[Any, str]:
        value: Any = document
        for name in self.order.path.split("."):
            value = value.get(name)
        return value, document["_id"]
