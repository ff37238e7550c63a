"""The way out of a compiled function: graphql-core completes the whole subtree anew, with its errors and nulls."""

from inspect import iscoroutine
from typing import Any

from graphql import Undefined

from schema.execution.awaitable import is_awaitable


class Bail(Exception):
    """Raised where a value is not what compiled functions are made for. It is no fault, and nobody else sees it."""


class NotPure(Exception):
    """Something is selected that no compiled function can complete: it awaits something, or it is not known."""


class PlanTooLarge(Exception):
    """More would be compiled than may be kept of one document."""


class NotYet(Exception):
    """Enough was compiled in this request: the next one goes on."""


def at_once(value: Any) -> Any:
    """The result of a resolver. Raises Bail where it has to be awaited: it is asked again then."""
    if is_awaitable(value):
        if iscoroutine(value):
            value.close()
        raise Bail
    return value


def must_be_plain(value: Any) -> None:
    """Raises Bail for what graphql-core does not take for an object."""
    if value is None or value is Undefined or isinstance(value, Exception) or is_awaitable(value):
        raise Bail


def bail(value: Any) -> None:
    """Raises Bail: of a type that looks at its objects, an object of another class."""
    raise Bail
