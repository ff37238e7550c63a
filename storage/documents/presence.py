"""Somebody who is editing an item just now."""

from datetime import datetime

from pymongo import ASCENDING, IndexModel

from storage.documents.stored import Stored


class Presence(Stored):
    """One for each person and item. `field`: where, "" for nowhere in particular; over when `expires` has passed,
    whether or not it is still stored."""

    item: str
    person: str
    field: str = ""
    locale: str | None = None
    seen: datetime
    expires: datetime

    class Settings:
        name = "presence"
        indexes = [
            IndexModel([("item", ASCENDING), ("expires", ASCENDING)], name="item_expires"),
            IndexModel([("expires", ASCENDING)], name="expires", expireAfterSeconds=0),
        ]
