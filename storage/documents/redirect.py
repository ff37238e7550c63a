"""Old addresses."""

from datetime import datetime

from pymongo import ASCENDING, IndexModel

from storage.documents.stored import Stored


class Redirect(Stored):
    """An address that an item had. `_id` is the address; where the item is now is looked up when it is asked for."""

    item: str
    at: datetime

    class Settings:
        name = "redirects"
        indexes = [IndexModel([("item", ASCENDING)], name="item")]
