"""Whether an edition is ahead, under way, over or cancelled, in its own time zone and with its last day included.

The status follows from two instants that are stored beside the edition, so that a database filter and this rule cannot
disagree: past is `ends_at <= now`, ongoing `starts_at <= now < ends_at`, upcoming the rest, undated ones included.
"""

from datetime import date, datetime, timedelta
from enum import StrEnum

from cms.content.rules.next_change import next_change
from cms.content.rules.wall_time import utc_instant


class EditionStatus(StrEnum):
    UPCOMING = "upcoming"
    ONGOING = "ongoing"
    PAST = "past"
    CANCELLED = "cancelled"


def starts_at(start: str | None, zone: str) -> datetime | None:
    """The first moment of the first day, in UTC. ValueError: not an ISO day, or no such zone."""
    return utc_instant(start, zone) if start else None


def ends_at(end: str | None, zone: str) -> datetime | None:
    """The moment after the last day, in UTC: at it the edition is over. ValueError as in `starts_at`."""
    return utc_instant((date.fromisoformat(end) + timedelta(days=1)).isoformat(), zone) if end else None


def edition_status(
    starts_at: datetime | None, ends_at: datetime | None, now: datetime, *, cancelled: bool = False
) -> EditionStatus:
    """Of the two instants that `starts_at` and `ends_at` give; a missing one is taken to be ahead."""
    if cancelled:
        return EditionStatus.CANCELLED
    if ends_at is not None and now >= ends_at:
        return EditionStatus.PAST
    if starts_at is not None and now >= starts_at:
        return EditionStatus.ONGOING
    return EditionStatus.UPCOMING


def next_status_change(
    starts_at: datetime | None, ends_at: datetime | None, now: datetime, *, cancelled: bool = False
) -> datetime | None:
    """When the status will be another one; None: never."""
    return next_change(
        (starts_at, ends_at), now, lambda moment: edition_status(starts_at, ends_at, moment, cancelled=cancelled)
    )
