"""How a list is ordered, and what its cursors mean: the one place that knows the stored keys of orders.

A cursor holds the key of an item as it was when its page was read, and the item's id: the next page begins beyond that
key, whether the item is still there, was renamed or is gone.
"""

from dataclasses import dataclass
from typing import Any

from cms.content_types.content_type import ContentType
from cms.content_types.word_order import order_place
from schema.delivery.projection.read_context import ReadContext
from storage import keyset
from storage.conditions import EVERYTHING, Condition, between


@dataclass(frozen=True, slots=True)
class Order:
    """`name`: lists of the same name share their cursors. `group` and `key`: where in a document the values stand.
    `is_unique`: no two documents have the same value, else their ids decide."""

    name: str
    group: str
    key: str
    descending: bool
    is_unique: bool

    @property
    def stored(self) -> keyset.Order:
        return keyset.Order(f"{self.group}.{self.key}", self.descending, self.is_unique)

    @property
    def all(self) -> Condition:
        """Brings the index of the order in, where it is one for many lists."""
        return between(self.stored.path, above="") if self.is_unique else EVERYTHING

    @property
    def fields(self) -> list[str]:
        """What has to be read for cursors besides the document's own fields."""
        return [self.stored.path] if self.group == "orders" else []

    def value(self, document: dict[str, Any]) -> Any:
        return document[self.group][self.key]


def order_of(reading: ReadContext, type: type[ContentType], sort: str | None) -> Order:
    """`sort`: the name of an order, with "-" before it where it descends; None for the default one."""
    asked = sort or type.delivery.default_order
    key, descending = asked.lstrip("-"), asked.startswith("-")
    name = f"{type.type_name}.{sort or ''}"
    if key != type.delivery.by_words:
        return Order(name, "keys", key, descending, is_unique=False)
    place = order_place(type, reading.site, reading.locale)
    return Order(f"{name}.{place}", "orders", place, descending, is_unique=True)
