"""How visitors' sites get a kind of field, and narrow lists by it, in words that belong to no API."""

from collections.abc import Mapping
from dataclasses import dataclass
from typing import Any

TIMES = ("Date", "PartialDate", "LocalDateTime", "LocalTime")
"""Scalars of days and times, which are texts of ISO 8601 that sort as they should."""


@dataclass(frozen=True, slots=True)
class Scalar:
    """Delivered as it is stored. `name`: String, Int, Float, Boolean, Locale, or one of TIMES; with `is_list` a list of
    them. `empty` is delivered where nothing is stored; null, unless `is_required`."""

    name: str
    is_required: bool = False
    is_list: bool = False
    empty: Any = None

    @classmethod
    def text(cls, is_required: bool, name: str = "String") -> "Scalar":
        """An empty text stands for one that is required and is not there: the type asked less when it was published."""
        return cls(name, is_required, empty="" if is_required else None)


class Narrowing:
    """How lists are narrowed by a field: to items that have one of several given values."""

    def stored(self, value: Any) -> Any:
        """A value as it is given, in the form that is stored."""
        return value


class ByKeys(Narrowing):
    """Any keys, such as those of time zones."""


@dataclass(frozen=True)
class ByWords(Narrowing):
    """Words that people choose freely, of at most so many characters."""

    longest: int


@dataclass(frozen=True)
class ByOptions(Narrowing):
    """Those of a choice; `name` is what the set of them is called."""

    name: str
    options: Mapping[str, Any]


@dataclass(frozen=True)
class ByTerms(Narrowing):
    vocabulary: str


@dataclass(frozen=True)
class ByItems(Narrowing):
    """Items of the type `to` that are referred to."""

    to: str


class ByCountries(Narrowing):
    def stored(self, value: str) -> str:
        return value.upper()


class ByDays(Narrowing):
    """From one day to another."""


class ByYesNo(Narrowing):
    """Whether it is so; what nobody said is no."""


class ByYears(Narrowing):
    """Calendar years in which a day or month lies."""
