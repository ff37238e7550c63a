"""What becomes of an event after a try: done, tried again later, or parked for a person to look at."""

import random
from datetime import datetime, timedelta
from typing import Any

from cms.kernel.log_redaction import redacted_text
from storage.documents import OutboxEvent
from storage.errors import Unavailable

MAX_TRIES = 8
LONGEST_WAIT = timedelta(hours=1)
LONGEST_ERROR = 500


class Postponed(Exception):
    """Raised by a reaction that is not through and has not failed either: it is called again at `until`, however
    often."""

    def __init__(self, until: datetime, reason: str = "") -> None:
        super().__init__(reason)
        self.until = until


def done(now: datetime) -> dict[str, Any]:
    return {"state": "done", "error": None, "done_at": now}


def failed(event: OutboxEvent, error: Exception, now: datetime) -> dict[str, Any]:
    """Twice the wait after each failure, and not for all at the same moment; parked after the last, unless an engine
    is away: that is waited for."""
    told = {"error": told_of(error), "reacted": event.reacted}
    if isinstance(error, Postponed):
        return {**told, "error": str(error) or None, "due_at": error.until, "tries": 0}
    if isinstance(error, Unavailable):  # an engine that is away is not the event's fault
        return {**told, "due_at": now + wait(event.tries), "tries": min(event.tries, MAX_TRIES - 1)}
    if event.tries >= MAX_TRIES:
        return {**told, "state": "parked"}
    return {**told, "due_at": now + wait(event.tries)}


def wait(tries: int) -> timedelta:
    doubled = min(timedelta(seconds=2**tries), LONGEST_WAIT)
    return doubled * random.uniform(0.75, 1.25)


def abandoned(event: OutboxEvent) -> dict[str, Any] | None:
    """For an event that was begun too often without ever ending: it may be what ends its workers."""
    if event.tries <= MAX_TRIES:
        return None
    return {"state": "parked", "error": f"Begun {event.tries - 1} times, and each time its worker ended in the middle."}


def told_of(error: Exception) -> str:
    return redacted_text(f"{type(error).__name__}: {error}")[:LONGEST_ERROR]
