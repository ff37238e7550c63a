"""A version of an item."""

from datetime import datetime
from typing import Any

from pymongo import ASCENDING, DESCENDING, IndexModel

from storage.documents.stored import Stored


class Version(Stored):
    """What an item was after one change."""

    item: str
    version: int
    at: datetime
    by: str
    action: str
    data: dict[str, Any]
    slugs: dict[str, str]

    class Settings:
        name = "versions"
        indexes = [IndexModel([("item", ASCENDING), ("version", DESCENDING)], name="item_version", unique=True)]
