"""Conditions: what is asked of documents, in words of no database. Rules put them together as values that compare,
hash and print; `storage.queries` alone translates them into MongoDB's language.

A path is dotted ("data.key"). Where it leads into a list, one element that fits is enough, for each bound of its own.
What is no plain value is refused: nothing that a visitor sends can become an operator.
"""

import re
from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from datetime import datetime
from typing import Any

Scalar = str | int | float | bool | datetime | None

PATH = re.compile(r"[^$.\0][^.\0]*(\.[^$.\0][^.\0]*)*")


class Condition:
    """Base of all. They are made by the functions below."""

    __slots__ = ()


def _check(path: str, *values: Any) -> None:
    if not PATH.fullmatch(path):
        raise ValueError(f"{path!r} is no path; give names with dots between them, none of which begins with $.")
    for value in values:
        if not isinstance(value, Scalar):
            raise TypeError(f"{value!r} at {path} is no plain value; give a text, number, moment, truth value or None.")


def _check_conditions(*conditions: Any) -> None:
    for one in conditions:
        if not isinstance(one, Condition):
            raise TypeError(f"{one!r} is no condition; make one with a function of storage.conditions.")


@dataclass(frozen=True, slots=True)
class AtPath(Condition):
    """Base of those that ask about what stands at one path."""

    path: str


@dataclass(frozen=True, slots=True)
class Equal(AtPath):
    value: Scalar

    def __post_init__(self) -> None:
        _check(self.path, self.value)


@dataclass(frozen=True, slots=True)
class AnyOf(AtPath):
    values: tuple[Scalar, ...]

    def __post_init__(self) -> None:
        _check(self.path, *self.values)


@dataclass(frozen=True, slots=True)
class EachOf(AtPath):
    values: tuple[Scalar, ...]

    def __post_init__(self) -> None:
        _check(self.path, *self.values)


@dataclass(frozen=True, slots=True)
class Between(AtPath):
    """`is_element`: all bounds hold of one and the same element of a list."""

    at_least: Scalar
    above: Scalar
    at_most: Scalar
    below: Scalar
    is_element: bool = False

    def __post_init__(self) -> None:
        _check(self.path, self.at_least, self.above, self.at_most, self.below)


@dataclass(frozen=True, slots=True)
class Exists(AtPath):
    def __post_init__(self) -> None:
        _check(self.path)


@dataclass(frozen=True, slots=True)
class Holds(AtPath):
    """`kind`: str or datetime."""

    kind: type

    def __post_init__(self) -> None:
        _check(self.path)


@dataclass(frozen=True, slots=True)
class BeginsWith(AtPath):
    text: str

    def __post_init__(self) -> None:
        _check(self.path)
        if not isinstance(self.text, str):
            raise TypeError(f"{self.text!r} is no text.")


@dataclass(frozen=True, slots=True)
class PathContains(AtPath):
    text: str

    def __post_init__(self) -> None:
        _check(self.path)
        if not isinstance(self.text, str):
            raise TypeError(f"{self.text!r} is no text.")


@dataclass(frozen=True, slots=True)
class AnyListHolds(AtPath):
    value: Scalar

    def __post_init__(self) -> None:
        _check(self.path, self.value)


@dataclass(frozen=True, slots=True)
class Element(AtPath):
    condition: Condition

    def __post_init__(self) -> None:
        _check(self.path)
        _check_conditions(self.condition)


@dataclass(frozen=True, slots=True)
class All(Condition):
    conditions: tuple[Condition, ...]

    def __post_init__(self) -> None:
        _check_conditions(*self.conditions)


@dataclass(frozen=True, slots=True)
class Either(Condition):
    conditions: tuple[Condition, ...]

    def __post_init__(self) -> None:
        _check_conditions(*self.conditions)


@dataclass(frozen=True, slots=True)
class Not(Condition):
    condition: Condition

    def __post_init__(self) -> None:
        _check_conditions(self.condition)


EVERYTHING: Condition = All(())
NOTHING: Condition = Either(())


def equal(values: Mapping[str, Scalar]) -> Condition:
    """Every path has its value, {path: value}; None: it has none."""
    return all_of(*(Equal(path, value) for path, value in values.items()))


def given(values: Mapping[str, Scalar]) -> Condition:
    """The same without those whose value is None or empty: what was not asked for."""
    return equal({path: value for path, value in values.items() if value})


def any_of(path: str, values: Iterable[Scalar]) -> Condition:
    """It has one of the values."""
    return AnyOf(path, _each(values))


def each_of(path: str, values: Iterable[Scalar]) -> Condition:
    """It has all the values, in a list. Of no values: nothing."""
    return EachOf(path, _each(values))


def between(
    path: str, *, at_least: Scalar = None, above: Scalar = None, at_most: Scalar = None, below: Scalar = None
) -> Condition:
    """A value of the bounds' kind, within those that are given; without any bound: everything."""
    bounds = (at_least, above, at_most, below)
    return EVERYTHING if bounds == (None,) * 4 else Between(path, *bounds)


def element_between(path: str, *, at_least: Scalar = None, below: Scalar = None) -> Condition:
    """A list with an element within both bounds."""
    return Between(path, at_least, None, None, below, is_element=True)


def exists(path: str) -> Condition:
    """It is there, be it with None."""
    return Exists(path)


def has_text(path: str) -> Condition:
    """It holds a text."""
    return Holds(path, str)


def has_moment(path: str) -> Condition:
    """It holds a moment."""
    return Holds(path, datetime)


def begins_with(path: str, text: str) -> Condition:
    """It holds a text that begins so, in the same case."""
    return NOTHING if "\0" in text else BeginsWith(path, text)


def path_contains(path: str, text: str) -> Condition:
    """It holds an address "<site>/<locale>/<path>" with the text in its path, in any case."""
    return NOTHING if "\0" in text else PathContains(path, text)


def any_list_holds(path: str, value: Scalar) -> Condition:
    """It is a map of lists {name: [value, …]}, one of which has the value."""
    return AnyListHolds(path, value)


def element(path: str, *conditions: Condition) -> Condition:
    """A list with an element for which all the conditions hold; their paths begin in the element."""
    return Element(path, all_of(*conditions))


def all_of(*conditions: Condition) -> Condition:
    """Of no conditions: everything."""
    parts = tuple(_parts(conditions))
    return parts[0] if len(parts) == 1 else All(parts)


def either(*conditions: Condition) -> Condition:
    """Of no conditions: nothing."""
    return conditions[0] if len(conditions) == 1 else Either(conditions)


def not_(condition: Condition) -> Condition:
    return Not(condition)


def _parts(conditions: Iterable[Condition]) -> Iterable[Condition]:
    for one in conditions:
        yield from one.conditions if isinstance(one, All) else (one,)


def _each(values: Iterable[Scalar]) -> tuple[Scalar, ...]:
    if isinstance(values, str | bytes):
        raise TypeError(f"{values!r} is one value; give a list of values.")
    return tuple(values)
