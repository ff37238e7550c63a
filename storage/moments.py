"""What the clock will change in lists: an answer that leaves out what is not there yet cannot tell by what it holds."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import datetime, timedelta
from typing import Any

LOOKED_AHEAD = timedelta(days=1)
MOST = 500
"""Items looked at, those that change first."""


@dataclass(frozen=True, slots=True)
class Ahead:
    """`items`: {type, channels, at} of each that changes next `at` a moment before `known_until`, up to which all are
    known."""

    items: Sequence[dict[str, Any]]
    known_until: datetime

    def next_of(self, type: str, channel: str) -> datetime:
        """Up to when no item of a type begins or ends to be what it is in a channel; never later than the truth."""
        found = (one["at"] for one in self.items if one["type"] == type and channel in one["channels"])
        return min(found, default=self.known_until)


def pipeline_ahead(now: datetime) -> list[dict[str, Any]]:
    """Of an aggregation over snapshots whose documents `ahead` takes."""
    span = {"$gt": now, "$lte": now + LOOKED_AHEAD}
    is_ahead = {"$gt": ["$$this", now]}
    following = {"$min": {"$filter": {"input": "$moments", "cond": is_ahead}}}
    return [
        {"$match": {"moments": {"$elemMatch": span}}},
        {"$project": {"type": 1, "channels": 1, "at": following}},
        {"$sort": {"at": 1}},
        {"$limit": MOST},
    ]


def ahead(items: Sequence[dict[str, Any]], now: datetime) -> Ahead:
    is_full = len(items) == MOST
    return Ahead(items, items[-1]["at"] if is_full else now + LOOKED_AHEAD)
