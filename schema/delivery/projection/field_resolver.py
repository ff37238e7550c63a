"""How one declared field is read: its GraphQL type, its value, and which items must be loaded for it beforehand."""

from abc import ABC, abstractmethod
from collections.abc import Callable, Iterator
from typing import Any

from schema.delivery.projection.published_item import PublishedItem
from schema.delivery.projection.selection import Selection

WantedItem = tuple[str, Selection]


class FieldResolver(ABC):
    """`annotation` is what Strawberry sees; `needs` the stored fields to read; `loads` the batches to run first.
    `description`: what the API says of it; `field_name`: of the declared field that it reads. Both may be empty."""

    loads: tuple[str, ...] = ()
    description: str = ""
    field_name: str = ""

    def __init__(self, annotation: Any, needs: tuple[str, ...] = ()) -> None:
        self.annotation = annotation
        self.needs = needs

    @abstractmethod
    def read(self, entry: PublishedItem, selection: Selection) -> Any: ...

    def leads_on(self, selection: Selection) -> bool:
        """Whether `read` looks other items up at all."""
        return False

    def references(self, entry: PublishedItem, selection: Selection) -> Iterator[WantedItem]:
        """The ids of items that `read` will look up, each with what is selected of it."""
        return iter(())


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

    def read(self, entry: PublishedItem, selection: Selection) -> Any:
        return self.function(entry, selection) if self.takes_selection else self.function(entry)

    def leads_on(self, selection: Selection) -> bool:
        return self.references_of is not None

    def references(self, entry: PublishedItem, selection: Selection) -> Iterator[WantedItem]:
        return self.references_of(entry, selection) if self.references_of else iter(())


class KeptResolver(FieldResolver):
    """A value that was worked out when the item was published: it stands beside the data, and is read like a field."""

    def __init__(self, resolver: FieldResolver) -> None:
        super().__init__(resolver.annotation)
        self.loads = resolver.loads
        self.description, self.field_name = resolver.description, resolver.field_name
        self.resolver = resolver

    def read(self, entry: PublishedItem, selection: Selection) -> Any:
        return self.resolver.read(entry.part(entry.derived), selection)

    def leads_on(self, selection: Selection) -> bool:
        return self.resolver.leads_on(selection)

    def references(self, entry: PublishedItem, selection: Selection) -> Iterator[WantedItem]:
        return self.resolver.references(entry.part(entry.derived), selection)


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
