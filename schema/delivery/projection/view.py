"""What GraphQL reads of an item or part: an object whose attributes are worked out when they are asked for."""

from __future__ import annotations

from collections.abc import Iterator
from typing import TYPE_CHECKING, Any

from schema.delivery.projection.published_item import PublishedItem

if TYPE_CHECKING:
    from schema.delivery.projection.plan import Plan
    from schema.delivery.projection.read_context import ReadContext


class View:
    """Base of delivered classes with resolvers, and of parts that nobody wrote a class for.

    It has an attribute for each field that its plan selects; what another look would give is kept. An exception in a
    reader is one of the field that was asked for.
    """

    _entry: PublishedItem
    _plan: Plan
    _reading: ReadContext
    __shows_entry__ = True
    """For the compiler of queries (`schema.execution.compiled.readable`)."""

    def __getattr__(self, name: str) -> Any:
        """Called by Python for what the object does not have yet."""
        plan = self.__dict__.get("_plan")
        if plan is None or (read := plan.readers.get(name)) is None:
            raise AttributeError(f"{name} of {type(self).__name__} is not selected")
        value = self.__dict__[name] = read(self._entry)
        return value

    @staticmethod
    def is_shown(entry: PublishedItem) -> bool:
        """Of a block: whether it is delivered at all."""
        return True

    @staticmethod
    def shown_by(entry: PublishedItem) -> Iterator[str]:
        """The ids of the items that `is_shown` looks at."""
        return iter(())
