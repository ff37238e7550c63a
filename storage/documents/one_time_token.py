"""Tokens that work once."""

from datetime import datetime

from pymongo import ASCENDING, IndexModel

from storage.documents.stored import Stored


class OneTimeToken(Stored):
    """Leave to do one thing once. `_id` is the hash of the token; `purpose` what it is for; `sealed` what must be
    remembered until then; `tries` how often it was tried without being used up."""

    purpose: str
    account: str = ""
    expires: datetime
    sealed: str = ""
    tries: int = 0

    class Settings:
        name = "one_time_tokens"
        indexes = [
            IndexModel([("expires", ASCENDING)], name="expires", expireAfterSeconds=0),
            IndexModel([("account", ASCENDING), ("purpose", ASCENDING)], name="account_purpose"),
        ]
