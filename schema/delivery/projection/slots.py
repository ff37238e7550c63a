"""How one declared field is read: its GraphQL type, its value, and which items must be loaded for it beforehand."""

from collections.abc import Callable, Iterator
from typing import Any

from schema.delivery.projection.entry import Entry
from schema.delivery.projection.selection import Selection

Want = tuple[str, Selection]


class Slot:
    """`annotation` is what Strawberry sees; `needs` the stored fields to read; `loads` the batches to run first."""

    loads: tuple[str, ...] = ()

    def __init__(self, annotation: Any, needs: tuple[str, ...] = ()) -> None:
        self.annotation = annotation
        self.needs = needs

    def read(self, entry: Entry, selection: Selection) -> Any:
        raise NotImplementedError(type(self).__name__)

    def leads_on(self, selection: Selection) -> bool:
        """Whether `read` looks other items up at all."""
        return False

    def wants(self, entry: Entry, selection: Selection) -> Iterator[Want]:
        """The ids of items that `read` will look up, each with what is selected of it."""
        return iter(())


class Computed(Slot):
    """A value worked out by a function of the entry. `wants_of` names the items it needs loaded."""

    def __init__(
        self,
        function: Callable[..., Any],
        annotation: Any,
        needs: tuple[str, ...],
        loads: tuple[str, ...],
        wants_of: Callable[[Entry, Selection], Iterator[Want]] | None,
        takes_selection: bool,
    ) -> None:
        super().__init__(annotation, needs)
        self.function = function
        self.loads = loads
        self.wants_of = wants_of
        self.takes_selection = takes_selection

    def read(self, entry: Entry, selection: Selection) -> Any:
        return self.function(entry, selection) if self.takes_selection else self.function(entry)

    def leads_on(self, selection: Selection) -> bool:
        return self.wants_of is not None

    def wants(self, entry: Entry, selection: Selection) -> Iterator[Want]:
        return self.wants_of(entry, selection) if self.wants_of else iter(())


def computed(
    *,
    needs: tuple[str, ...] = (),
    loads: tuple[str, ...] = (),
    wants: Callable[[Entry, Selection], Iterator[Want]] | None = None,
    takes_selection: bool = False,
) -> Callable[[Any], Any]:
    """Declares a derived field in a delivered class: its name and type are those of the (static) function."""

    def declare(given: Any) -> Computed:
        function = given.__func__ if isinstance(given, staticmethod) else given
        return Computed(function, function.__annotations__.get("return"), needs, loads, wants, takes_selection)

    return declare
