"""How a list is ordered, and what its cursors mean: the one place that knows the stored keys of orders.

A cursor holds the key of an item as it was when its page was read, and the item's id: the next page begins beyond that
key, whether the item is still there, was renamed or is gone.
"""

from dataclasses import dataclass
from typing import Any

from cms.content_types.content_type import ContentType
from cms.content_types.word_order import order_place
from schema.delivery.projection.read_context import ReadContext

Sort = list[tuple[str, int]]


@dataclass(frozen=True, slots=True)
class Order:
    """`name`: lists of the same name share their cursors. `group` and `key`: where in a document the values stand.
    `is_unique`: no two documents have the same value, else their ids decide."""

    name: str
    group: str
    key: str
    step: int
    is_unique: bool

    @property
    def path(self) -> str:
        return f"{self.group}.{self.key}"

    @property
    def sort(self) -> Sort:
        return [(self.path, self.step)] if self.is_unique else [(self.path, self.step), ("_id", self.step)]

    @property
    def all(self) -> dict[str, Any]:
        """The condition that brings the index of the order in, where it is one for many lists."""
        return {self.path: {"$gt": ""}} if self.is_unique else {}

    @property
    def fields(self) -> list[str]:
        """What has to be read for cursors besides the document's own fields."""
        return [self.path] if self.group == "orders" else []

    def value(self, document: dict[str, Any]) -> Any:
        return document[self.group][self.key]

    def beyond(self, query: dict[str, Any], value: Any, id: str) -> dict[str, Any]:
        """What `query` finds after (value, id)."""
        more = "$gt" if self.step > 0 else "$lt"
        if self.is_unique:
            return {"$and": [query, {self.path: {more: value}}]}
        # the first bound says nothing new, but with it every plan begins at the cursor, whatever else is filtered by
        beyond = {"$or": [{self.path: {more: value}}, {self.path: value, "_id": {more: id}}]}
        return {"$and": [query, {self.path: {f"{more}e": value}}, beyond]}


def order_of(reading: ReadContext, type: type[ContentType], sort: str | None) -> Order:
    """`sort`: the name of an order, with "-" before it where it descends; None for the default one."""
    asked = sort or type.delivery.default_order
    key, step = asked.lstrip("-"), -1 if asked.startswith("-") else 1
    name = f"{type.type_name}.{sort or ''}"
    if key != type.delivery.by_words:
        return Order(name, "keys", key, step, is_unique=False)
    place = order_place(type, reading.site, reading.locale)
    return Order(f"{name}.{place}", "orders", place, step, is_unique=True)
