"""A version of an item."""

from datetime import datetime
from typing import Any

from pymongo import ASCENDING, DESCENDING, IndexModel

from storage.documents.made_from import MadeFrom
from storage.documents.stored import Stored

FOLDED_SECONDS = 24 * 3600
"""How long an autosave stays after the next one of its run: changes that started from it can still be merged."""


class Version(Stored):
    """What an item was after one change, or after a run of `writes` autosaves since `began_at`.

    `folded_at`: when the next autosave of the same run took its place in the history.
    """

    item: str
    version: int
    at: datetime
    by: str
    action: str
    data: dict[str, Any]
    slugs: dict[str, str]
    made_from: list[MadeFrom] = []
    began_at: datetime | None = None
    writes: int = 1
    folded_at: datetime | None = None

    class Settings:
        name = "versions"
        indexes = [
            IndexModel([("item", ASCENDING), ("version", DESCENDING)], name="item_version", unique=True),
            IndexModel([("item", ASCENDING), ("folded_at", ASCENDING), ("version", DESCENDING)], name="history"),
            IndexModel([("folded_at", ASCENDING)], name="folded", expireAfterSeconds=FOLDED_SECONDS),
            IndexModel([("data.sha256", ASCENDING)], name="sha256", sparse=True),
        ]
