"""An event waiting for its reactions."""

from datetime import datetime
from typing import Any, Literal

from pymongo import ASCENDING, DESCENDING, IndexModel

from storage.documents.stored import Stored, newest_by

KEPT_SECONDS = 14 * 24 * 3600
"""How long an event stays after it is done."""


class OutboxEvent(Stored):
    """Something that happened, or at `scheduled_for` is to happen, and to which others react.

    State: waiting (worked on while `leased_until` is ahead), done, parked after too many failures, or dropped by a
    person. `due_at` moves with each failed try. `lane`: events of different lanes do not wait for each other; `group`:
    what a lane is shared between. `reacted`: the reactions that are through when another one failed.
    """

    name: str
    at: datetime
    lane: Literal["content", "mail", "webhooks", "transfers", "copies"] = "content"
    group: str = ""
    item: str = ""
    type: str = ""
    site: str = ""
    locale: str | None = None
    version: int = 0
    payload: dict[str, Any] = {}
    scheduled_for: datetime | None = None
    state: str = "waiting"
    due_at: datetime
    tries: int = 0
    reacted: list[str] = []
    leased_by: str | None = None
    leased_until: datetime | None = None
    error: str | None = None
    done_at: datetime | None = None

    class Settings:
        name = "outbox"
        indexes = [
            IndexModel(
                [
                    *(("lane", ASCENDING), ("state", ASCENDING), ("due_at", ASCENDING), ("_id", ASCENDING)),
                    # looked at in the index, so that many that cannot be taken cost little
                    *(("group", ASCENDING), ("leased_until", ASCENDING)),
                ],
                name="due_by_lane",
            ),
            newest_by("state", "at"),
            newest_by("site", "at"),
            IndexModel([("at", DESCENDING), ("_id", DESCENDING)], name="at"),
            IndexModel([("done_at", ASCENDING)], name="done", expireAfterSeconds=KEPT_SECONDS),
        ]
