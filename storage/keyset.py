"""Lists for editors: pages by keyset, so that a page costs the same however far one has read."""

from collections.abc import Sequence
from dataclasses import dataclass, replace
from typing import Any, TypeVar

from storage.conditions import EVERYTHING, Condition, all_of, between, either, equal
from storage.mongo import Mongo, vendor_errors
from storage.queries import query_of

READ_MILLISECONDS = 5_000

T = TypeVar("T")


@dataclass(frozen=True, slots=True)
class Order:
    """By a path whose values are never null, then by id; `is_unique`: no two documents have the same value there."""

    path: str
    descending: bool = True
    is_unique: bool = False

    @property
    def sort(self) -> list[tuple[str, int]]:
        """For storage alone."""
        step = -1 if self.descending else 1
        return [(path, step) for path in dict.fromkeys((self.path, *(() if self.is_unique else ("_id",))))]

    def beyond(self, value: Any, id: str) -> Condition:
        """What comes after the document with this value and id."""
        if self.path == "_id":
            return self._after("_id", id)
        if self.is_unique:
            return self._after(self.path, value)
        after = either(self._after(self.path, value), all_of(equal({self.path: value}), self._after("_id", id)))
        # the first bound says nothing new, but with it every plan begins at the cursor, whatever else is filtered by
        from_here = between(self.path, **{"at_most" if self.descending else "at_least": value})
        return all_of(from_here, after)

    @property
    def reversed(self) -> "Order":
        """From the end to the beginning; the same index serves it."""
        return replace(self, descending=not self.descending)

    def _after(self, path: str, value: Any) -> Condition:
        return between(path, **{"below" if self.descending else "above": value})


@dataclass(frozen=True, slots=True)
class Span:
    """At most `limit` documents of a list between two places, each (value of the order's path, id) and not included;
    the last ones where `is_backwards`."""

    limit: int
    after: tuple[Any, str] | None = None
    before: tuple[Any, str] | None = None
    is_backwards: bool = False

    def within(self, order: Order) -> Condition:
        """Holds of what is between the two places."""
        begins = order.beyond(*self.after) if self.after else EVERYTHING
        ends = order.reversed.beyond(*self.before) if self.before else EVERYTHING
        return all_of(begins, ends)

    def walked(self, order: Order) -> Order:
        """The order to read in, so that the first ones are those that are asked for."""
        return order.reversed if self.is_backwards else order

    def in_order(self, documents: list[T]) -> list[T]:
        """What was read in that order, as the list has it."""
        return documents[::-1] if self.is_backwards else documents


class Keyset:
    """One collection as a list."""

    def __init__(self, mongo: Mongo, collection: str) -> None:
        self._collection = mongo.db[collection]

    async def page(
        self,
        condition: Condition,
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
        wanted = all_of(condition, order.beyond(*after)) if after else condition
        projection = dict.fromkeys(only, 1) or dict.fromkeys(without, 0) or None
        with vendor_errors():
            cursor = self._collection.find(query_of(wanted), projection, limit=limit)
            return await cursor.sort(order.sort).max_time_ms(READ_MILLISECONDS).to_list(limit)

    async def count(self, condition: Condition, at_most: int) -> int:
        """How many match, counted up to `at_most`. Raises Unavailable."""
        with vendor_errors():
            return await self._collection.count_documents(
                query_of(condition), limit=at_most, maxTimeMS=READ_MILLISECONDS
            )
