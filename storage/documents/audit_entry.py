"""An entry of the audit trail."""

from datetime import datetime
from typing import Any

from pymongo import ASCENDING, DESCENDING, IndexModel

from storage.documents.stored import Stored, newest_by


class AuditEntry(Stored):
    """Who did what, when; never changed, never deleted by the CMS."""

    at: datetime
    by: str
    action: str
    item: str | None = None
    type: str | None = None
    site: str | None = None
    locale: str | None = None
    version: int | None = None
    details: dict[str, Any] = {}

    class Settings:
        name = "audit"
        indexes = [
            IndexModel([("item", ASCENDING), ("at", DESCENDING)], name="item_at"),
            IndexModel([("by", ASCENDING), ("at", DESCENDING)], name="by_at"),
            newest_by("site", "at"),
            newest_by("action", "at"),
            IndexModel([("at", DESCENDING), ("_id", DESCENDING)], name="at"),
        ]
