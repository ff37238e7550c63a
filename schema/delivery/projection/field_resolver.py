"""How one declared field is read: its GraphQL type, its value, and which items must be loaded for it beforehand."""

from abc import ABC, abstractmethod
from collections.abc import Callable, Iterator
from typing import Any

from schema.delivery.projection.published_item import PublishedItem
from schema.delivery.projection.selection import Selection
from schema.execution.compiled.readable import Read
from schema.execution.compiled.source import Source

WantedItem = tuple[str, Selection]
Reader = Callable[[PublishedItem], Any]
"""Gives the value of a field."""
Walker = Callable[[PublishedItem, list[WantedItem]], None]
"""Adds the ids of the items that the reader will look up, each with what is selected of it."""


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
    """A value worked out by a function of the entry. `references_of` names the items it needs loaded."""

    def __init__(
        self,
        function: Callable[..., Any],
        annotation: Any,
        needs: tuple[str, ...],
        loads: tuple[str, ...],
        references_of: Callable[[PublishedItem, Selection], Iterator[WantedItem]] | None,
        takes_selection: bool,
    ) -> None:
        super().__init__(annotation, needs)
        self.function = function
        self.description = function.__doc__ or ""
        self.loads = loads
        self.references_of = references_of
        self.takes_selection = takes_selection

    def reader(self, selection: Selection) -> Reader:
        function = self.function
        return (lambda entry: function(entry, selection)) if self.takes_selection else function

    def expression(self, selection: Selection, source: Source, entry: str) -> Read:
        return Read(f"{source.constant(self.reader(selection), f'read_{self.function.__name__}')}({entry})")

    def walker(self, selection: Selection) -> Walker | None:
        references_of = self.references_of
        return None if references_of is None else lambda entry, into: into.extend(references_of(entry, selection))


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
        return None if walk is None else lambda entry, into: walk(entry.part(entry.derived), into)

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
    takes_selection: bool = False,
) -> Callable[[Any], Any]:
    """Declares a derived field in a delivered class: its name and type are those of the (static) function."""

    def declare(given: Any) -> Computed:
        function = given.__func__ if isinstance(given, staticmethod) else given
        return Computed(function, function.__annotations__.get("return"), needs, loads, references, takes_selection)

    return declare
