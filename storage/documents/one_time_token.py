"""Tokens that work once."""

from datetime import datetime

from pymongo import ASCENDING, IndexModel

from storage.documents.stored import Stored


class OneTimeToken(Stored):
    """Leave to do one thing once. `_id` is the hash of the token; `purpose` what it is for; `sealed` what must be
    remembered until then; `cause` the event that it was made for, unique where given."""

    purpose: str
    account: str = ""
    expires: datetime
    sealed: str = ""
    tries: int = 0
    cause: str | None = None

    class Settings:
        name = "one_time_tokens"
        indexes = [
            IndexModel([("expires", ASCENDING)], name="expires", expireAfterSeconds=0),
            IndexModel([("account", ASCENDING), ("purpose", ASCENDING)], name="account_purpose"),
            IndexModel(
                [("cause", ASCENDING)],
                name="cause",
                unique=True,
                partialFilterExpression={"cause": {"$type": "string"}},
            ),
        ]
