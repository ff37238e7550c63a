"""How one declared field is read: its GraphQL type, its value, and which items must be loaded for it beforehand."""

from abc import ABC, abstractmethod
from collections.abc import Callable, Iterator
from functools import cache
from typing import Any

from schema.delivery.projection.published_item import PublishedItem
from schema.delivery.projection.selection import Selection
from schema.execution.compiled.readable import Read
from schema.execution.compiled.source import Source

WantedItem = tuple[str, Selection]
Reader = Callable[[PublishedItem], Any]
"""Gives the value of a field."""
Walker = Callable[[dict[str, Any], PublishedItem, list[WantedItem]], None]
"""(data of an item or part, the item or what the part is of, the list to add to): adds the ids of the items that the
reader will look up, each with what is selected of it. Most parts lead nowhere, so none is made an entry for this."""

NOTHING = Selection()
"""Of an item that is looked up, and not shown itself."""


@cache
def item_named_in(name: str) -> Walker:
    """To the item whose id stands in this field, of which nothing is shown itself; the same one for the same field."""

    def walk(data: dict[str, Any], _entry: PublishedItem, into: list[WantedItem]) -> None:
        if id := data.get(name):
            into.append((id, NOTHING))

    return walk


class FieldResolver(ABC):
    """`annotation` is what Strawberry sees; `needs` the stored fields to read; `loads` the batches to run first.
    `description`: what the API says of it; `field_name`: of the declared field that it reads. Both may be empty.

    What follows from the selection alone is worked out by `reader` and `walker`, once; what they give runs for each
    item of a page.
    """

    loads: tuple[str, ...] = ()
    description: str = ""
    field_name: str = ""

    def __init__(self, annotation: Any, needs: tuple[str, ...] = ()) -> None:
        self.annotation = annotation
        self.needs = needs

    @abstractmethod
    def reader(self, selection: Selection) -> Reader: ...

    def walker(self, selection: Selection) -> Walker | None:
        """None where the reader looks no other item up."""
        return None

    def expression(self, selection: Selection, source: Source, entry: str) -> Read:
        """Python that gives what the reader gives of the entry in the variable `entry`; kinds that are read often have
        a shorter one than the reader."""
        return Read(f"{source.constant(self.reader(selection), f'read_{self.field_name}')}({entry})")


class Computed(FieldResolver):
    """A value worked out by a function of the entry. `references_of` names the items it needs loaded; `refers_to` is a
    field that names the only one."""

    def __init__(
        self,
        function: Callable[..., Any],
        annotation: Any,
        needs: tuple[str, ...],
        loads: tuple[str, ...],
        references_of: Callable[[PublishedItem, Selection], Iterator[WantedItem]] | None,
        takes_selection: bool,
        refers_to: str = "",
    ) -> None:
        super().__init__(annotation, needs)
        self.function = function
        self.description = function.__doc__ or ""
        self.loads = loads
        self.references_of = references_of
        self.takes_selection = takes_selection
        self.refers_to = refers_to

    def reader(self, selection: Selection) -> Reader:
        function = self.function
        return (lambda entry: function(entry, selection)) if self.takes_selection else function

    def expression(self, selection: Selection, source: Source, entry: str) -> Read:
        return Read(f"{source.constant(self.reader(selection), f'read_{self.function.__name__}')}({entry})")

    def walker(self, selection: Selection) -> Walker | None:
        if self.refers_to:
            return item_named_in(self.refers_to)
        references_of = self.references_of
        if references_of is None:
            return None

        def walk(data: dict[str, Any], entry: PublishedItem, into: list[WantedItem]) -> None:
            into.extend(references_of(entry if data is entry.data else entry.part(data), selection))

        return walk


class KeptResolver(FieldResolver):
    """A value that was worked out when the item was published: it stands beside the data, and is read like a field."""

    def __init__(self, resolver: FieldResolver) -> None:
        super().__init__(resolver.annotation)
        self.loads = resolver.loads
        self.description, self.field_name = resolver.description, resolver.field_name
        self.resolver = resolver

    def reader(self, selection: Selection) -> Reader:
        read = self.resolver.reader(selection)
        return lambda entry: read(entry.part(entry.derived))

    def walker(self, selection: Selection) -> Walker | None:
        walk = self.resolver.walker(selection)
        return None if walk is None else lambda _data, entry, into: walk(entry.derived, entry, into)

    def expression(self, selection: Selection, source: Source, entry: str) -> Read:
        derived = source.fresh("derived")
        read = self.resolver.expression(selection, source, derived)
        bound = f"({derived} := {entry}.part({entry}.derived))"
        return read._replace(code=f"({read.code} if {bound} else None)")


def computed(
    *,
    needs: tuple[str, ...] = (),
    loads: tuple[str, ...] = (),
    references: Callable[[PublishedItem, Selection], Iterator[WantedItem]] | None = None,
    refers_to: str = "",
    takes_selection: bool = False,
) -> Callable[[Any], Any]:
    """Declares a derived field in a delivered class: its name and type are those of the (static) function."""

    def declare(given: Any) -> Computed:
        function = given.__func__ if isinstance(given, staticmethod) else given
        annotation = function.__annotations__.get("return")
        return Computed(function, annotation, needs, loads, references, takes_selection, refers_to)

    return declare
