"""How often something was tried."""

from datetime import datetime

from pymongo import ASCENDING, IndexModel

from storage.documents.stored import Stored


class Attempts(Stored):
    """The number of attempts of one kind at one thing, which `_id` names, and whether the last one was allowed. None is
    before `blocked_until`; after `expires` all is forgotten."""

    number: int
    allowed: bool
    blocked_until: datetime
    expires: datetime

    class Settings:
        name = "attempts"
        indexes = [IndexModel([("expires", ASCENDING)], name="expires", expireAfterSeconds=0)]
