"""An event waiting for its reactions."""

from datetime import datetime
from typing import Any

from pymongo import ASCENDING, IndexModel

from storage.documents.stored import Stored


class OutboxEvent(Stored):
    """Something that happened, or at `scheduled_for` is to happen, and to which others react. `due_at` moves with each
    failed try."""

    name: str
    at: datetime
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
    leased_by: str | None = None
    leased_until: datetime | None = None
    error: str | None = None

    class Settings:
        name = "outbox"
        indexes = [IndexModel([("state", ASCENDING), ("due_at", ASCENDING), ("_id", ASCENDING)], name="due")]
