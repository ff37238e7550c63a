"""A GraphQL document that a site's pages ask."""

from datetime import datetime

from pymongo import ASCENDING, IndexModel

from storage.documents.stored import Stored, newest_by


class RegisteredQuery(Stored):
    """`hash`: SHA-256 of the text in lower-case hexadecimal, by which clients name it; the id is "<site>/<hash>".
    `name`: of its operations, for people. `registered_by`: an account or a token's owner; of the first registration."""

    site: str
    hash: str
    name: str
    text: str
    bytes: int
    registered_at: datetime
    registered_by: str

    class Settings:
        name = "registered_queries"
        indexes = [
            newest_by("site", "registered_at"),
            IndexModel([("hash", ASCENDING)], name="hash"),
        ]
