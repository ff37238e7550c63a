"""By what a list is known again when the clock has gone on."""

from collections.abc import Hashable, Sequence
from datetime import datetime
from typing import Any

from storage.conditions import All, AnyOf, Between, Condition, EachOf, Either, Element, Equal, Not
from storage.keyset import Order

Place = tuple[Any, str]
"""Of an item in a list: value of the order's path, id."""


def list_key(
    parts: Sequence[Condition], fields: Sequence[str] | None, order: Order | None, after: Place | None, limit: int
) -> Hashable:
    """The same for two lists of which all that does not compare with the clock is the same."""
    lasting = tuple(one for one in parts if not _compares_with_clock(one))
    return "list", lasting, None if fields is None else tuple(fields), order, after, limit


def _compares_with_clock(condition: Condition) -> bool:
    match condition:
        case All(below) | Either(below):
            return any(map(_compares_with_clock, below))
        case Not(below) | Element(_, below):
            return _compares_with_clock(below)
        case Equal(_, value):
            return isinstance(value, datetime)
        case AnyOf(_, values) | EachOf(_, values):
            return any(isinstance(one, datetime) for one in values)
        case Between():
            bounds = (condition.at_least, condition.above, condition.at_most, condition.below)
            return any(isinstance(one, datetime) for one in bounds)
    return False
