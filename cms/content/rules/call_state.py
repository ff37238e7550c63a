"""Whether a call takes applications, and which of its deadlines comes next.

A rolling call has several cut-offs, any other one closing time: both are `deadlines` here, in any order. At the moment
of a deadline it has passed.
"""

from collections.abc import Sequence
from datetime import datetime
from enum import StrEnum

from cms.content.rules.next_change import next_change


class CallState(StrEnum):
    NOT_YET_OPEN = "not_yet_open"
    OPEN = "open"
    CLOSED = "closed"


def call_state(opens_at: datetime | None, deadlines: Sequence[datetime], now: datetime) -> CallState:
    """Without `opens_at` the call has not opened; without deadlines it stays open."""
    if opens_at is None or now < opens_at:
        return CallState.NOT_YET_OPEN
    return CallState.CLOSED if deadlines and now >= max(deadlines) else CallState.OPEN


def deadlines_passed(deadlines: Sequence[datetime], now: datetime) -> list[bool]:
    """For each deadline in its order, whether it has passed."""
    return [now >= deadline for deadline in deadlines]


def next_deadline(deadlines: Sequence[datetime], now: datetime) -> int | None:
    """The position of the earliest deadline that has not passed; None: all have."""
    ahead = [position for position, passed in enumerate(deadlines_passed(deadlines, now)) if not passed]
    return min(ahead, key=deadlines.__getitem__, default=None)


def next_call_change(opens_at: datetime | None, deadlines: Sequence[datetime], now: datetime) -> datetime | None:
    """When the state, the next deadline or what has passed will be another; None: never."""

    def answer(moment: datetime) -> tuple[CallState, list[bool]]:
        return call_state(opens_at, deadlines, moment), deadlines_passed(deadlines, moment)

    return next_change((opens_at, *deadlines), now, answer)
