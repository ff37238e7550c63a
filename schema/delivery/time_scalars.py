"""Scalars of days and times without a zone: texts of ISO 8601, delivered as they are stored and checked where they are
given."""

import datetime as dt
import re
from collections.abc import Callable
from typing import Any, NewType

import strawberry
from graphql import GraphQLError
from strawberry.types.scalar import ScalarDefinition

Date = NewType("Date", str)
PartialDate = NewType("PartialDate", str)
LocalDateTime = NewType("LocalDateTime", str)
LocalTime = NewType("LocalTime", str)

MICROSYNTAXES = "https://html.spec.whatwg.org/multipage/common-microsyntaxes.html"
"""HTML's grammar of dates and times: seconds may be left out, other than in RFC 3339."""
FIRST_DAY = "0001-01-01"


def _checked(name: str, pattern: str, read: Callable[[str], object], advice: str) -> Callable[[Any], str]:
    """The parser of a scalar: a text of this pattern that `read` makes something of, else an error with the advice."""
    shape = re.compile(pattern)

    def parse(value: Any) -> str:
        if not isinstance(value, str) or not shape.fullmatch(value):
            raise GraphQLError(f"{name}: {advice}")
        try:
            read(value)
        except ValueError:
            raise GraphQLError(f"{name}: {advice}") from None
        return value

    return parse


def _day_within(partial: str) -> dt.date:
    return dt.date.fromisoformat(partial + FIRST_DAY[len(partial) :])


parse_date = _checked("Date", "[0-9]{4}-[0-9]{2}-[0-9]{2}", dt.date.fromisoformat, "give a day such as 2024-05-31.")
_parse_known_part = _checked(
    "PartialDate",
    "[0-9]{4}(-[0-9]{2}){0,2}",
    _day_within,
    "write days like 2024-05-31; 2024-05 and 2024 will do, too.",
)
parse_local_date_time = _checked(
    "LocalDateTime",
    "[0-9]{4}-[0-9]{2}-[0-9]{2}T[0-9]{2}:[0-9]{2}",
    dt.datetime.fromisoformat,
    "give a day and time without a zone such as 2024-05-31T18:00.",
)
parse_local_time = _checked("LocalTime", "[0-9]{2}:[0-9]{2}", dt.time.fromisoformat, "give a time such as 09:30.")


def parse_partial_date(value: Any) -> str:
    """An empty text stands for nothing, as forms send it."""
    return "" if value == "" else _parse_known_part(value)


def _scalar(name: str, description: str, parse: Callable[[Any], str], specified_by: str) -> ScalarDefinition:
    return strawberry.scalar(
        name=name, description=description, serialize=str, parse_value=parse, specified_by_url=specified_by
    )


TIME_SCALARS: dict[object, ScalarDefinition] = {
    Date: _scalar(
        "Date", "A calendar day: `2024-05-31`.", parse_date, "https://scalars.graphql.org/andimarek/local-date"
    ),
    PartialDate: _scalar(
        "PartialDate",
        "A day, or the month or year where no more is known: `2024-05-31`, `2024-05` or `2024`.",
        parse_partial_date,
        "https://www.w3.org/TR/NOTE-datetime",
    ),
    LocalDateTime: _scalar(
        "LocalDateTime",
        "A day and a time to the minute, without a zone: `2024-05-31T18:00`. Which zone's clock it is, the item says "
        "in `timeZone`.",
        parse_local_date_time,
        f"{MICROSYNTAXES}#local-dates-and-times",
    ),
    LocalTime: _scalar(
        "LocalTime",
        "A time of day to the minute, from `00:00` to `23:59`, without a zone: `09:30`.",
        parse_local_time,
        f"{MICROSYNTAXES}#times",
    ),
}
