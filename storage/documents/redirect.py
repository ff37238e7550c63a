"""Old addresses."""

from datetime import datetime

from pymongo import ASCENDING, DESCENDING, IndexModel

from storage.documents.stored import Stored


class Redirect(Stored):
    """An address that an item had, or was given `by` hand. `_id` is the address; where the item is now is looked up
    when it is asked for."""

    site: str
    item: str
    at: datetime
    by: str | None = None

    class Settings:
        name = "redirects"
        indexes = [
            IndexModel([("item", ASCENDING)], name="item"),
            IndexModel([("site", ASCENDING), ("at", DESCENDING), ("_id", DESCENDING)], name="site_newest"),
        ]
