"""Which slots of a type a selection touches, which stored fields they need, and building objects by that."""

from collections.abc import Iterator
from typing import Any

from schema.delivery.projection.entry import Entry
from schema.delivery.projection.selection import Selection
from schema.delivery.projection.slots import Slot, Want

DOCUMENT_FIELDS = ("type", "site", "slugs", "locales", "channels", "hidden", "derived", "keys", "lacks")


class Plan:
    """Made once per type and selection."""

    __slots__ = ("cls", "fields", "leading", "loads", "steps")

    def __init__(
        self, cls: type, slots: dict[str, tuple[str, Slot]], hidden: dict[str, Slot], selection: Selection
    ) -> None:
        chosen = [
            (attr, slot, selection.fields[name]) for name, (attr, slot) in slots.items() if name in selection.fields
        ]
        chosen += [(attr, slot, selection.below(_graphql_name(attr))) for attr, slot in hidden.items()]
        self.cls = cls
        self.steps: list[tuple[str, Slot, Selection]] = chosen
        self.leading = [(slot, below) for _attr, slot, below in chosen if slot.leads_on(below)]
        needs = dict.fromkeys(need for _attr, slot, _below in chosen for need in slot.needs)
        self.fields = [*DOCUMENT_FIELDS, *(f"data.{need}" for need in needs)]
        self.loads = tuple(dict.fromkeys(load for _attr, slot, _below in chosen for load in slot.loads))

    def build(self, entry: Entry) -> Any:
        """A plain object with one attribute per selected field."""
        built = object.__new__(self.cls)
        attributes = built.__dict__
        attributes["_entry"] = entry
        attributes["_reading"] = entry.reading
        for attr, slot, below in self.steps:
            attributes[attr] = slot.read(entry, below)
        return built

    def wants(self, entry: Entry) -> Iterator[Want]:
        for slot, below in self.leading:
            yield from slot.wants(entry, below)


def _graphql_name(attr: str) -> str:
    first, *rest = attr.lstrip("_").split("_")
    return first + "".join(word.capitalize() for word in rest)


class Projection:
    """One delivered class: its slots by GraphQL name; hidden ones feed resolvers with arguments."""

    def __init__(self, cls: type, slots: dict[str, Slot], hidden: dict[str, Slot]) -> None:
        self.cls = cls
        self.slots = {_graphql_name(attr): (attr, slot) for attr, slot in slots.items()}
        self.hidden = hidden

    def plan(self, selection: Selection) -> Plan:
        known = selection.plans.get(self.cls)
        if known is None:
            hidden = {attr: slot for attr, slot in self.hidden.items() if selection.has(_graphql_name(attr))}
            known = selection.plans[self.cls] = Plan(self.cls, self.slots, hidden, selection)
        return known
