"""How days, months and ranges of days are written in each locale.

English, Czech and Bulgarian follow the project's own agreed forms; every other locale follows CLDR with full month
names.
"""

import re
from datetime import date
from functools import lru_cache

from babel.dates import format_date, format_skeleton

from cms.content.rules.locale_data import locale_data, own_form

# How a day and a year are written around the month's name.
AGREED = {"en": ("{}", "{}"), "cs": ("{}.", "{}"), "bg": ("{}", "{} г.")}
TO_BE_ANNOUNCED = {"en": "Date to be announced", "cs": "Termín bude upřesněn", "bg": "Датата предстои да бъде обявена"}
TENTATIVE = {"en": "{} (to be confirmed)", "cs": "{} (bude potvrzeno)", "bg": "{} (предстои потвърждение)"}
SHORT_MONTH = re.compile(r"(?<!M)MMM(?!M)")
ODD_SPACES = str.maketrans({"\u2009": " ", "\u202f": " "})


@lru_cache(maxsize=4096)
def date_range_label(start: str | None, end: str | None, locale: str) -> str:
    """ "13–15 September 2023" for two days "2023-09-13" and "2023-09-15", both included.

    Without `end` it is one day, without `start` the date is to be announced. ValueError: not an ISO day.
    """
    if not start:
        return date_to_be_announced(locale)
    first = date.fromisoformat(start)
    last = date.fromisoformat(end) if end else first
    own = own_form(locale)
    return _agreed_range(first, last, own) if own else _cldr_range(first, last, locale)


@lru_cache(maxsize=4096)
def date_label(value: str, locale: str) -> str:
    """ "6 July 2018" for "2018-07-06"; "July 2018" for "2018-07", where no more is known. ValueError: neither."""
    if len(value) != len("2018-07"):
        return date_range_label(value, None, locale)
    month = date.fromisoformat(f"{value}-01")
    return format_skeleton("yMMMM", month, locale=locale_data(locale)).translate(ODD_SPACES)


def date_to_be_announced(locale: str) -> str:
    return _own_words(TO_BE_ANNOUNCED, locale)


def tentative_label(label: str, locale: str) -> str:
    """A date label that says that the date may still change."""
    return _own_words(TENTATIVE, locale).format(label)


def _own_words(words: dict[str, str], locale: str) -> str:
    return words[own_form(locale) or "en"]


def _agreed_range(first: date, last: date, locale: str) -> str:
    if first == last:
        return _full(first, locale)
    if first.year != last.year:
        return f"{_full(first, locale)} – {_full(last, locale)}"
    if first.month != last.month:
        return f"{_day_and_month(first, locale)} – {_full(last, locale)}"
    return f"{_day(first, locale)}–{_full(last, locale)}"


def _day(day: date, locale: str) -> str:
    return AGREED[locale][0].format(day.day)


def _day_and_month(day: date, locale: str) -> str:
    return f"{_day(day, locale)} {format_date(day, 'MMMM', locale)}"


def _full(day: date, locale: str) -> str:
    return f"{_day_and_month(day, locale)} {AGREED[locale][1].format(day.year)}"


def _cldr_range(first: date, last: date, locale: str) -> str:
    data = locale_data(locale)
    if first == last:
        return format_date(first, "long", locale=data).translate(ODD_SPACES)
    differs = "y" if first.year != last.year else "M" if first.month != last.month else "d"
    patterns = (data.interval_formats.get("yMMMd") or {}).get(differs)
    if not patterns or len(patterns) != 2:
        return f"{_cldr_range(first, first, locale)} – {_cldr_range(last, last, locale)}"
    # CLDR has ranges with short months only and says to lengthen them this way (UTS #35, "Matching Skeletons").
    halves = (
        format_date(day, SHORT_MONTH.sub("MMMM", half), data) for day, half in zip((first, last), patterns, strict=True)
    )
    return "".join(halves).translate(ODD_SPACES)
