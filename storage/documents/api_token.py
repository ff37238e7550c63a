"""Tokens with which programs use the management API."""

from datetime import datetime

from pymongo import ASCENDING, DESCENDING, IndexModel

from storage.documents.stored import Stored

KEPT_SECONDS = 30 * 24 * 3600
"""How long an expired one is still listed."""


class ApiToken(Stored):
    """A token of one account, of which only the hash is stored. `scopes` are the rights that it may use of those that
    its owner has, on `site` or, where that is None, on all of the owner's. `created_by` is an administrator where the
    owner is a service."""

    token_hash: str
    account: str
    name: str
    scopes: list[str]
    site: str | None = None
    created_at: datetime
    created_by: str
    expires: datetime
    used_at: datetime | None = None

    class Settings:
        name = "api_tokens"
        indexes = [
            IndexModel([("token_hash", ASCENDING)], name="token_hash", unique=True),
            IndexModel(
                [("account", ASCENDING), ("created_at", DESCENDING), ("_id", DESCENDING)], name="account_newest"
            ),
            IndexModel([("expires", ASCENDING)], name="expires", expireAfterSeconds=KEPT_SECONDS),
        ]
