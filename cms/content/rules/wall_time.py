"""Wall time and zone → the instant they mean, and the label that is printed for it.

When clocks go forward some wall times do not exist: they are refused in the editor, and read on the clock that was
valid before (02:30 becomes 03:30). When clocks go back some come twice: the first one is meant.
"""

import re
from datetime import UTC, datetime
from functools import lru_cache
from zoneinfo import ZoneInfo

from babel.dates import format_time, get_datetime_format

from cms.content.rules.date_label import date_range_label
from cms.content.rules.locale_data import locale_data, own_form
from cms.kernel.errors import Problem

_DAY_AND_TIME = re.compile(r"[0-9]{4}-[0-9]{2}-[0-9]{2}T[0-9]{2}:[0-9]{2}(:[0-9]{2})?")
AGREED = {
    "en": "{date}, {time}\u00a0{zone}",
    "cs": "{date} v\u00a0{time}\u00a0{zone}",
    "bg": "{date}, {time}\u00a0ч.\u00a0{zone}",
}
"""No line ends within a time: its spaces do not break."""


@lru_cache(maxsize=4096)
def utc_instant(wall: str, zone: str) -> datetime:
    """The instant in UTC. A bare day "2023-11-22" means its first moment. ValueError: not a wall time, or no such
    zone."""
    return _local(wall, zone).astimezone(UTC)


def entered_instant(wall: str, zone: str) -> datetime:
    """The same of what somebody has entered: a day without a time is a ValueError, as midnight was hardly meant."""
    if not _DAY_AND_TIME.fullmatch(wall):
        raise ValueError(f"{wall!r} is no local day and time; give one such as 2024-05-31T18:00.")
    return utc_instant(wall, zone)


def local_day(moment: datetime, zone: str) -> str:
    """The day "2023-11-22" that it is in the zone. ValueError: no such zone."""
    return moment.astimezone(zone_of(zone)).date().isoformat()


@lru_cache(maxsize=4096)
def zone_abbreviation(wall: str, zone: str) -> str:
    """What the zone is called on that day: "CEST" in a Brussels May, "CET" in December; "UTC+3" where it has no
    name. The same in every locale: it is what calls for applications print."""
    return _abbreviation(_existing(_local(wall, zone)))


@lru_cache(maxsize=4096)
def wall_time_label(wall: str, zone: str, locale: str) -> str:
    """ "31 May 2024, 18:00 CEST"; a bare day gives the day alone."""
    if "T" not in wall:
        return date_range_label(wall, None, locale)
    local = _existing(_local(wall, zone))
    date = date_range_label(local.date().isoformat(), None, locale)
    if own := own_form(locale):
        return AGREED[own].format(date=date, time=f"{local:%H:%M}", zone=_abbreviation(local))
    data = locale_data(locale)
    time = "\u00a0".join(format_time(local.time(), "short", locale=data).split())
    both = str(get_datetime_format("long", locale=data)).replace("'", "")
    return f"{both.replace('{1}', date).replace('{0}', time)}\u00a0{_abbreviation(local)}"


def instant_label(at: datetime, zone: str, locale: str) -> str:
    """The same of a moment, as the clocks of `zone` show it."""
    return wall_time_label(at.astimezone(zone_of(zone)).strftime("%Y-%m-%dT%H:%M"), zone, locale)


def wall_time_problems(wall: str, zone: str, field: str) -> list[Problem]:
    """What an editor should correct: a wall time that the clocks of that zone skip."""
    local = _local(wall, zone)
    existing = _existing(local)
    if "T" not in wall or local.replace(tzinfo=None) == existing.replace(tzinfo=None):
        return []
    message = f"The clocks go forward then: {local:%H:%M} does not exist in {zone}. Did you mean {existing:%H:%M}?"
    return [Problem(field, "NO_SUCH_TIME", message)]


def zone_of(name: str) -> ZoneInfo:
    """ValueError: no such zone."""
    try:
        return ZoneInfo(name)
    except (LookupError, OSError) as error:
        raise ValueError(f"{name!r} is no time zone; give one such as Europe/Brussels.") from error


def _local(wall: str, zone: str) -> datetime:
    local = datetime.fromisoformat(wall)
    if local.tzinfo:
        raise ValueError(f"{wall!r} carries an offset; give a local time such as 2024-05-31T18:00.")
    if not 1 < local.year < 9999:
        raise ValueError(f"{wall!r} has no instant in every zone; give a year nearer to ours.")
    return local.replace(tzinfo=zone_of(zone))


def _existing(local: datetime) -> datetime:
    return local.astimezone(UTC).astimezone(local.tzinfo)


def _abbreviation(local: datetime) -> str:
    name = local.tzname() or ""
    if name.isalpha():
        return name
    minutes = int((local.utcoffset() or local - local).total_seconds()) // 60
    hours, rest = divmod(abs(minutes), 60)
    return f"UTC{'-' if minutes < 0 else '+'}{hours}" + (f":{rest:02}" if rest else "")
