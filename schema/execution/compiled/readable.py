"""What a projection tells the compiler, so that it reads from the entry of a view and the view need not be made."""

from collections.abc import Mapping
from typing import Any, NamedTuple, Protocol

from schema.execution.compiled.source import Source


class Read(NamedTuple):
    """code: a Python expression of the variable that holds the entry.

    key: "" where the code gives exactly what the attribute of the view is. Else it gives entries in the place of views:
    one or None, or a list of them; `key` is a template with `{entry}`, an expression whose value is looked up in
    `plans`: the plan of the view that would stand there. What is not found bails out. is_shared: the same entry may be
    given in other places of the answer.
    """

    code: str
    key: str = ""
    plans: Mapping[Any, "Readable"] = {}
    is_shared: bool = False


class Readable(Protocol):
    """A plan of views: those views have it as `_plan` and what they show as `_entry`, and are of the class `cls`,
    which says so by `__shows_entry__ = True`."""

    cls: type

    def build(self, entry: Any) -> Any:
        """The view, where one is needed: for resolvers that are methods."""
        ...

    def read(self, attr: str, source: Source, entry: str) -> Read | None:
        """None: only the view itself can say."""
        ...


def shows_entry(cls: type) -> bool:
    """Whether its objects are views."""
    return getattr(cls, "__shows_entry__", False)


def readable_of(value: Any) -> Readable | None:
    """The plan of a view."""
    if not shows_entry(type(value)):
        return None
    plan: Readable = value._plan
    return plan if plan.cls is type(value) else None
