"""Sessions of people who are signed in."""

from datetime import datetime

from pymongo import ASCENDING, DESCENDING, IndexModel

from storage.documents.stored import Stored


class SignedInSession(Stored):
    """One browser or program in which somebody is signed in. `ends` is when it ends whatever happens, `expires` when it
    ends unless it is used. `way`: "password", "totp" or "recovery" (a code besides), or "oidc". `generation`: the
    account's when it began."""

    token_hash: str
    account: str
    created: datetime
    seen: datetime
    ends: datetime
    expires: datetime
    user_agent: str = ""
    network: str = ""
    way: str = "password"
    generation: int = 0

    class Settings:
        name = "sessions"
        indexes = [
            IndexModel([("token_hash", ASCENDING)], name="token_hash", unique=True),
            IndexModel([("account", ASCENDING), ("created", DESCENDING), ("_id", DESCENDING)], name="account_newest"),
            IndexModel([("expires", ASCENDING)], name="expires", expireAfterSeconds=0),
        ]
