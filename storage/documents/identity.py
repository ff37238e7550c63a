"""Identities of people at a provider of OpenID Connect."""

from datetime import datetime

from pymongo import ASCENDING, IndexModel

from storage.documents.stored import Stored


class Identity(Stored):
    """An account as the provider `issuer` knows it, by `subject`."""

    issuer: str
    subject: str
    account: str
    linked_at: datetime

    class Settings:
        name = "identities"
        indexes = [
            IndexModel([("issuer", ASCENDING), ("subject", ASCENDING)], name="issuer_subject", unique=True),
            IndexModel([("account", ASCENDING)], name="account"),
        ]
