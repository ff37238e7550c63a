"""How parts and blocks of an item are read, each by the projection of its own type."""

from collections.abc import Callable
from typing import Any, Optional

from cms.content import fields
from schema.delivery.projection import delivered as types
from schema.delivery.projection.field_resolver import NOTHING, WantedItem
from schema.delivery.projection.field_resolvers import ALIKE, Converter, LeadingResolver, ValueWalker
from schema.delivery.projection.lazily import delivered
from schema.delivery.projection.plan import Plan
from schema.delivery.projection.published_item import PublishedItem
from schema.delivery.projection.selection import Selection
from schema.delivery.projection.view import View
from schema.execution.compiled.readable import Read
from schema.execution.compiled.source import Source


class PartResolver(LeadingResolver):
    """A part, or none."""

    def __init__(self, field: fields.EmbeddedOne | fields.EmbeddedList, name: str) -> None:
        super().__init__(field, Optional[delivered(name)])
        self.type_name = name

    def plan(self, selection: Selection) -> Plan:
        return types.projections[self.type_name].plan(selection)

    def converter(self, selection: Selection) -> Converter:
        build = self.plan(selection).build
        return lambda value, entry: build(entry.part(value))

    def converted(self, value: str, selection: Selection, source: Source, entry: str) -> Read:
        return Read(f"{entry}.part({value})", ALIKE, {None: self.plan(selection)})

    def value_walker(self, selection: Selection) -> ValueWalker | None:
        walkers = self.plan(selection).walkers

        def walk(value: Any, entry: PublishedItem, into: list[WantedItem]) -> None:
            for walk_part in walkers:
                walk_part(value, entry, into)

        return walk if walkers else None


class PartsResolver(PartResolver):
    """A list of parts."""

    def __init__(self, field: fields.EmbeddedList, name: str) -> None:
        super().__init__(field, name)
        self.annotation = list[delivered(name)]
        self.empty = []

    def converter(self, selection: Selection) -> Converter:
        build = self.plan(selection).build
        return lambda value, entry: [build(entry.part(one)) for one in value]

    def converted(self, value: str, selection: Selection, source: Source, entry: str) -> Read:
        return Read(f"[*{source.constant(map, 'each')}({entry}.part, {value})]", ALIKE, {None: self.plan(selection)})

    def value_walker(self, selection: Selection) -> ValueWalker | None:
        walkers = self.plan(selection).walkers

        def walk(value: Any, entry: PublishedItem, into: list[WantedItem]) -> None:
            for one in value:
                for walk_part in walkers:
                    walk_part(one, entry, into)

        return walk if walkers else None


class BlocksResolver(LeadingResolver):
    """Blocks of several kinds; each is built by the projection of its own kind, and left out where that says so."""

    loads = ("open_call",)

    def __init__(self, field: fields.Blocks) -> None:
        super().__init__(field, list[delivered("Block")])
        self.names = {kind: part.__name__ for kind, part in field.kinds.items()}
        self.empty = []

    def plans(self, selection: Selection) -> dict[str, Plan]:
        """{kind of block: its plan}."""
        return {kind: types.projections[name].plan(selection) for kind, name in self.names.items()}

    def shown(self, selection: Selection) -> Callable[[Any, PublishedItem], list[PublishedItem]]:
        """(stored blocks, whose they are) → those that are delivered."""
        plans = self.plans(selection)
        is_shown = {kind: plan.cls.is_shown for kind, plan in plans.items() if plan.cls.is_shown is not View.is_shown}

        def parts(value: Any, entry: PublishedItem) -> list[PublishedItem]:
            found = [entry.part(one) for one in value]
            return [one for one in found if (shown := is_shown.get(one.data["kind"])) is None or shown(one)]

        return parts

    def converter(self, selection: Selection) -> Converter:
        shown, plans = self.shown(selection), self.plans(selection)
        return lambda value, entry: [plans[part.data["kind"]].build(part) for part in shown(value, entry)]

    def converted(self, value: str, selection: Selection, source: Source, entry: str) -> Read:
        shown = source.constant(self.shown(selection), f"shown_{self.name}")
        return Read(f"{shown}({value}, {entry})", "{entry}.data['kind']", self.plans(selection))

    def value_walker(self, selection: Selection) -> ValueWalker | None:
        plans = self.plans(selection)
        walkers = {kind: plan.walkers for kind, plan in plans.items()}
        shown_by = {kind: plan.cls.shown_by for kind, plan in plans.items() if plan.cls.shown_by is not View.shown_by}

        def walk(value: Any, entry: PublishedItem, into: list[WantedItem]) -> None:
            for one in value:
                for walk_block in walkers[one["kind"]]:
                    walk_block(one, entry, into)
                if ids_of := shown_by.get(one["kind"]):
                    into.extend([(id, NOTHING) for id in ids_of(entry.part(one))])

        return walk
