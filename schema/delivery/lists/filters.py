"""Filter inputs, from the fields a content type may be filtered by; and the condition that a given filter asks for."""

from datetime import datetime
from typing import Annotated, Any, Optional

import strawberry

from cms.content.fields import delivery
from cms.content_types.content_type import ContentType
from cms.kernel.errors import Invalid, Problem
from schema.delivery.lists.descriptions import filter_described
from schema.delivery.projection.enums import enum_of
from schema.delivery.time_scalars import PartialDate
from storage.conditions import EVERYTHING, Condition, all_of, any_of, between, either, equal, not_

MAX_DEPTH = 4
MAX_VALUES = 100
MAX_FILTERS = 50
"""Filters inside one, itself included: MongoDB plans each branch of an `or`."""

DESCRIPTION = (
    "Every field given must hold. An empty list is as if it were left out, in `and` and `or` too. At most "
    f"{MAX_VALUES} values in a list, {MAX_FILTERS} filters in all, nested {MAX_DEPTH} deep."
)
COMBINED = {
    "and": "All of these hold too.",
    "or": "At least one of these holds too.",
    "not": "This does not hold as a whole.",
}


@strawberry.input(description="Both days included; leave one out, or empty, for no bound.")
class DateRange:
    since: Optional[PartialDate] = strawberry.field(
        default=None, name="from", description="The first day; a month or year begins with its first one."
    )
    to: Optional[PartialDate] = strawberry.field(
        default=None, description="The last day; a month or year ends with its last one."
    )


_inputs: dict[str, Any] = {}


def filter_input(type: type[ContentType]) -> Any:
    """The input `<Type>Filter`: every field given must hold, besides `and`, `or`, `not`. An empty list is no condition,
    wherever it stands: a form in which nothing is ticked asks for everything."""
    name = f"{type.type_name}Filter"
    if name in _inputs:
        return _inputs[name]
    itself = Annotated[name, strawberry.lazy(__name__)]
    annotations: dict[str, Any] = {attr: Optional[_annotation(type, attr)] for attr in type.delivery.filter_names}
    annotations |= {"and_": Optional[list[itself]], "or_": Optional[list[itself]], "not_": Optional[itself]}
    values: dict[str, Any] = {
        attr: strawberry.field(default=None, description=filter_described(type, attr))
        for attr in type.delivery.filter_names
    }
    values |= {
        f"{word}_": strawberry.field(default=None, name=word, description=text) for word, text in COMBINED.items()
    }
    made = strawberry.input(_class(name, annotations, values), name=name, description=DESCRIPTION)
    _inputs[name] = globals()[name] = made
    return made


def _class(name: str, annotations: dict[str, Any], values: dict[str, Any]) -> Any:
    return type(name, (), {"__annotations__": annotations, "__module__": __name__, **values})


def _annotation(type: type[ContentType], attr: str) -> Any:
    match type.narrowing_of(attr):
        case delivery.ByOptions(name, options):
            return list[enum_of(name, options)]
        case delivery.ByDays():
            return DateRange
        case delivery.ByYesNo():
            return bool
        case delivery.ByYears():
            return list[int]
        case delivery.ByItems():
            return list[strawberry.ID]
    return list[str]


def filters_within(given: Any) -> list[Any]:
    """The filter itself and those in its and, or and not. Raises Invalid for too many or too deep ones."""
    found: list[Any] = []
    level = [given] if given is not None else []
    for _depth in range(MAX_DEPTH + 1):
        found += level
        if len(found) > MAX_FILTERS:
            raise _refused(f"Use at most {MAX_FILTERS} filters in and, or and not together.")
        level = [below for one in level for below in _below(one)]
    if level:
        raise _refused(f"Nest filters at most {MAX_DEPTH} deep.")
    return found


def condition_of(type: type[ContentType], given: Any, now: datetime) -> Condition:
    """Raises Invalid for filters that are too many, nested too deep, or list too many values."""
    if given is None:
        return EVERYTHING
    filters_within(given)
    return _condition(type, given, now)


def _below(given: Any) -> list[Any]:
    return [*(given.and_ or ()), *(given.or_ or ()), *([given.not_] if given.not_ is not None else [])]


def _condition(type: type[ContentType], given: Any, now: datetime) -> Condition:
    parts = [
        _of_field(type, attr, value, now)
        for attr in type.delivery.filter_names
        if (value := getattr(given, attr)) not in (None, [])
    ]

    def below(one: Any) -> Condition:
        return _condition(type, one, now)

    if given.and_:
        parts += [below(one) for one in given.and_]
    if given.or_:
        parts.append(either(*(below(one) for one in given.or_)))
    if given.not_ is not None:
        parts.append(not_(below(given.not_)))
    return all_of(*parts)


def _of_field(type: type[ContentType], attr: str, value: Any, now: datetime) -> Condition:
    if isinstance(value, list):
        value = [getattr(one, "value", one) for one in _bounded(value)]
    if attr in type.delivery.computed_filters:
        return type.computed_filter(attr, value, now)
    narrowing, path = type.narrowing_of(attr), type.filter_path(attr)
    if isinstance(narrowing, delivery.ByYears):
        return _in_years(type, value)
    if isinstance(value, DateRange):
        return _in_range(type, attr, value)
    if isinstance(value, bool):
        return equal({path: True}) if value else not_(equal({path: True}))
    return any_of(path, [narrowing.stored(one) for one in value])


def _in_years(type: type[ContentType], years: list[int]) -> Condition:
    """Beside the single years one range around all, which is what an index is read by."""
    first, last = min(years), max(years)
    around = _between_years(type, first, last)
    if len(set(years)) > last - first:
        return around
    return all_of(around, either(*(_between_years(type, one, one) for one in sorted(set(years)))))


def _between_years(type: type[ContentType], first: int, last: int) -> Condition:
    return _within(type, type.delivery.year_of, f"{first:04}", f"{last:04}~")


def _in_range(type: type[ContentType], attr: str, given: DateRange) -> Condition:
    last = given.to + "~" if given.to else None
    if given.since and last and given.since > last:
        raise Invalid(
            [Problem("filter", "NO_DAYS", f"{given.since} lies after {given.to}; give the earlier one first.")]
        )
    return _within(type, attr, given.since or None, last)


def _within(type: type[ContentType], attr: str, first: str | None, last: str | None) -> Condition:
    key = type.delivery.key_of(attr)
    paths = [type.filter_path(attr), *([f"keys.{key}"] if key else [])]
    return all_of(*(between(path, at_least=first, at_most=last) for path in paths))


def _bounded(values: list[Any]) -> list[Any]:
    if len(values) > MAX_VALUES:
        raise _refused(f"Give at most {MAX_VALUES} values.")
    return values


def _refused(message: str) -> Invalid:
    return Invalid([Problem("filter", "FILTER_TOO_LARGE", message)])
