"""The deadlines of a call: its cut-offs, or its one closing time."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from datetime import datetime
from typing import Any

from cms.content.rules.wall_time import utc_instant, wall_time_label

CLOSING = "closes"
"""The id of the one deadline of a call without cut-offs."""


@dataclass(frozen=True, slots=True)
class Deadline:
    """`id` answers a question of the type cutoff; `at` in UTC; at that moment it has passed."""

    id: str
    at: datetime
    wall: str
    zone: str
    tentative: bool
    passed: bool

    def label(self, locale: str) -> str:
        """ "31 May 2024, 18:00 CEST"."""
        return wall_time_label(self.wall, self.zone, locale)


@dataclass(frozen=True, slots=True)
class Extension:
    """A deadline that was moved while the call was live; `since`: when that was published."""

    deadline: str
    from_wall: str
    to_wall: str
    since: datetime


def deadlines_of(call: Mapping[str, Any], now: datetime) -> list[Deadline]:
    """Of the data of a call, the earliest first."""
    zone = call.get("time_zone", "UTC")
    given = call.get("cutoffs") or [{"id": CLOSING, "at": call.get("closes")}]
    found = [_deadline(one, zone, now) for one in given if one.get("at")]
    return sorted(found, key=lambda one: one.at)


def _deadline(data: Mapping[str, Any], zone: str, now: datetime) -> Deadline:
    at = utc_instant(data["at"], zone)
    return Deadline(data["id"], at, data["at"], zone, bool(data.get("tentative")), now >= at)


def find_deadline(deadlines: Sequence[Deadline], id: str | None) -> Deadline | None:
    return next((one for one in deadlines if one.id == id), None)


def next_open(deadlines: Sequence[Deadline]) -> Deadline | None:
    """The earliest that has not passed."""
    return next((one for one in deadlines if not one.passed), None)


def noted_deadlines(
    before: Sequence[Mapping[str, Any]], call: Mapping[str, Any], now: datetime
) -> list[dict[str, Any]]:
    """The history that is kept with a live call, {id, at (wall), since} for each time that a deadline was set."""
    last = {one["id"]: one["at"] for one in before}
    given = call.get("cutoffs") or [{"id": CLOSING, "at": call.get("closes")}]
    new = [one for one in given if one.get("at") and last.get(one["id"]) != one["at"]]
    return [*map(dict, before), *({"id": one["id"], "at": one["at"], "since": now} for one in new)]


def extensions(noted: Sequence[Mapping[str, Any]]) -> list[Extension]:
    """Each move of a deadline, in the order in which they were published."""
    found: list[Extension] = []
    last: dict[str, str] = {}
    for one in noted:
        if one["id"] in last:
            found.append(Extension(one["id"], last[one["id"]], one["at"], one["since"]))
        last[one["id"]] = one["at"]
    return found
