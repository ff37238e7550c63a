"""Whether a condition holds of a document that is in hand whole, as MongoDB would say: see `storage.queries`."""

from collections.abc import Iterator, Mapping
from typing import Any

from storage.conditions import (
    All,
    AnyOf,
    AtPath,
    Between,
    Condition,
    EachOf,
    Either,
    Element,
    Equal,
    Exists,
    Holds,
    Not,
)

_MISSING = object()
_NUMBERS = frozenset((int, float))
_TESTS = {"at_least": "__ge__", "above": "__gt__", "at_most": "__le__", "below": "__lt__"}


def holds(condition: Condition, document: Mapping[str, Any]) -> bool:
    """Raises TypeError for conditions on a part of a text, which MongoDB alone decides."""
    match condition:
        case All(below):
            return all(holds(one, document) for one in below)
        case Either(below):
            return any(holds(one, document) for one in below)
        case Not(below):
            return not holds(below, document)
        case Element(path, below):
            lists = [one for one in _at(document, path) if isinstance(one, list)]
            return any(holds(below, one) for few in lists for one in few if isinstance(one, Mapping))
        case AtPath(path):
            return _holds_of(condition, list(_at(document, path)))
    raise TypeError(f"{condition!r} is no condition that is decided here; ask MongoDB.")


def _at(value: Any, path: str) -> Iterator[Any]:
    """What stands at a path: of a list the list itself and each element, _MISSING for what is not there."""
    head, _dot, rest = path.partition(".")
    there = value.get(head, _MISSING) if isinstance(value, Mapping) else _MISSING
    if not rest:
        yield there
        if isinstance(there, list):
            yield from there
    elif isinstance(there, list):
        for one in there:
            yield from _at(one, rest)
    else:
        yield from _at(there, rest)


def _holds_of(condition: AtPath, there: list[Any]) -> bool:
    match condition:
        case Equal(_, value):
            return any(_is_same(value, one) for one in there)
        case AnyOf(_, values):
            return any(_is_same(value, one) for value in values for one in there)
        case EachOf(_, values):
            return bool(values) and all(any(_is_same(value, one) for one in there) for value in values)
        case Between():
            return _is_between(condition, there)
        case Exists():
            return any(one is not _MISSING for one in there)
        case Holds(_, kind):
            return any(isinstance(one, kind) for one in there)
    raise TypeError(f"{condition!r} is not decided here; ask MongoDB.")


def _kind(value: Any) -> Any:
    return float if type(value) in _NUMBERS else type(value)


def _is_same(wanted: Any, value: Any) -> bool:
    if wanted is None:
        return value is None or value is _MISSING
    return _kind(wanted) is _kind(value) and wanted == value


def _is_between(asked: Between, there: list[Any]) -> bool:
    bounds = {name: bound for name in _TESTS if (bound := getattr(asked, name)) is not None}
    if asked.is_element:
        return any(_is_within(bounds, one) for few in there if isinstance(few, list) for one in few)
    return all(any(_is_within({name: bound}, one) for one in there) for name, bound in bounds.items())


def _is_within(bounds: Mapping[str, Any], value: Any) -> bool:
    return all(_kind(value) is _kind(bound) and getattr(value, _TESTS[name])(bound) for name, bound in bounds.items())
