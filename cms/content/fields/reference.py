"""References to other items, by id."""

import re
from collections.abc import Iterator
from typing import Any

from cms.content.fields.answers import FormSettings
from cms.content.fields.delivery import ByItems
from cms.content.fields.field import Field, Report

ITEM_ID = re.compile(r"[0-9a-f]{24}")


def is_item_id(value: Any) -> bool:
    return isinstance(value, str) and ITEM_ID.fullmatch(value) is not None


class Reference(Field):
    """The id of one item of the type `to`. That it exists and is of that type is checked by the action that writes."""

    def __init__(self, to: str, **options: Any) -> None:
        super().__init__(**options)
        self.to = to

    def clean_value(self, value: Any, at: str, report: Report) -> Any:
        if is_item_id(value):
            return value
        report.refuse(at, "NOT_A_REFERENCE", f"Choose a {self.to} by its id.")
        return None

    def value_references(self, value: Any) -> Iterator[str]:
        yield value

    def form(self) -> FormSettings:
        return FormSettings(target=self.to)

    def narrowing(self) -> ByItems:
        return ByItems(self.to)


class References(Reference):
    """An ordered list of such ids, at most `max_items`."""

    cell = "count"

    def __init__(self, to: str, *, max_items: int = 100, **options: Any) -> None:
        super().__init__(to, **options)
        self.max_items = max_items

    def clean_value(self, value: Any, at: str, report: Report) -> Any:
        if isinstance(value, list) and len(value) <= self.max_items and all(map(is_item_id, value)):
            return list(dict.fromkeys(value))
        report.refuse(at, "NOT_A_REFERENCE", f"Give a list of at most {self.max_items} ids of type {self.to}.")
        return None

    def value_references(self, value: Any) -> Iterator[str]:
        return iter(value)

    def form(self) -> FormSettings:
        return FormSettings(limits={"max_items": self.max_items}, target=self.to)
