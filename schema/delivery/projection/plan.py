"""Which resolvers of a type a selection touches, which stored fields they need, and objects that are read by that."""

from typing import Any

from schema.delivery.projection.field_resolver import FieldResolver, Reader, WantedItem
from schema.delivery.projection.published_item import PublishedItem
from schema.delivery.projection.selection import Selection
from schema.execution.compiled.readable import Read
from schema.execution.compiled.source import Source

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
    """Made once per type and selection. `readers`: {attribute: what gives its value}. The compiler of queries takes it
    as its `Readable`."""

    __slots__ = ("_chosen", "cls", "fields", "loads", "readers", "walkers")

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
        self._chosen = {attr: (resolver, below) for attr, resolver, below in chosen}
        self.readers: dict[str, Reader] = {attr: resolver.reader(below) for attr, resolver, below in chosen}
        walkers = (resolver.walker(below) for _attr, resolver, below in chosen)
        self.walkers = [walk for walk in dict.fromkeys(walkers) if walk is not None]
        needs = dict.fromkeys(need for _attr, resolver, _below in chosen for need in resolver.needs)
        self.fields = [*DOCUMENT_FIELDS, *(f"data.{need}" for need in needs)]
        self.loads = tuple(dict.fromkeys(load for _attr, resolver, _below in chosen for load in resolver.loads))

    def build(self, entry: PublishedItem) -> Any:
        """An object with one attribute per selected field, each of which is read when it is asked for (`View`)."""
        built = object.__new__(self.cls)
        built._entry = entry
        built._reading = entry.reading
        built._plan = self
        return built

    def read(self, attr: str, source: Source, entry: str) -> Read | None:
        """Python that gives what this attribute of the view would be, with entries in the place of other views.

        `entry`: the name of the variable that holds the entry. None for what is not selected.
        """
        if attr not in self._chosen:
            return None
        resolver, below = self._chosen[attr]
        return resolver.expression(below, source, entry)

    def walk(self, entry: PublishedItem, into: list[WantedItem]) -> None:
        """Adds the items that the readers will look up."""
        for walk in self.walkers:
            walk(entry.data, entry, into)

    def references(self, entry: PublishedItem) -> list[WantedItem]:
        found: list[WantedItem] = []
        self.walk(entry, found)
        return found


def _graphql_name(attr: str) -> str:
    first, *rest = attr.lstrip("_").split("_")
    return first + "".join(word.capitalize() for word in rest)


class Projection:
    """One delivered class: its resolvers by GraphQL name; hidden ones feed resolvers with arguments."""

    def __init__(self, cls: type, resolvers: dict[str, FieldResolver], hidden: dict[str, FieldResolver]) -> None:
        self.cls = cls
        self.resolvers = {_graphql_name(attr): (attr, resolver) for attr, resolver in resolvers.items()}
        self.hidden = hidden

    def whole_plan(self) -> Plan:
        """Of all fields, for small values that nothing is loaded for."""
        everything = Selection()
        everything.fields = {name: Selection() for name in self.resolvers}
        return self.plan(everything)

    def plan(self, selection: Selection) -> Plan:
        known = selection.plans.get(self.cls)
        if known is None:
            hidden = {attr: resolver for attr, resolver in self.hidden.items() if selection.has(_graphql_name(attr))}
            known = selection.plans[self.cls] = Plan(self.cls, self.resolvers, hidden, selection)
        return known
