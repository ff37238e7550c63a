"""Which resolvers of a type a selection touches, which stored fields they need, and building objects by that."""

from collections.abc import Iterator
from typing import Any

from schema.delivery.projection.field_resolver import FieldResolver, WantedItem
from schema.delivery.projection.published_item import PublishedItem
from schema.delivery.projection.selection import Selection

DOCUMENT_FIELDS = (
    "type",
    "site",
    "slugs",
    "locales",
    "channels",
    "hidden",
    "derived",
    "keys",
    "lacks",
    "published_at",
    "modified_at",
)


class Plan:
    """Made once per type and selection."""

    __slots__ = ("cls", "fields", "leading", "loads", "steps")

    def __init__(
        self,
        cls: type,
        resolvers: dict[str, tuple[str, FieldResolver]],
        hidden: dict[str, FieldResolver],
        selection: Selection,
    ) -> None:
        chosen = [
            (attr, resolver, selection.fields[name])
            for name, (attr, resolver) in resolvers.items()
            if name in selection.fields
        ]
        chosen += [(attr, resolver, selection.below(_graphql_name(attr))) for attr, resolver in hidden.items()]
        self.cls = cls
        self.steps: list[tuple[str, FieldResolver, Selection]] = chosen
        self.leading = [(resolver, below) for _attr, resolver, below in chosen if resolver.leads_on(below)]
        needs = dict.fromkeys(need for _attr, resolver, _below in chosen for need in resolver.needs)
        self.fields = [*DOCUMENT_FIELDS, *(f"data.{need}" for need in needs)]
        self.loads = tuple(dict.fromkeys(load for _attr, resolver, _below in chosen for load in resolver.loads))

    def build(self, entry: PublishedItem) -> Any:
        """A plain object with one attribute per selected field."""
        built = object.__new__(self.cls)
        attributes = built.__dict__
        attributes["_entry"] = entry
        attributes["_reading"] = entry.reading
        for attr, resolver, below in self.steps:
            attributes[attr] = resolver.read(entry, below)
        return built

    def references(self, entry: PublishedItem) -> Iterator[WantedItem]:
        for resolver, below in self.leading:
            yield from resolver.references(entry, below)


def _graphql_name(attr: str) -> str:
    first, *rest = attr.lstrip("_").split("_")
    return first + "".join(word.capitalize() for word in rest)


class Projection:
    """One delivered class: its resolvers by GraphQL name; hidden ones feed resolvers with arguments."""

    def __init__(self, cls: type, resolvers: dict[str, FieldResolver], hidden: dict[str, FieldResolver]) -> None:
        self.cls = cls
        self.resolvers = {_graphql_name(attr): (attr, resolver) for attr, resolver in resolvers.items()}
        self.hidden = hidden

    def plan(self, selection: Selection) -> Plan:
        known = selection.plans.get(self.cls)
        if known is None:
            hidden = {attr: resolver for attr, resolver in self.hidden.items() if selection.has(_graphql_name(attr))}
            known = selection.plans[self.cls] = Plan(self.cls, self.resolvers, hidden, selection)
        return known
