"""Dates, wall times and zones. All are stored as ISO strings, which sort as they should and need no conversion."""

import datetime as dt
import re
from functools import cache
from typing import Any
from zoneinfo import available_timezones

from cms.content.fields.answers import FormSettings
from cms.content.fields.delivery import ByDays, ByKeys, Scalar
from cms.content.fields.field import Field, Report

PARTIAL = re.compile(r"([0-9]{4})-([0-9]{2})(?:-([0-9]{2}))?")
YEARS = range(1900, 2200)


def _is_date(text: str) -> bool:
    """Python reads other forms too, such as weeks ("2023-W47-2"), and more of them with each release."""
    try:
        day = dt.date.fromisoformat(text)
        return day.isoformat() == text and day.year in YEARS
    except ValueError:
        return False


class Date(Field):
    """A calendar day, stored as "2023-11-21"."""

    cell = "day"

    def clean_value(self, value: Any, at: str, report: Report) -> str | None:
        text = value.isoformat() if type(value) is dt.date else value
        if isinstance(text, str) and _is_date(text):
            return text
        report.refuse(at, "NOT_A_DATE", "Give a date such as 2023-11-21.")
        return None

    def delivery(self) -> Scalar:
        return Scalar.text(self.required, "Date")

    def narrowing(self) -> ByDays:
        return ByDays()


class PartialDate(Field):
    """A day or, where only that is known, a month: "2018-07-06" or "2018-07"."""

    cell = "day"

    def clean_value(self, value: Any, at: str, report: Report) -> str | None:
        if (
            isinstance(value, str)
            and PARTIAL.fullmatch(value)
            and _is_date(value if len(value) == 10 else f"{value}-01")
        ):
            return value
        report.refuse(at, "NOT_A_DATE", "Give a day such as 2018-07-06, or a month such as 2018-07.")
        return None

    def delivery(self) -> Scalar:
        return Scalar.text(self.required, "PartialDate")

    def narrowing(self) -> ByDays:
        return ByDays()


class WallTime(Field):
    """What the clock on the wall shows, in the item's own zone: "2024-05-31T18:00". With `date_only` a bare day is
    accepted too, where the hour is not known."""

    cell = "day"

    def __init__(self, *, date_only: bool = False, **options: Any) -> None:
        super().__init__(**options)
        self.date_only = date_only

    def clean_value(self, value: Any, at: str, report: Report) -> str | None:
        if isinstance(value, str) and self._is_wall_time(value):
            return value[:16]
        report.refuse(at, "NOT_A_WALL_TIME", "Give a local date and time such as 2024-05-31T18:00, without a zone.")
        return None

    def form(self) -> FormSettings:
        return FormSettings(switches={"date_only": self.date_only})

    def _is_wall_time(self, text: str) -> bool:
        if self.date_only and len(text) == 10:
            return _is_date(text)
        if not re.fullmatch(r"[0-9]{4}-[0-9]{2}-[0-9]{2}T[0-9]{2}:[0-9]{2}(:00)?", text):
            return False
        try:
            return dt.datetime.fromisoformat(text).year in YEARS
        except ValueError:
            return False

    def delivery(self) -> Scalar:
        return Scalar.text(self.required, "String" if self.date_only else "LocalDateTime")

    def narrowing(self) -> ByDays:
        return ByDays()


class ClockTime(Field):
    """A time of day within a programme: "09:30"."""

    cell = "text"

    def clean_value(self, value: Any, at: str, report: Report) -> str | None:
        if isinstance(value, str) and re.fullmatch(r"([01]\d|2[0-3]):[0-5]\d", value):
            return value
        report.refuse(at, "NOT_A_TIME", "Give a time such as 09:30.")
        return None

    def delivery(self) -> Scalar:
        return Scalar.text(self.required, "LocalTime")


@cache
def _zones() -> frozenset[str]:
    return frozenset(available_timezones())


class TimeZone(Field):
    """An IANA zone such as Europe/Brussels."""

    cell = "text"

    def clean_value(self, value: Any, at: str, report: Report) -> str | None:
        if isinstance(value, str) and value in _zones():
            return value
        report.refuse(at, "NOT_A_ZONE", "Give a time zone such as Europe/Brussels.")
        return None

    def delivery(self) -> Scalar:
        return Scalar.text(self.required)

    def narrowing(self) -> ByKeys:
        return ByKeys()
